using IpNetwork.App.Data;
using IpNetwork.App.Establishment.Deciding.Accepting;
using IpNetwork.App.Establishment.Deciding.Queue;
using IpNetwork.App.Shell;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Establishment;
using IpNetwork.Domain.Kernel;
using Microsoft.EntityFrameworkCore;

namespace IpNetwork.App.Establishment.Deciding;

/// <summary>What waits at the desks of assessors, of the leader, and of the managers of cities.</summary>
internal sealed class DecidingToDos(ListApplications list, NetworkDb db, IWorkCalendars calendars) : IToDoList
{
    private const int Most = 100;

    public async Task<IReadOnlyList<ToDo>> ForAsync(Desk desk, CancellationToken ct)
    {
        var calendar = await calendars.OfAsync(desk.Node.NetworkId, ct);
        return desk.Node.Kind switch
        {
            NodeKind.City when DecidingPolicy.Recommend.LetsIn(desk.Roles) => [.. (await list.HandleAsync(new() { AwaitsOpinion = true, Limit = Most }, ct)).Items.Select(line => Opinion(desk, line, calendar))],
            NodeKind.Province when DecidingPolicy.See.LetsIn(desk.Roles) => [.. await ProvinceAsync(desk, calendar, ct)],
            _ => [],
        };
    }

    private async Task<IReadOnlyList<ToDo>> ProvinceAsync(Desk desk, WorkCalendar calendar, CancellationToken ct)
    {
        var assesses = desk.Roles.Contains(Domain.Staff.Role.Assessor);
        var approves = DecidingPolicy.ShowApproval.LetsIn(desk.Roles);
        var open = await list.HandleAsync(new() { Statuses = [ApplicationStatus.Submitted, ApplicationStatus.UnderAssessment], Limit = Most }, ct);
        var requested = await db.Set<EstablishmentApplication>().AsNoTracking().Include(a => a.Inspections).Where(a => a.Status == ApplicationStatus.AcceptanceRequested).ToListAsync(ct);
        return
        [
            .. open.Items.Where(line => line.AwaitsDecision ? approves : assesses).Select(line => Do(desk, line.Number, line.Kind, line.PlaceName, line.DueOn, calendar, line switch
            {
                { AwaitsDecision: true } => ("评估结论已提出，等您决定", "作出决定", DecidingActs.Decision),
                { Status: ApplicationStatus.Submitted } => ("等形式审查", "形式审查", null),
                _ => ("评估中", "登记评估", null),
            })),
            .. requested.Where(a => a.LatestInspection is { Qualifies: not null } ? approves : assesses).Select(a => Do(desk, a.Number ?? "", a.Kind, a.PlaceName, a.DueOn, calendar,
                a.LatestInspection is { Qualifies: not null } ? ("验收已登记，等您确认", "确认验收", DecidingActs.Confirmation) : ("建设主体申请验收", "登记验收", DecidingActs.Inspection))),
            .. approves ? await UnfoundedAsync(desk, ct) : [],
        ];
    }

    /// <summary>Accepted, and no node yet: the address name was taken meanwhile, or the founding is on its way.</summary>
    private async Task<IReadOnlyList<ToDo>> UnfoundedAsync(Desk desk, CancellationToken ct)
    {
        var waiting = new List<ToDo>();
        foreach (var application in await db.Set<EstablishmentApplication>().AsNoTracking().Where(a => a.Status == ApplicationStatus.Accepted).OrderByDescending(a => a.AcceptedOn).Take(Most).ToListAsync(ct))
        {
            if (await Founded.NodeOfAsync(db, application, ct) is null)
            {
                waiting.Add(new(Deadlines.NoLimit, null, Subject(desk, application.Number ?? "", application.Kind, application.PlaceName), $"已经认定，平台还没有建立；网址名 {application.FoundedSlug} 被占用时要另定",
                    new("另定网址名", Href(desk, application.Number ?? "", DecidingActs.Address))));
            }
        }

        return waiting;
    }

    private static ToDo Opinion(Desk desk, ApplicationLine line, WorkCalendar calendar)
    {
        var href = $"{desk.BasePath}{DecidingLinks.OpinionsPath}/{DecidingLinks.Part(line.Number)}";
        return new(line.OpinionDueOn is { } due ? Deadlines.InWorkDays(due, desk.Today, calendar) : Deadlines.NoLimit, line.OpinionDueOn, new(DecidingWords.Title(line.Kind, line.PlaceName), href), "辖区内的设立申报等属地意见", new("提意见", href));
    }

    private static ToDo Do(Desk desk, string number, NodeKind? kind, string place, DateOnly? dueOn, WorkCalendar calendar, (string Says, string Next, string? Act) what) => new(
        dueOn is { } due ? Deadlines.InWorkDays(due, desk.Today, calendar) : Deadlines.NoLimit, dueOn, Subject(desk, number, kind, place), what.Says, new(what.Next, Href(desk, number, what.Act)));

    private static LinkView Subject(Desk desk, string number, NodeKind? kind, string place) => new(DecidingWords.Title(kind, place), Href(desk, number, null));

    private static string Href(Desk desk, string number, string? act) => $"{desk.BasePath}{DecidingLinks.QueuePath}/{DecidingLinks.Part(number)}{(act is null ? "" : $"/{act}")}";
}
