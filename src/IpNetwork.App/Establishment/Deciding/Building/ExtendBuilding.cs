using IpNetwork.App.Establishment.Deciding.Reading;
using IpNetwork.App.Shell;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Establishment;
using IpNetwork.Domain.Kernel;

namespace IpNetwork.App.Establishment.Deciding.Building;

/// <summary>Another day by which the building is to end, with its reason (BLD-01).</summary>
internal sealed class ExtendBuilding(DecidingDesk desk, ApplicationViews views, BuildReminders reminders, CurrentNode acting) : IActPage
{
    public static void Map(IEndpointRouteBuilder node) =>
        node.MapPost($"/applications/{{number}}/{DecidingActs.Extension}", async (string number, ExtensionRequest body, ExtendBuilding extend, IfMatch seen, Actor actor, CancellationToken ct) =>
                DecidingAnswers.Done(await extend.HandleAsync(number, body.NewDueOn, body.Reason, seen, actor, ct)))
            .ProducesAct()
            .WithName("ExtendBuilding")
            .WithSummary("调整建成期限，写明理由")
            .AtNode().Allow(DecidingPolicy.Approve);

    public async Task<Outcome> HandleAsync(string number, DateOnly? newDueOn, string? reason, IfMatch seen, Actor actor, CancellationToken ct) =>
        DecidingPolicy.MayApprove(actor, acting.Node) is { } refusal ? refusal : await desk.ActAsync(number, seen, actor, async deed =>
        {
            var outcome = deed.Application.Extend(newDueOn, reason, deed.By);
            if (!outcome.IsDone)
            {
                return outcome;
            }

            var extension = deed.Application.Extensions[^1];
            await reminders.SetAsync(deed.Application, ct);
            deed.Happened("extended", $"建成期限由 {extension.From:yyyy-MM-dd} 改为 {extension.To:yyyy-MM-dd}", new { deed.Application.Id, extension.From, extension.To }, reason);
            deed.Tell(Addressee.Builder, "建成期限调整", $"设立申报 {number} 的建成期限改为 {Say.Sentence(extension.To)}。理由：{extension.Reason}。");
            deed.Tell(Addressee.City, "建成期限调整", $"辖区内的设立申报 {number} 的建成期限改为 {Say.Sentence(extension.To)}。");
            return outcome;
        }, ct);

    public Type View => typeof(ExtendForm);

    public async Task<object> ModelAsync(ActHead head, EstablishmentApplication application, EstablishmentRules rules, CancellationToken ct) =>
        new ExtendFormView(head, application.BuildDueOn, await views.BuildAsync(application, head.Files, ct));

    public Task<Outcome> SendAsync(string number, TypedForm typed, IfMatch seen, Actor actor, CancellationToken ct)
    {
        var day = typed.Day("newDueOn");
        return typed.Refusals.Count > 0 ? Task.FromResult(Outcome.Done) : HandleAsync(number, day, typed.Text("extensionReason"), seen, actor, ct);
    }
}

internal sealed record ExtensionRequest(DateOnly? NewDueOn, string? Reason);

public sealed record ExtendFormView(ActHead Head, DateOnly? DueOn, BuildView? Build);
