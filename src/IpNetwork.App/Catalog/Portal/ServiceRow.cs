using IpNetwork.App.Shell;

namespace IpNetwork.App.Catalog.Portal;

/// <summary>One item in a public list.</summary>
/// <param name="Limit">In words, such as <c>7 个工作日</c> or <c>当场办</c>.</param>
/// <param name="How">Ways of handling, such as <c>网上、窗口</c>.</param>
public sealed record ServiceRow(string Name, string Href, string Audience, string Limit, string How)
{
    public string? Says { get; init; }

    public string? Category { get; init; }

    /// <summary>Free of charge, or what it costs.</summary>
    public string? Charge { get; init; }

    /// <summary>The node promises less than the province allows.</summary>
    public OriginView? LimitOrigin { get; init; }

    /// <summary>Suspended, not localised and the like; nothing where it simply can be had.</summary>
    public StatusView? State { get; init; }

    public bool IsSample { get; init; }
}
