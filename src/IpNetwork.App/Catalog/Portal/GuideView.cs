using IpNetwork.App.Shell;

namespace IpNetwork.App.Catalog.Portal;

/// <summary>The service guide of one item at one node on one day.</summary>
public sealed record GuideView
{
    public required string Name { get; init; }

    public required string Summary { get; init; }

    public required LinkView List { get; init; }

    public required LinkView Category { get; init; }

    public required GuideState State { get; init; }

    /// <summary>Why it is suspended or cancelled, in the words of the decision.</summary>
    public string? StateReason { get; init; }

    public DateOnly? StateFrom { get; init; }

    /// <summary>The nearest platforms that do offer it.</summary>
    public IReadOnlyList<NearestOffer> Elsewhere { get; init; } = [];

    /// <summary>A value-added item of a node's own, not one of the province's.</summary>
    public bool IsOwn { get; init; }

    public bool IsSample { get; init; }

    /// <summary>Set when the guide is shown as of another day.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>A version that is decided but not in force yet.</summary>
    public UpcomingVersion? Upcoming { get; init; }

    /// <summary>Promised, province's limit, who decides, visits, charge.</summary>
    public required IReadOnlyList<GuideFigure> Figures { get; init; }

    public string? WhoMay { get; init; }

    public string? WhoMayNot { get; init; }

    public IReadOnlyList<GuideMaterial> Materials { get; init; } = [];

    public string? MaterialsNote { get; init; }

    public OriginView? MaterialsOrigin { get; init; }

    public IReadOnlyList<GuideStep> Steps { get; init; } = [];

    public string? StepsNote { get; init; }

    public IReadOnlyList<WindowView> Windows { get; init; } = [];

    /// <summary>Every remaining field of the implementation row with its source.</summary>
    public required IReadOnlyList<GuideField> Fields { get; init; }

    /// <summary>The marks used on this page and what each means.</summary>
    public IReadOnlyList<OriginMeaning> Legend { get; init; } = [];

    public string? OnlineHref { get; init; }

    public string? VersionsHref { get; init; }
}

public enum GuideState
{
    InUse,
    NotLocalised,
    Suspended,
    Cancelled,
}

/// <param name="Unit">Nothing where the value is a word, such as 不收费.</param>
public sealed record GuideFigure(string Label, string Value, string? Unit = null, string? Note = null, OriginView? Origin = null);

/// <param name="Waived">Why it need not be handed in here.</param>
public sealed record GuideMaterial(string Name, string Form, string Source)
{
    public string? Note { get; init; }

    public string? Waived { get; init; }

    public string? SampleHref { get; init; }
}

public sealed record GuideStep(string Title, string? Says = null);

public sealed record GuideField(string Label, IReadOnlyList<GuideValue> Values);

public sealed record GuideValue(string Text, OriginView? Origin = null, string? Href = null);

public sealed record OriginMeaning(OriginView Origin, string Says);

public sealed record NearestOffer(string Name, string Href, string? Limit = null, string? Phone = null);

public sealed record UpcomingVersion(int Number, DateOnly EffectiveOn, string Says, string? Href = null);
