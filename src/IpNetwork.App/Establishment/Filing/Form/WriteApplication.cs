using System.Text.Json;
using IpNetwork.App.Data;
using IpNetwork.App.Shell;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Establishment;
using IpNetwork.Domain.Kernel;

namespace IpNetwork.App.Establishment.Filing.Form;

/// <summary>Keeps what was typed, complete or not. What cannot be read is told and the rest is kept all the same.</summary>
internal sealed class WriteApplication(FilingDesk desk, Prospects prospects, IdentityMarks marks)
{
    /// <summary>Nothing reads differently: nothing is written.</summary>
    private static readonly Refusal Unchanged = new("UNCHANGED", "没有改动。");

    public static void Map(IEndpointRouteBuilder node) =>
        node.MapPut("/my-applications/{id:guid}/form", async (Guid id, FormBody body, WriteApplication write, HttpContext context, IfMatch seen, Actor actor, CancellationToken ct) =>
            {
                var written = await write.HandleAsync(id, new(FilingSteps.All, body.Typed(), null, seen), actor, ct);
                if (written is not { Refusals.Count: 0 })
                {
                    return written is null ? Answers.NotFound() : Answers.Problem(written.Refusals);
                }

                ETags.Send(context, written.Version);
                return Results.NoContent();
            })
            .Produces(204).ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(428)
            .WithName("WriteApplication").WithSummary("保存申报内容，可以不完整")
            .AtNode().Allow(FilingPolicy.Own);

    /// <returns>Null where there is no such application of this person.</returns>
    public async Task<Written?> HandleAsync(Guid id, Writing writing, Actor actor, CancellationToken ct)
    {
        EstablishmentApplication? found = null;
        List<Refusal> unread = [];
        var outcome = await desk.ActAsync(id, application => IsFresh(found = application, writing), actor, async deed =>
        {
            var (form, told) = await ReadAsync(deed.Application, writing, ct);
            unread = told;
            if (writing.IsWhole && told.Count > 0)
            {
                return Outcome.Refused(told);
            }

            if (Same(form, deed.Application.Form))
            {
                return ApplicationMoves.Allows(deed.Application.Status, ApplicationAct.Write) ? Unchanged : EstablishmentRefusals.WrongStatus(deed.Application.Status, ApplicationAct.Write);
            }

            var outcome = deed.Application.Write(form, deed.Now);
            if (outcome.IsDone)
            {
                deed.Happened("written", writing.IsWhole ? "保存申报内容" : $"保存“{writing.Steps[0].Title}”", new { deed.Application.Id, Steps = writing.Steps.Select(step => step.Key) });
            }

            return outcome;
        }, ct);
        if (found is null)
        {
            return null;
        }

        // Read again: after the commit, or as the other window left it.
        var current = await desk.Book.FindAsync(id, actor.PersonId, ct) ?? found;
        var refusals = outcome.IsDone || outcome.Refusals[0] == Unchanged ? unread : outcome.Refusals;
        return new(current, desk.VersionOf(current))
        {
            Refusals = refusals,
            IsSaved = outcome.IsDone || outcome.Refusals[0] == Unchanged,
            Differences = outcome.IsDone || outcome.Refusals[0] != WriteConflicts.Stale ? [] : await DifferencesAsync(current, writing, ct),
        };
    }

    /// <summary>The version, or what the page showed of these steps: a change elsewhere in the form takes nothing away.</summary>
    private bool IsFresh(EstablishmentApplication application, Writing writing) =>
        desk.VersionOf(application) == writing.Seen.Version
        || (writing.Basis is { } basis && writing.Steps.All(step => step.BasisOf(application.Form) == basis))
        || (writing.Basis is not null && Same(new FormReader(writing.Typed, application.Form, marks, application.NodeId, desk.Today).Read(writing.Steps), application.Form));

    private async Task<(ApplicationForm Form, List<Refusal> Unread)> ReadAsync(EstablishmentApplication application, Writing writing, CancellationToken ct)
    {
        var reader = new FormReader(writing.Typed, application.Form, marks, application.NodeId, desk.Today);
        var form = reader.Read(writing.Steps);
        return (form with { Prospect = await prospects.CompleteAsync(form.Prospect, ct) }, [.. reader.Refusals]);
    }

    private async Task<IReadOnlyList<Difference>> DifferencesAsync(EstablishmentApplication application, Writing writing, CancellationToken ct)
    {
        var (mine, theirs) = (FormFields.Of((await ReadAsync(application, writing, ct)).Form), FormFields.Of(application.Form));
        return
        [
            .. mine.Keys.Union(theirs.Keys)
                .Where(field => writing.Steps.Any(step => step.Holds(field)) && !field.EndsWith(".key", StringComparison.Ordinal))
                .Where(field => mine.GetValueOrDefault(field, "") != theirs.GetValueOrDefault(field, ""))
                .Select(field => new Difference(FormFields.LabelOf(field), FilingWords.Value(field, mine.GetValueOrDefault(field, "")), FilingWords.Value(field, theirs.GetValueOrDefault(field, "")))),
        ];
    }

    private static bool Same(ApplicationForm one, ApplicationForm other) => JsonSerializer.Serialize(one, WireJson.Options) == JsonSerializer.Serialize(other, WireJson.Options);
}

/// <summary>What was typed on some steps, and what the page had shown of them.</summary>
/// <param name="Basis">Of a page; the interface writes the whole form and names its version.</param>
internal sealed record Writing(IReadOnlyList<FilingStep> Steps, IReadOnlyDictionary<string, string> Typed, string? Basis, IfMatch Seen)
{
    /// <summary>All or nothing: a client program gets its refusals and sends again.</summary>
    public bool IsWhole => Basis is null;
}

/// <summary>How the application stands after a write.</summary>
internal sealed record Written(EstablishmentApplication Application, uint Version)
{
    public IReadOnlyList<Refusal> Refusals { get; init; } = [];

    /// <summary>What could be read is kept; the refusals are about the rest.</summary>
    public bool IsSaved { get; init; }

    /// <summary>Where another window wrote something else meanwhile.</summary>
    public IReadOnlyList<Difference> Differences { get; init; } = [];
}

public sealed record Difference(string Label, string Mine, string Theirs);
