using IpNetwork.App.Data;
using IpNetwork.Domain.Catalog;
using IpNetwork.Domain.Catalog.Offerings;
using Microsoft.EntityFrameworkCore;

namespace IpNetwork.App.Catalog.Data;

internal sealed class CatalogJson : IJsonValues
{
    public void Configure(ModelConfigurationBuilder configuration)
    {
        configuration.KeepAsJson<ItemContent>();
        configuration.KeepAsJson<LocalFields>();
        configuration.KeepAsJson<Tightening>();
        configuration.KeepAsJson<IReadOnlyList<ConflictDecision>>();
    }
}
