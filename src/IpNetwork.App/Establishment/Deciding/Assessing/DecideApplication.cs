using IpNetwork.App.Establishment.Deciding.Building;
using IpNetwork.App.Establishment.Deciding.Reading;
using IpNetwork.App.Shell;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Establishment;
using IpNetwork.Domain.Kernel;

namespace IpNetwork.App.Establishment.Deciding.Assessing;

/// <summary>Another person than the assessors decides as proposed; past the end of the build year with a new day (NET-03, BLD-02).</summary>
internal sealed class DecideApplication(DecidingDesk desk, BuildReminders reminders, ApplicationViews views, CurrentNode acting) : IActPage
{
    public static void Map(IEndpointRouteBuilder node) =>
        node.MapPost($"/applications/{{number}}/{DecidingActs.Decision}", async (string number, DecisionRequest body, DecideApplication decide, IfMatch seen, Actor actor, CancellationToken ct) =>
                DecidingAnswers.Done(await decide.HandleAsync(number, body.NewDueOn, body.ExtensionReason, seen, actor, ct)))
            .ProducesAct()
            .WithName("DecideApplication")
            .WithSummary("按评估结论决定：纳入建设计划或不纳入；参加过评估的人不能决定，市（州）平台不能决定")
            .AtNode().Allow(DecidingPolicy.Approve);

    public async Task<Outcome> HandleAsync(string number, DateOnly? newDueOn, string? extensionReason, IfMatch seen, Actor actor, CancellationToken ct) =>
        DecidingPolicy.MayApprove(actor, acting.Node) is { } refusal ? refusal : await desk.ActAsync(number, seen, actor, async deed =>
        {
            var application = deed.Application;
            var outcome = application.Decide(deed.Rules, newDueOn, extensionReason, deed.By);
            if (!outcome.IsDone)
            {
                return outcome;
            }

            if (application.Status is ApplicationStatus.Rejected)
            {
                deed.Happened("rejected", "决定不纳入建设计划", new { application.Id });
                deed.Tell(Addressee.Builder, "没有纳入建设计划", $"设立申报 {number} 没有纳入建设计划。理由：{application.Proposal?.Reasons}\n可以按理由改进后重新申报。");
                deed.Tell(Addressee.City, "没有纳入建设计划", $"辖区内的设立申报 {number} 没有纳入建设计划。");
                return outcome;
            }

            var due = application.BuildDueOn ?? deed.Today;
            await reminders.SetAsync(application, ct);
            deed.Happened("included", $"纳入建设计划，{due:yyyy-MM-dd} 前建成", new { application.Id, application.BuildDueOn, application.Modules }, extensionReason);
            deed.Tell(Addressee.Builder, "纳入建设计划", $"设立申报 {number} 已纳入建设计划，请在 {Say.Sentence(due)} 前建成，并及时登记进度。指导处室：{application.Proposal?.GuidingOffice}。");
            deed.Tell(Addressee.City, "纳入建设计划", $"辖区内的设立申报 {number} 已纳入建设计划，{Say.Sentence(due)} 前建成。");
            return outcome;
        }, ct);

    public Type View => typeof(DecideForm);

    public async Task<object> ModelAsync(ActHead head, EstablishmentApplication application, EstablishmentRules rules, CancellationToken ct)
    {
        var usual = application.UsualDueOn(desk.Now);
        return new DecideFormView(
            head, ApplicationViews.Proposal(application, rules, await views.ModuleNamesAsync(ct)), [.. (await views.ContentAsync(application, rules, null, ct)).Conditions],
            await views.AssessmentsAsync(application, head.Files, ct), usual, usual < desk.Today);
    }

    public Task<Outcome> SendAsync(string number, TypedForm typed, IfMatch seen, Actor actor, CancellationToken ct)
    {
        var day = typed.Day("newDueOn");
        return typed.Refusals.Count > 0 ? Task.FromResult(Outcome.Done) : HandleAsync(number, day, typed.Text("extensionReason"), seen, actor, ct);
    }
}

/// <param name="NewDueOn">Only where the building is to end on another day than the end of the application year.</param>
internal sealed record DecisionRequest(DateOnly? NewDueOn, string? ExtensionReason);

public sealed record DecideFormView(
    ActHead Head, ProposalView? Proposal, IReadOnlyList<ConditionLine> Conditions, IReadOnlyList<AssessmentView> Assessments, DateOnly UsualDueOn, bool IsDuePast);
