using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Kernel;
using IpNetwork.Domain.Nodes;

namespace IpNetwork.App.Nodes;

/// <summary>Makes a node's official name by its province's rules, or takes the one a document fixes.</summary>
internal sealed class NetworkNaming(IProvinceSettings settings)
{
    public async Task<Outcome<NodeNames>> NamesAsync(OrderRequest request, NodeKind kind, string divisionCode, Node province, Node? city, CancellationToken ct)
    {
        var rules = await RulesAsync(province, ct);
        var names = new NodeNames { PlaceName = request.PlaceName, ShortName = request.ShortName, DivisionCode = divisionCode };
        if (request.OfficialName is not null)
        {
            var decreed = OfficialName.ByDecree(request.OfficialName, request.DocumentNumber, request.Reason, request.Approver, rules);
            return decreed.IsDone ? names with { Official = decreed.Value } : Outcome.Refused<NodeNames>(decreed.Refusals);
        }

        Outcome<GeneratedName>? generated = kind switch
        {
            NodeKind.City => OfficialName.ForCity(request.PlaceName, rules),
            NodeKind.KeyPark => OfficialName.ForNationalZone(rules.ZoneOf(request.PlaceName, request.ShortName), rules),
            NodeKind.Workstation => OfficialName.ForWorkstation(city?.PlaceName, request.PlaceName, rules),
            _ => default(Outcome<GeneratedName>?),
        };
        return generated switch
        {
            null => names,
            { IsDone: true } made => names with { Official = made.Value },
            { } refused => Outcome.Refused<NodeNames>(refused.Refusals),
        };
    }

    /// <summary>What people call it for short; the full name where nothing shortens it.</summary>
    public async Task<string> ShortNameAsync(NodeKind kind, string placeName, Node province, CancellationToken ct)
    {
        var rules = await RulesAsync(province, ct);
        return kind switch
        {
            NodeKind.City => Or(PlaceName.ShortPrefecture(placeName, rules)),
            NodeKind.County => Or(PlaceName.ShortCounty(placeName, rules)),
            _ => OfficialName.ShortZone(rules.ZoneOf(placeName)),
        };

        string Or(Outcome<string> shortName) => shortName.IsDone ? shortName.Value : placeName;
    }

    private async ValueTask<NamingRules> RulesAsync(Node province, CancellationToken ct)
    {
        var known = (await settings.OfAsync(province.Id, ct)).Naming;
        return known.Province.Length > 0 ? known : known with { Province = province.PlaceName };
    }
}
