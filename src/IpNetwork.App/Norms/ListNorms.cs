using IpNetwork.App.Data;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Kernel;
using IpNetwork.Domain.Norms;
using Microsoft.EntityFrameworkCore;

namespace IpNetwork.App.Norms;

/// <summary>The norms of the network a node belongs to: each with the version in force and all others.</summary>
internal sealed class ListNorms(NetworkDb db, CurrentNode current, TimeProvider clock)
{
    public async Task<IReadOnlyList<NormView>> HandleAsync(CancellationToken ct)
    {
        var (province, today) = (current.Node.NetworkId, ChinaTime.DayOf(clock.GetUtcNow()));
        var all = await db.Set<Norm>().AsNoTracking().Where(n => n.NodeId == province).ToListAsync(ct);
        return
        [
            .. all.GroupBy(n => n.Code).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g =>
            {
                var versions = g.OrderByDescending(n => n.EffectiveOn).ThenByDescending(n => n.PublishedAt).ToList();
                var inForce = versions.FirstOrDefault(n => n.EffectiveOn <= today);
                return new NormView(g.Key, (inForce ?? versions[^1]).Title, inForce?.Version, [.. versions.Select(Version)]);
            }),
        ];
    }

    private static NormVersionView Version(Norm norm) =>
        new(norm.Version, norm.Title, norm.EffectiveOn, norm.DocumentNumber, norm.Link, norm.Text, norm.PublishedAt, norm.IsSample);
}

/// <param name="InForce">The version that holds today; null while the first is still to come.</param>
public sealed record NormView(string Code, string Title, string? InForce, IReadOnlyList<NormVersionView> Versions);

public sealed record NormVersionView(string Version, string Title, DateOnly EffectiveOn, string DocumentNumber, string? Link, string? Text, DateTimeOffset PublishedAt, bool Sample);
