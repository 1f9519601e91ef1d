using IpNetwork.App.Establishment.Deciding.Assessing;
using IpNetwork.App.Shell;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Establishment;
using IpNetwork.Domain.Kernel;

namespace IpNetwork.App.Establishment.Deciding.Accepting;

/// <summary>The approver does not follow the acceptance as it was written down.</summary>
internal sealed class SendBackInspection(DecidingDesk desk, ConfirmInspection confirm, CurrentNode acting) : IActPage
{
    public static void Map(IEndpointRouteBuilder node) =>
        node.MapPost($"/applications/{{number}}/{DecidingActs.InspectionReturn}", async (string number, SendBackRequest body, SendBackInspection back, IfMatch seen, Actor actor, CancellationToken ct) =>
                DecidingAnswers.Done(await back.HandleAsync(number, body.Reason, seen, actor, ct)))
            .ProducesAct()
            .WithName("SendBackInspection")
            .WithSummary("退回验收结论，由验收人重新登记")
            .AtNode().Allow(DecidingPolicy.Approve);

    public async Task<Outcome> HandleAsync(string number, string? reason, IfMatch seen, Actor actor, CancellationToken ct) =>
        DecidingPolicy.MayApprove(actor, acting.Node) is { } refusal ? refusal : await desk.ActAsync(number, seen, actor, deed =>
        {
            var outcome = deed.Application.SendBackInspection(reason, deed.By);
            if (outcome.IsDone)
            {
                deed.Happened("inspection-sent-back", "退回验收结论", reason: reason);
                deed.Tell(Addressee.Assessors, "验收结论退回", $"设立申报 {number} 的验收结论被退回：{reason?.Trim()}。请重新登记。");
            }

            return outcome;
        }, ct);

    public Type View => confirm.View;

    public Task<object> ModelAsync(ActHead head, EstablishmentApplication application, EstablishmentRules rules, CancellationToken ct) =>
        confirm.ModelAsync(head with { Action = ConfirmFormActions.ConfirmationOf(head.Action) }, application, rules, ct);

    public Task<Outcome> SendAsync(string number, TypedForm typed, IfMatch seen, Actor actor, CancellationToken ct) => HandleAsync(number, typed.Text("reason"), seen, actor, ct);
}

/// <summary>One page carries both of the approver's answers.</summary>
internal static class ConfirmFormActions
{
    public static string ConfirmationOf(string sendBack) => sendBack.Replace($"/{DecidingActs.InspectionReturn}", $"/{DecidingActs.Confirmation}", StringComparison.Ordinal);

    public static string SendBackOf(string confirmation) => confirmation.Replace($"/{DecidingActs.Confirmation}", $"/{DecidingActs.InspectionReturn}", StringComparison.Ordinal);
}
