using IpNetwork.App.Data;
using IpNetwork.App.Shell;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Kernel;
using IpNetwork.Domain.Nodes;
using IpNetwork.Domain.Plates;
using Microsoft.EntityFrameworkCore;

namespace IpNetwork.App.Plates;

/// <summary>Reads the public register of the network a request stands in (PLT-07).</summary>
internal sealed class PlateBook(NetworkDb db, NodeDirectory directory, CurrentNode current)
{
    public Task<Plate?> FindAsync(string number, CancellationToken ct)
    {
        var network = current.Node.NetworkId;
        return db.Set<Plate>().AsNoTracking().SingleOrDefaultAsync(p => p.NetworkId == network && p.Number == number, ct);
    }

    public async Task<(Plate Plate, uint Version)?> VersionedAsync(string number, CancellationToken ct)
    {
        var network = current.Node.NetworkId;
        var found = await db.Set<Plate>().AsNoTracking().Where(p => p.NetworkId == network && p.Number == number)
            .Select(p => new { Plate = p, Version = EF.Property<uint>(p, "xmin") }).SingleOrDefaultAsync(ct);
        return found is null ? null : (found.Plate, found.Version);
    }

    public Task<List<Plate>> AtAsync(NodeId node, CancellationToken ct) =>
        db.Set<Plate>().AsNoTracking().Where(p => p.NodeId == node).OrderBy(p => p.Kind).ThenBy(p => p.Number).ToListAsync(ct);

    public async Task<IQueryable<Plate>> FoundAsync(PlateFilter filter, CancellationToken ct)
    {
        var network = current.Node.NetworkId;
        var plates = db.Set<Plate>().AsNoTracking().Where(p => p.NetworkId == network);
        if (filter.Below is { } below)
        {
            var nodes = await directory.CurrentAsync(ct);
            var ids = nodes.ById(below) is { } top ? nodes.Subtree(top).Select(n => n.Id).ToList() : [];
            plates = plates.Where(p => ids.Contains(p.NodeId));
        }

        return filter.Apply(plates);
    }
}

/// <summary>Which plates are looked for.</summary>
internal sealed record PlateFilter(string? Text, PlateKind? Kind, PlateStatus? Status, string? After, int Limit)
{
    private const int LongestText = 60;

    /// <summary>The node and what hangs below it; without one, the whole network.</summary>
    public NodeId? Below { get; init; }

    public static PlateFilter Read(QueryReader query) => new(
        query.Text("q", LongestText), query.Choice<PlateKind>("kind"), query.Choice<PlateStatus>("status"), query.Text("cursor", PlateNumbering.Longest), query.Limit());

    public IQueryable<Plate> Apply(IQueryable<Plate> plates)
    {
        foreach (var part in PlateSearch.Parts(Text))
        {
            plates = plates.Where(p => p.SearchText.Contains(part));
        }

        plates = Kind is { } kind ? plates.Where(p => p.Kind == kind) : plates;
        return Status is { } status ? plates.Where(p => p.Status == status) : plates;
    }

    public IQueryable<Plate> Page(IQueryable<Plate> found) =>
        (After is { } after ? found.Where(p => p.Number.CompareTo(after) > 0) : found).OrderBy(p => p.Number).Take(Limit + 1);
}
