using IpNetwork.App.Data;
using IpNetwork.App.Establishment.Deciding.Accepting;
using IpNetwork.App.Shell;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Establishment;
using IpNetwork.Domain.Experts;
using IpNetwork.Domain.Kernel;
using IpNetwork.Domain.Staff;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace IpNetwork.App.Establishment.Deciding.Reading;

/// <summary>The province's page of one application, with every act it may come to and why not yet.</summary>
internal sealed class ApplicationPage(ApplicationBook book, ApplicationViews views, DecidingDesk desk, NetworkDb db, NodeDirectory directory, IShellContexts shells)
{
    public const string Tab = "applications";

    private static readonly (ApplicationAct Act, string Text, string Noun, RouteRule Rule)[] Acts =
    [
        (ApplicationAct.BeginAssessment, "形式审查通过，开始评估", DecidingActs.Assessment, DecidingPolicy.Assess),
        (ApplicationAct.Return, "一次退回补正", DecidingActs.Return, DecidingPolicy.Assess),
        (ApplicationAct.RecordAssessment, "登记评估", DecidingActs.Assessments, DecidingPolicy.Assess),
        (ApplicationAct.ProposeDecision, "提出结论", DecidingActs.Proposal, DecidingPolicy.Assess),
        (ApplicationAct.Include, "作出决定", DecidingActs.Decision, DecidingPolicy.ShowApproval),
        (ApplicationAct.Inspect, "登记验收", DecidingActs.Inspection, DecidingPolicy.Assess),
        (ApplicationAct.Accept, "确认验收结论", DecidingActs.Confirmation, DecidingPolicy.ShowApproval),
        (ApplicationAct.Extend, "调整建成期限", DecidingActs.Extension, DecidingPolicy.ShowApproval),
    ];

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet($"{DecidingLinks.QueuePath}/{{number}}", (string number, HttpContext context, ApplicationPage page, Actor actor, CancellationToken ct) => page.ShowAsync(number, context, actor, ct))
            .ExcludeFromDescription().AtNode().Allow(DecidingPolicy.See);

    private async Task<IResult> ShowAsync(string number, HttpContext context, Actor actor, CancellationToken ct)
    {
        if (await book.FindAsync(number, ct) is not { } application)
        {
            return Results.NotFound();
        }

        var rules = await book.RulesAsync(ct);
        var nodes = await directory.CurrentAsync(ct);
        var modules = await views.ModuleNamesAsync(ct);
        var model = new ApplicationView
        {
            Head = await views.HeadAsync(application, rules, ct),
            Queue = new("设立申报", DecidingLinks.Queue(context)),
            Content = await views.ContentAsync(application, rules, DecidingLinks.Files(context), ct),
            Opinion = ApplicationViews.Opinion(application, nodes),
            OpinionSays = OpinionSays(application),
            Returns = ApplicationViews.Returns(application),
            Assessments = await views.AssessmentsAsync(application, DecidingLinks.Files(context), ct),
            Experts = await ExpertsAsync(number, ct),
            AssignExperts = application.Status is ApplicationStatus.UnderAssessment ? new("指派专家", DecidingLinks.Experts(context, number)) : null,
            Proposal = ApplicationViews.Proposal(application, rules, modules),
            Build = await views.BuildAsync(application, DecidingLinks.Files(context), ct),
            Inspections = ApplicationViews.Inspections(application, modules),
            Steps = ApplicationViews.Steps(application),
            Acts = [.. ActsOn(application, context, actor, desk.SignatureOf(actor)), .. await AddressActAsync(application, context, actor, ct)],
        };
        return new RazorComponentResult<ApplicationSheet>(new { Shell = await shells.ForAsync(context, Tab, ct), Model = model });
    }

    private static IReadOnlyList<ActView> ActsOn(EstablishmentApplication application, HttpContext context, Actor actor, Signature signature)
    {
        var shown = Acts.Where(act => ApplicationMoves.Allows(application.Status, act.Act)).Select(act => (act.Text, Href: DecidingLinks.Application(context, application.Number ?? "", act.Noun), Why: Why(act))).ToList();
        var main = shown.FindIndex(act => act.Why is null);
        return [.. shown.Select((act, place) => new ActView(act.Text, act.Href, act.Why, place == main))];

        string? Why((ApplicationAct Act, string Text, string Noun, RouteRule Rule) act) =>
            !act.Rule.LetsIn(actor.Roles) ? $"由{string.Join("、", act.Rule.Roles.Select(role => role.Chinese()))}办理" : application.Stops(act.Act, signature)?.Message;
    }

    /// <summary>The address name of an accepted application was taken in the moment before its node was founded.</summary>
    private async Task<IReadOnlyList<ActView>> AddressActAsync(EstablishmentApplication application, HttpContext context, Actor actor, CancellationToken ct) =>
        application.Status is ApplicationStatus.Accepted && DecidingPolicy.ShowApproval.LetsIn(actor.Roles) && await Founded.NodeOfAsync(db, application, ct) is null
            ? [new("另定网址名", DecidingLinks.Application(context, application.Number ?? "", DecidingActs.Address), null, true)]
            : [];

    private static string OpinionSays(EstablishmentApplication application) =>
        !application.NeedsOpinion ? "市（州）平台的申报不需要属地意见。"
        : application.OpinionDueOn is { } due ? $"还没有收到，期限 {Say.Day(due)}。" : "还没有收到。";

    private async Task<IReadOnlyList<ExpertLine>> ExpertsAsync(string number, CancellationToken ct) =>
        [.. (await db.Set<ExpertAssignment>().AsNoTracking().Where(a => a.Matter == number).OrderBy(a => a.AssignedAt).ToListAsync(ct))
            .Select(a => new ExpertLine(a.ExpertName, a.Employer, ChinaTime.DayOf(a.AssignedAt), a.ReleaseReason))];
}
