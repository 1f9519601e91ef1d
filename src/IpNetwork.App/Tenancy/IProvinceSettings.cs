using IpNetwork.Domain.Kernel;

namespace IpNetwork.App.Tenancy;

/// <summary>What a province has decided, from its pack. Rooms ask for it here, so that none reads another's tables.</summary>
internal interface IProvinceSettings
{
    /// <summary>The province at the top of the node's tree; a province without a pack has the usual values.</summary>
    public ValueTask<ProvinceSettings> OfAsync(NodeId province, CancellationToken ct);
}
