using IpNetwork.App.Data;
using IpNetwork.App.Data.Trail;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Establishment;
using IpNetwork.Domain.Kernel;
using Microsoft.EntityFrameworkCore;

namespace IpNetwork.App.Establishment.Deciding.Building;

/// <summary>Reminds a builder some days before the building is to end (BLD-01). The days are written down with the decision; another day replaces them.</summary>
internal sealed class BuildReminders(NetworkDb db, CurrentNode current, ApplicationBook book, TimeProvider clock) : IDueHandler
{
    public const string WorkKind = "establishment.build-reminder";
    private static readonly TimeSpan Morning = TimeSpan.FromHours(9);

    public string Kind => WorkKind;

    /// <summary>Part of the transaction that set the day.</summary>
    public async Task SetAsync(EstablishmentApplication application, CancellationToken ct)
    {
        var prefix = $"{application.Id}/";
        db.RemoveRange(await db.Set<DueWork>().Where(work => work.Kind == WorkKind && work.Ref.StartsWith(prefix)).ToListAsync(ct));
        if (application.BuildDueOn is not { } due)
        {
            return;
        }

        var now = clock.GetUtcNow();
        foreach (var days in (await book.SettingsAsync(ct)).BuildReminderDays.Where(days => days >= 0).Distinct())
        {
            var at = ChinaTime.StartOf(due.AddDays(-days)) + Morning;
            if (at > now)
            {
                db.Add(new DueWork { NodeId = current.Id, Id = Guid.CreateVersion7(now), DueAt = at, Kind = WorkKind, Ref = $"{prefix}{due:yyyyMMdd}/{days}" });
            }
        }
    }

    public async Task DoAsync(DueWork work, IServiceProvider inNodeContext, CancellationToken ct)
    {
        var there = inNodeContext.GetRequiredService<NetworkDb>();
        var letters = inNodeContext.GetRequiredService<ApplicationLetters>();
        await inNodeContext.GetRequiredService<UnitOfWork>().CommitAsync(Actor.Program("建设提醒", work.NodeId), async deed =>
        {
            var id = Guid.Parse(work.Ref.Split('/')[0]);
            var application = await there.Set<EstablishmentApplication>().AsNoTracking().SingleOrDefaultAsync(a => a.Id == id, ct);
            there.Remove(work);
            if (application is not { Status: ApplicationStatus.InBuildPlan or ApplicationStatus.Building, BuildDueOn: { } due, Number: { } number })
            {
                deed.Happened(new("establishment.reminder-dropped", "application", id.ToString(), "建设已经结束，不再提醒"));
                return Outcome.Done;
            }

            var left = due.DayNumber - ChinaTime.DayOf(clock.GetUtcNow()).DayNumber;
            deed.Happened(new("establishment.reminded", "application", number, $"{application.Title}（{number}）：提醒建设主体，距建成期限 {due:yyyy-MM-dd} 还有 {left} 天") { Detail = new { id, Days = left } });
            await letters.SendAsync(deed, application, [new(Addressee.Builder, "establishment.reminded", "建成期限快到了", Text(number, due, left))], ct);
            return Outcome.Done;
        }, ct);
    }

    private static string Text(string number, DateOnly due, int left) =>
        $"设立申报 {number} 的建成期限是 {due.Year} 年 {due.Month} 月 {due.Day} 日，还有 {left} 天。建成后请申请验收；不能按期建成的，请在期限前向省级平台说明原因，申请调整期限。";
}
