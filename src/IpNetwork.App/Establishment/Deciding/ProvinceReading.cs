using IpNetwork.App.Data;
using IpNetwork.App.Tenancy;

namespace IpNetwork.App.Establishment.Deciding;

/// <summary>Applications lie in the province's tenant: the province reads them where it is, a city by going there for what concerns it.</summary>
internal sealed class ProvinceReading(IServiceProvider own, NodeDirectory directory, NodeScopes scopes, CurrentNode acting)
{
    public Task<T> RowsAsync<T>(Func<NetworkDb, Task<T>> read, CancellationToken ct) => ThereAsync(services => read(services.GetRequiredService<NetworkDb>()), ct);

    public async Task<T> ThereAsync<T>(Func<IServiceProvider, Task<T>> read, CancellationToken ct) =>
        acting.Id == acting.Node.NetworkId ? await read(own) : await scopes.RunAsync(await ProvinceAsync(ct), read);

    public async Task<TenantNode> ProvinceAsync(CancellationToken ct) =>
        NodeDirectory.Tenant((await directory.CurrentAsync(ct)).ById(acting.Node.NetworkId) ?? throw new InvalidOperationException("The network has no province."));
}
