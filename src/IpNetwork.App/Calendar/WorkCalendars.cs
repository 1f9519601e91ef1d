using IpNetwork.App.Data;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Kernel;
using Microsoft.EntityFrameworkCore;

namespace IpNetwork.App.Calendar;

internal sealed class WorkCalendars(IServiceScopeFactory scopes, ChangeSignal signal, TimeProvider clock) : IWorkCalendars
{
    private readonly KeptByNode<WorkCalendar> kept = new(scopes, signal, clock, ChangeSignal.CalendarTopic, LoadAsync);

    public ValueTask<WorkCalendar> OfAsync(NodeId province, CancellationToken ct) => kept.OfAsync(province, ct);

    public static async Task<WorkCalendar> LoadAsync(NetworkDb db, NodeId province, CancellationToken ct) =>
        new((await db.Set<CalendarYearRow>().AsNoTracking().Where(y => y.NodeId == province).ToListAsync(ct)).Select(y => y.Notice));
}
