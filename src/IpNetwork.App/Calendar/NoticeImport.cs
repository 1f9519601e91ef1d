using IpNetwork.App.Data;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Kernel;
using Microsoft.EntityFrameworkCore;

namespace IpNetwork.App.Calendar;

/// <summary>A new or corrected notice: stored, announced, and every running limit it touches counted again and written down.</summary>
internal sealed class NoticeImport(NetworkDb db, CurrentNode node, UnitOfWork work, IEnumerable<IRunningDeadlines> deadlines, TimeProvider clock) : INoticeImport
{
    public async Task<CalendarImpact> PreviewAsync(NodeId province, IReadOnlyList<CalendarYear> notices, CancellationToken ct)
    {
        var known = await db.Set<CalendarYearRow>().AsNoTracking().Where(y => y.NodeId == province).ToListAsync(ct);
        return await ImpactAsync(province, known, New(notices, known), ct);
    }

    public async Task<Outcome<CalendarImpact>> ImportAsync(Actor actor, IReadOnlyList<CalendarYear> notices, CancellationToken ct)
    {
        var impact = new CalendarImpact([], CalendarChange.Between(WorkCalendar.WithoutNotices, WorkCalendar.WithoutNotices), []);
        var outcome = await work.CommitAsync(actor, async deed =>
        {
            var known = await db.Set<CalendarYearRow>().Where(y => y.NodeId == node.Id).ToListAsync(ct);
            var renewed = New(notices, known);
            if (renewed.Count == 0)
            {
                return CalendarRefusals.NothingNew;
            }

            impact = await ImpactAsync(node.Id, known, renewed, ct);
            foreach (var notice in renewed)
            {
                Keep(known, notice);
            }

            deed.Happened(Happening(impact, renewed));
            deed.Announce(ChangeSignal.Calendar(node.Id));
            return Outcome.Done;
        }, ct);
        return outcome.IsDone ? impact : Outcome.Refused<CalendarImpact>(outcome.Refusals);
    }

    private void Keep(List<CalendarYearRow> known, CalendarYear notice)
    {
        if (known.FirstOrDefault(y => y.Year == notice.Year) is { } row)
        {
            (row.Document, row.IssuedOn, row.Days, row.ImportedAt) = (notice.Document, notice.IssuedOn, notice.Days, clock.GetUtcNow());
            return;
        }

        db.Add(new CalendarYearRow { NodeId = node.Id, Year = notice.Year, Document = notice.Document, IssuedOn = notice.IssuedOn, Days = notice.Days, ImportedAt = clock.GetUtcNow() });
    }

    private static Happening Happening(CalendarImpact impact, List<CalendarYear> renewed) =>
        new("calendar.notice-imported", "calendar", string.Join(',', impact.Years),
            $"载入 {string.Join("、", impact.Years)} 年放假通知，{impact.Change.Days.Count} 天的上班或休息有变化，{impact.Moved.Count} 个期限变动")
        {
            Reason = string.Join("；", renewed.Select(notice => notice.Document)),
            Detail = new { impact.Years, impact.Change.Days, FirmYears = impact.Change.Years, impact.Moved },
        };

    private static List<CalendarYear> New(IReadOnlyList<CalendarYear> notices, List<CalendarYearRow> known) =>
        [.. notices.Where(notice => known.FirstOrDefault(y => y.Year == notice.Year) is not { } row
            || row.Document != notice.Document || row.IssuedOn != notice.IssuedOn || !row.Days.SequenceEqual(notice.Days))];

    private async Task<CalendarImpact> ImpactAsync(NodeId province, List<CalendarYearRow> known, List<CalendarYear> renewed, CancellationToken ct)
    {
        var old = new WorkCalendar(known.Select(y => y.Notice));
        var calendar = renewed.Aggregate(old, (all, notice) => all.With(notice));
        var change = CalendarChange.Between(old, calendar);
        var moved = new List<MovedDeadline>();
        foreach (var room in renewed.Count == 0 ? [] : deadlines)
        {
            moved.AddRange((await room.OfAsync(province, ct))
                .Select(one => new MovedDeadline(one, old.Add(one.EventDay, one.WorkDays).Day, calendar.Add(one.EventDay, one.WorkDays).Day))
                .Where(one => one.From != one.To));
        }

        return new([.. renewed.Select(notice => notice.Year)], change, moved);
    }
}
