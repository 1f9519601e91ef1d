using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Establishment;
using IpNetwork.Domain.Kernel;
using Microsoft.EntityFrameworkCore;

namespace IpNetwork.App.Establishment.Filing.Form;

/// <summary>Self-assessment before applying: each condition with its clause, and everything else that is still missing, each with its place in the form.</summary>
internal sealed class SelfChecks(FilingBook book, Prospects prospects)
{
    public async Task<SelfCheck> OfAsync(EstablishmentApplication application, CancellationToken ct)
    {
        var rules = await book.RulesAsync(ct);
        IReadOnlyList<Refusal> refusals =
        [
            .. application.Unanswered(),
            .. application.Check(rules),
            .. await prospects.CheckAsync(application, ct),
            .. await prospects.TakenAsync(application, ct) is { } taken ? [taken] : Array.Empty<Refusal>(),
        ];
        return new(Conditions.Check(rules.SetOf(application.Form.Prospect.Kind), application.Form), refusals, application.Form.WaiverReasons);
    }
}

/// <param name="Refusals">All that stands in the way of submitting.</param>
public sealed record SelfCheck(IReadOnlyList<ConditionResult> Conditions, IReadOnlyList<Refusal> Refusals, IReadOnlyDictionary<string, string> Waivers)
{
    public bool MaySubmit => Refusals.Count == 0;

    /// <summary>What is missing beside the conditions, which have lines of their own.</summary>
    public IEnumerable<Refusal> Gaps => Refusals.Where(refusal => refusal.Field is not { } about || !(about.StartsWith("condition.", StringComparison.Ordinal) || about.StartsWith("waiver.", StringComparison.Ordinal)));
}
