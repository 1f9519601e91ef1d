using IpNetwork.App.Data;
using IpNetwork.App.Data.Trail;
using IpNetwork.App.Shell;
using IpNetwork.Domain.Kernel;
using Microsoft.EntityFrameworkCore;

namespace IpNetwork.App.Nodes;

/// <summary>At the province: accepted applications whose node could not be founded, with the reason. A taken address name alone is chosen anew where applications are.</summary>
internal sealed class FoundingToDos(NetworkDb db) : IToDoList
{
    private const int Most = 100;

    public async Task<IReadOnlyList<ToDo>> ForAsync(Desk desk, CancellationToken ct)
    {
        if (desk.Node.Kind is not NodeKind.Province || !NodePolicy.ShowOrderForm.LetsIn(desk.Roles))
        {
            return [];
        }

        var refused = await db.Set<AuditEvent>().AsNoTracking().Where(e => e.Verb == FoundAccepted.RefusedVerb).OrderByDescending(e => e.Id).Take(Most).ToListAsync(ct);
        var todos = new List<ToDo>();
        foreach (var latest in refused.DistinctBy(e => e.SubjectId).Where(e => FoundingObstacle.Read(e.Detail) is { IsAddress: false }))
        {
            if (await FoundAccepted.WaitingAsync(db, latest.SubjectId, ct) is { } application)
            {
                var href = $"{desk.BasePath}{FoundNodePage.Path}?application={Uri.EscapeDataString(latest.SubjectId)}";
                todos.Add(new(Deadlines.NoLimit, null, new($"{application.Title}（{latest.SubjectId}）", href), $"已经认定，平台没有建立：{latest.Reason}", new("办理设立", href)));
            }
        }

        return todos;
    }
}
