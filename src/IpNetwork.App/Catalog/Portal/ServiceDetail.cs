using IpNetwork.Domain.Catalog;
using IpNetwork.Domain.Catalog.Effective;

namespace IpNetwork.App.Catalog.Portal;

/// <summary>One item at a node with every field and where its value comes from. Values set aside are the node's matter and stay out.</summary>
internal sealed record ServiceDetail
{
    public required string Code { get; init; }

    public required string Name { get; init; }

    public required string Node { get; init; }

    public required string Kind { get; init; }

    public required ItemState State { get; init; }

    public required string Reason { get; init; }

    public required int Version { get; init; }

    public required DateTimeOffset InForceSince { get; init; }

    public required bool Offered { get; init; }

    public required bool Localised { get; init; }

    /// <summary>Local fields that are not filled in yet.</summary>
    public required IReadOnlyList<string> Missing { get; init; }

    public required bool Personalised { get; init; }

    public required bool Sample { get; init; }

    /// <summary>The node whose proven item this one grew from (CAT-12).</summary>
    public string? PromotedFrom { get; init; }

    public int? CommittedLimit { get; init; }

    public int? Visits { get; init; }

    public required IReadOnlyList<RequiredDocument> Materials { get; init; }

    public required IReadOnlyList<RequiredDocument> WaivedMaterials { get; init; }

    public required IReadOnlyList<ServiceField> Fields { get; init; }

    public UpcomingChange? Next { get; init; }

    public static ServiceDetail Of(PublicPlace place, EffectiveItem item) => new()
    {
        Code = item.Code,
        Name = item.Name,
        Node = place.Node.Slug,
        Kind = item.IsPersonalised ? ServiceQuery.ValueAdded : ServiceQuery.Base,
        State = item.State,
        Reason = item.Reason,
        Version = item.Version,
        InForceSince = item.InForceSince,
        Offered = item.IsOffered,
        Localised = item.IsLocalised,
        Missing = [.. item.Missing.Select(field => field.Name)],
        Personalised = item.IsPersonalised,
        Sample = item.IsSample,
        PromotedFrom = item.Base?.PromotedFromNode is { } origin ? place.Nodes.ById(origin)?.Slug : null,
        CommittedLimit = item.CommittedLimit,
        Visits = item.Visits,
        Materials = item.Materials,
        WaivedMaterials = item.WaivedMaterials,
        Fields = [.. item.Fields.Select(field => ServiceField.Of(place, field))],
        Next = item.Next,
    };
}

internal sealed record ServiceField(string Name, string Label, string? Value, Governance Governance, FieldOrigin Origin, string? ProvinceValue)
{
    public static ServiceField Of(PublicPlace place, EffectiveField field) =>
        new(field.Field.Name, field.Field.Label, field.Value, field.Governance, FieldOrigin.Of(place, field.Origin), field.ProvinceValue);
}

internal sealed record FieldOrigin(OriginKind Kind, string? Node, string? NodeName)
{
    public static FieldOrigin Of(PublicPlace place, ValueOrigin origin) =>
        place.Nodes.ById(origin.Node) is { } node ? new(origin.Kind, node.Slug, node.PlaceName) : new(origin.Kind, null, null);
}
