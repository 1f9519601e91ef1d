using IpNetwork.App.Data;
using IpNetwork.Domain.Establishment;
using IpNetwork.Domain.Nodes;
using Microsoft.EntityFrameworkCore;

namespace IpNetwork.App.Establishment.Deciding.Accepting;

/// <summary>The node an accepted application has become: its founding names the application as its document.</summary>
internal static class Founded
{
    public static async Task<Node?> NodeOfAsync(NetworkDb db, EstablishmentApplication application, CancellationToken ct)
    {
        var (slug, number) = (application.FoundedSlug, application.Number);
        return await db.Set<Node>().AsNoTracking().SingleOrDefaultAsync(node => node.Slug == slug
            && db.Set<NodeHistoryEntry>().Any(entry => entry.NodeId == node.Id && entry.Aspect == NodeAspect.Founding && entry.DocumentNumber == number), ct);
    }
}
