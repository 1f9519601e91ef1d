using IpNetwork.App.Data;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Kernel;
using IpNetwork.Domain.Nodes;
using IpNetwork.Domain.Plates;

namespace IpNetwork.App.Plates;

/// <summary>Makes the words of a plate by the province's naming rules, and weighs words that somebody typed against them.</summary>
internal sealed class PlateNaming(IProvinceSettings settings)
{
    /// <param name="levelDocument">Of the document that made a zone a national one, where the register of zones has none.</param>
    public async Task<PlatePattern> PatternAsync(PlateKind kind, string? function, string? levelDocument, Node node, NodeDirectory.Snapshot nodes, CancellationToken ct)
    {
        if (kind is PlateKind.Platform && node is { OfficialNameRule: PlateWording.Decreed, OfficialName: { } decreed })
        {
            return new(new(decreed, decreed, PlateWording.Decreed, new(new Dictionary<string, string> { ["document"] = node.OfficialNameDocument ?? "" })), []);
        }

        var rules = await RulesAsync(node, nodes, ct);
        var city = nodes.Ladder(node).SingleOrDefault(n => n.Kind is NodeKind.City);
        Outcome<GeneratedName>? name = (kind, node.Kind) switch
        {
            (PlateKind.Platform, NodeKind.City) => OfficialName.ForCity(node.PlaceName, rules),
            (PlateKind.Platform, NodeKind.KeyPark) => OfficialName.ForNationalZone(Zone(rules.ZoneOf(node.PlaceName, node.ShortName), levelDocument), rules),
            (PlateKind.Platform, NodeKind.Workstation) => OfficialName.ForWorkstation(city?.PlaceName, node.PlaceName, rules),
            (PlateKind.Function, NodeKind.City) => OfficialName.ForBranchCentre(function, node.PlaceName, rules),
            (PlateKind.Function, NodeKind.County) when rules.Capital is { } capital && capital.City == city?.PlaceName => OfficialName.ForCapitalDistrictBranch(function, node.PlaceName, rules),
            _ => default(Outcome<GeneratedName>?),
        };
        return name is not { } made ? new(null, [PlateRefusals.NotByPattern(null)])
            : !made.IsDone ? new(null, [.. made.Refusals.Select(At)]) { IsBarred = kind is PlateKind.Function && node.Kind is NodeKind.City }
            : made.Value.Findings is { Count: > 0 } findings ? new(null, findings)
            : new(new(made.Value.Text, made.Value.Text, made.Value.Rule, new(made.Value.Inputs)), []);
    }

    public async Task<Outcome<PlateWording>> SettleAsync(PlatePattern pattern, PlateRequest request, Node node, NodeDirectory.Snapshot nodes, CancellationToken ct)
    {
        if (request.Text is not { } text)
        {
            return PlateWording.Settle(pattern, TypedWording.Nothing);
        }

        var rules = await RulesAsync(node, nodes, ct);
        return PlateWording.Settle(pattern, new()
        {
            Text = new(text, OfficialName.Normalize(text)),
            Document = request.NamingDocument,
            Reason = request.NamingReason,
            SuffixReason = request.SuffixReason,
            SuffixFinding = OfficialName.Check(text, rules) is [var finding, ..] ? finding : null,
            DiffersOnlyInSuffix = pattern.Wording is { } wording && OfficialName.DiffersInSuffixAlone(text, wording.Text, rules),
        });
    }

    private async ValueTask<NamingRules> RulesAsync(Node node, NodeDirectory.Snapshot nodes, CancellationToken ct)
    {
        var known = (await settings.OfAsync(node.NetworkId, ct)).Naming;
        return known.Province.Length > 0 ? known : known with { Province = nodes.ById(node.NetworkId)?.PlaceName ?? "" };
    }

    private static Zone Zone(Zone zone, string? document) => zone.LevelDocument is null ? zone with { LevelDocument = document } : zone;

    /// <summary>What the engine says of a name, at the field of this form.</summary>
    private static Refusal At(Refusal refusal) => refusal.Field switch
    {
        "serviceType" => refusal.At("function"),
        _ => refusal.At("text"),
    };
}
