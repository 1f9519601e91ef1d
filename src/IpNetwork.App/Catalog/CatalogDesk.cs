using IpNetwork.App.Data;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Catalog.Effective;
using IpNetwork.Domain.Catalog.Items;
using IpNetwork.Domain.Nodes;

namespace IpNetwork.App.Catalog;

/// <summary>The catalog from where the request stands.</summary>
internal sealed class CatalogDesk(CatalogBook book, NodeDirectory directory, CurrentNode current, TimeProvider clock)
{
    public DateTimeOffset Now => clock.GetUtcNow();

    public async Task<Node> NodeAsync(CancellationToken ct) =>
        (await directory.CurrentAsync(ct)).ById(current.Id) ?? throw new InvalidOperationException("The current node is not in the directory.");

    public async Task<EffectiveCatalog> CatalogAsync(CancellationToken ct) => await book.OfAsync(await NodeAsync(ct), ct);

    public async Task<EffectiveItems> ItemsAsync(CancellationToken ct) => await book.NowAsync(await NodeAsync(ct), ct);

    /// <summary>The catalog compiled here; empty anywhere but at a province.</summary>
    public ValueTask<BaseCatalog> CompiledHereAsync(CancellationToken ct) => book.ProvinceAsync(current.Id, ct);

    public ValueTask<BaseCatalog> ProvinceAsync(CancellationToken ct) => book.ProvinceAsync(current.Node.NetworkId, ct);
}
