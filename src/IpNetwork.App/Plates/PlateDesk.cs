using IpNetwork.App.Data;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Kernel;
using IpNetwork.Domain.Nodes;
using IpNetwork.Domain.Plates;
using Microsoft.EntityFrameworkCore;

namespace IpNetwork.App.Plates;

/// <summary>The register as the people see it who give plates.</summary>
internal sealed class PlateDesk(NetworkDb db, CurrentNode current, IProvinceSettings settings)
{
    public async Task<PlateRegister> RegisterAsync(CancellationToken ct)
    {
        var network = current.Node.NetworkId;
        return new(await db.Set<Plate>().AsNoTracking().Where(p => p.NetworkId == network).ToListAsync(ct));
    }

    /// <summary>Nobody has decided about them yet.</summary>
    public async Task<IReadOnlyList<PlateProposal>> OpenAsync(CancellationToken ct) =>
        await db.Set<PlateProposal>().AsNoTracking().Where(p => p.State == ProposalState.Prepared).OrderBy(p => p.PreparedAt).ToListAsync(ct);

    public async ValueTask<PlateRules> RulesAsync(CancellationToken ct) => (await settings.OfAsync(current.Node.NetworkId, ct)).Plates;

    public static PlatedNode Of(Node node) => new(node.Id, node.NetworkId, node.Kind, node.Status, node.FoundedOn) { IsSample = node.IsSample };

    public bool IsBelow(Node node) => node.Id != current.Id && current.Node.Path.Covers(node.PathValue());
}
