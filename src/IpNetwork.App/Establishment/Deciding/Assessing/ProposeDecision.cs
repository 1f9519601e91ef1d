using IpNetwork.App.Establishment.Deciding.Reading;
using IpNetwork.App.Shell;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Establishment;
using IpNetwork.Domain.Kernel;

namespace IpNetwork.App.Establishment.Deciding.Assessing;

/// <summary>An assessor's conclusion: whether to include, which soft conditions to waive and why, which modules, which office guides (ASM-02, ASM-03).</summary>
internal sealed class ProposeDecision(DecidingDesk desk) : IActPage
{
    public static void Map(IEndpointRouteBuilder node) =>
        node.MapPost($"/applications/{{number}}/{DecidingActs.Proposal}", async (string number, ProposalRequest body, ProposeDecision propose, IfMatch seen, Actor actor, CancellationToken ct) =>
                DecidingAnswers.Done(await propose.HandleAsync(number, body, seen, actor, ct)))
            .ProducesAct()
            .WithName("ProposeDecision")
            .WithSummary("提出评估结论，等另一位批准人决定")
            .AtNode().Allow(DecidingPolicy.Assess);

    public Task<Outcome> HandleAsync(string number, ProposalRequest request, IfMatch seen, Actor actor, CancellationToken ct) => desk.ActAsync(number, seen, actor, async deed =>
    {
        if (request.Includes is not { } includes)
        {
            return EstablishmentRefusals.ChoiceMissing("includes", "结论");
        }

        var modules = (request.Modules ?? []).OfType<string>().Distinct().ToList();
        var known = (await desk.Book.SettingsAsync(ct)).Modules.Select(module => module.Code).ToHashSet(StringComparer.Ordinal);
        if (includes && modules.Any(module => !known.Contains(module)))
        {
            return EstablishmentRefusals.ChoiceMissing("modules", "功能模块");
        }

        var outcome = deed.Application.Propose(request.Proposal(includes, modules, deed.By), deed.Rules);
        if (outcome.IsDone)
        {
            deed.Happened("decision-proposed", includes ? "建议纳入建设计划" : "建议不纳入", new { deed.Application.Id, Includes = includes, Modules = modules });
            deed.Tell(Addressee.Leader, "等您决定", $"设立申报 {number} 的评估结论已提出（{(includes ? "建议纳入建设计划" : "建议不纳入")}），请决定。");
        }

        return outcome;
    }, ct);

    public Type View => typeof(ProposeForm);

    public async Task<object> ModelAsync(ActHead head, EstablishmentApplication application, EstablishmentRules rules, CancellationToken ct)
    {
        var results = application.ConditionResults(rules);
        var hard = results.FirstOrDefault(result => result.Verdict is ConditionVerdict.HardFail);
        var modules = (await desk.Book.SettingsAsync(ct)).Modules;
        return new ProposeFormView(
            head,
            [
                new("yes", "建议纳入建设计划", "分配功能模块，当年建成", hard is null ? null : EstablishmentRefusals.ConditionNotMet(hard).Message),
                new("no", "建议不纳入", "写明全部理由，可以重新申报"),
            ],
            [.. results.Where(result => result.Verdict is ConditionVerdict.SoftFail).Select(result => new WaiverLine(
                result.Code, $"{result.Label}：要求{result.Required}，{(result.Verified is null ? "申报" : "核实")} {result.Found}", application.LatestSnapshot?.Form.WaiverReasons.GetValueOrDefault(result.Code)))],
            [.. modules.Select(module => new FieldOption(module.Code, module.Name, module.Family == module.Name ? null : module.Family))],
            application.SentBack is [.., var last] ? new(last.Reason, last.By.Name, last.By.At) : null);
    }

    public Task<Outcome> SendAsync(string number, TypedForm typed, IfMatch seen, Actor actor, CancellationToken ct) => HandleAsync(number, ProposalRequest.Of(typed), seen, actor, ct);
}

/// <summary>A conclusion as it was sent.</summary>
internal sealed record ProposalRequest
{
    public bool? Includes { get; init; }
    public string? Reasons { get; init; }
    public string? GuidingOffice { get; init; }
    public IReadOnlyList<string?>? Modules { get; init; }
    public IReadOnlyList<WaiverRequest?>? Waivers { get; init; }

    public DecisionProposal Proposal(bool includes, IReadOnlyList<string> modules, Signature by) => new()
    {
        Includes = includes,
        Reasons = (Reasons ?? "").Trim(),
        Waivers = WaiverRequest.Read(Waivers),
        Modules = includes ? modules : [],
        GuidingOffice = includes ? (GuidingOffice ?? "").Trim() : "",
        By = by,
    };

    public static ProposalRequest Of(TypedForm typed) => new()
    {
        Includes = typed.Flag("includes"),
        Reasons = typed.Text("reasons"),
        GuidingOffice = typed.Text("guidingOffice"),
        Modules = typed.Chosen("modules"),
        Waivers = WaiverRequest.Of(typed),
    };
}

internal sealed record WaiverRequest(string? Code, bool? IsGranted, string? Reason)
{
    public static IReadOnlyList<WaiverDecision> Read(IReadOnlyList<WaiverRequest?>? waivers) =>
        [.. (waivers ?? []).OfType<WaiverRequest>().Where(waiver => waiver is { Code: not null, IsGranted: not null }).Select(waiver => new WaiverDecision(waiver.Code ?? "", waiver.IsGranted is true, (waiver.Reason ?? "").Trim()))];

    /// <summary>Fields <c>grant.CODE</c> and <c>waiver.CODE</c> for each measured condition.</summary>
    public static IReadOnlyList<WaiverRequest> Of(TypedForm typed) =>
        [.. new[] { Threshold.Workspace, Threshold.Staff, Threshold.Computers }.Select(code => new WaiverRequest(code, typed.Flag($"grant.{code}"), typed.Text($"waiver.{code}")))];
}

public sealed record ProposeFormView(ActHead Head, IReadOnlyList<FieldOption> Decisions, IReadOnlyList<WaiverLine> Waivers, IReadOnlyList<FieldOption> Modules, SentBackView? SentBack);

/// <param name="Asked">The builder's reason.</param>
public sealed record WaiverLine(string Code, string Says, string? Asked);

public sealed record SentBackView(string Reason, string By, DateTimeOffset At);
