using IpNetwork.App.Establishment.Deciding.Reading;
using IpNetwork.App.Shell;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Establishment;
using IpNetwork.Domain.Kernel;

namespace IpNetwork.App.Establishment.Deciding.Assessing;

/// <summary>The approver does not follow and says why; the assessors conclude anew.</summary>
internal sealed class SendBackProposal(DecidingDesk desk, DecideApplication decide, CurrentNode acting) : IActPage
{
    public static void Map(IEndpointRouteBuilder node) =>
        node.MapPost($"/applications/{{number}}/{DecidingActs.ProposalReturn}", async (string number, SendBackRequest body, SendBackProposal back, IfMatch seen, Actor actor, CancellationToken ct) =>
                DecidingAnswers.Done(await back.HandleAsync(number, body.Reason, seen, actor, ct)))
            .ProducesAct()
            .WithName("SendBackProposal")
            .WithSummary("退回评估结论，由评估员重新提出")
            .AtNode().Allow(DecidingPolicy.Approve);

    public async Task<Outcome> HandleAsync(string number, string? reason, IfMatch seen, Actor actor, CancellationToken ct) =>
        DecidingPolicy.MayApprove(actor, acting.Node) is { } refusal ? refusal : await desk.ActAsync(number, seen, actor, deed =>
        {
            var outcome = deed.Application.SendBackProposal(reason, deed.By);
            if (outcome.IsDone)
            {
                deed.Happened("proposal-sent-back", "退回评估结论", reason: reason);
                deed.Tell(Addressee.Assessors, "评估结论退回", $"设立申报 {number} 的评估结论被退回：{reason?.Trim()}。请重新提出。");
            }

            return outcome;
        }, ct);

    public Type View => decide.View;

    public Task<object> ModelAsync(ActHead head, EstablishmentApplication application, EstablishmentRules rules, CancellationToken ct) =>
        decide.ModelAsync(head with { Action = DecideFormActions.DecisionOf(head.Action) }, application, rules, ct);

    public Task<Outcome> SendAsync(string number, TypedForm typed, IfMatch seen, Actor actor, CancellationToken ct) => HandleAsync(number, typed.Text("reason"), seen, actor, ct);
}

internal sealed record SendBackRequest(string? Reason);

/// <summary>One page carries both of the approver's answers.</summary>
internal static class DecideFormActions
{
    public static string DecisionOf(string sendBack) => sendBack.Replace($"/{DecidingActs.ProposalReturn}", $"/{DecidingActs.Decision}", StringComparison.Ordinal);

    public static string SendBackOf(string decision) => decision.Replace($"/{DecidingActs.Decision}", $"/{DecidingActs.ProposalReturn}", StringComparison.Ordinal);
}
