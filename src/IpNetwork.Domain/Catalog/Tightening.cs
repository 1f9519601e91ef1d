namespace IpNetwork.Domain.Catalog;

/// <summary>What a node promises beyond the province: less time, fewer visits, fewer materials.</summary>
public sealed record Tightening
{
    public static Tightening None { get; } = new();

    public int? CommittedLimit { get; init; }

    public int? Visits { get; init; }

    /// <summary>Codes of the province's materials the node does without.</summary>
    public IReadOnlyList<string> WaivedMaterials { get; init => field = value ?? []; } = [];

    internal bool IsNone => CommittedLimit is null && Visits is null && WaivedMaterials.Count == 0;

    /// <summary>The field's local value as people read it; null when the node promises nothing of its own.</summary>
    public string? Read(CatalogField field) => field.Name switch
    {
        "committedLimit" when CommittedLimit is { } days => CatalogWords.Workdays(days),
        "visits" when Visits is { } count => CatalogWords.Visits(count),
        "materials" when WaivedMaterials.Count > 0 => $"免交 {WaivedMaterials.Count} 份",
        _ => null,
    };

    internal bool IsSame(Tightening other, CatalogField field) => field.Name switch
    {
        "committedLimit" => CommittedLimit == other.CommittedLimit,
        "visits" => Visits == other.Visits,
        _ => WaivedMaterials.Order(StringComparer.Ordinal).SequenceEqual(other.WaivedMaterials.Order(StringComparer.Ordinal)),
    };

    internal Tightening Without(CatalogField field) => field.Name switch
    {
        "committedLimit" => this with { CommittedLimit = null },
        "visits" => this with { Visits = null },
        _ => this with { WaivedMaterials = [] },
    };
}

/// <summary>Why a local value does not count for the time being.</summary>
public enum SetAsideCause
{
    /// <summary>The province has become stricter than the node.</summary>
    LooserThanProvince,

    /// <summary>The province no longer lets nodes decide the field.</summary>
    NoLongerOpened,
}

/// <summary>A local value that yields to the province's until the node decides (CAT-09).</summary>
public sealed record SetAside(CatalogField Field, SetAsideCause Cause, string LocalValue, string? ProvinceValue);
