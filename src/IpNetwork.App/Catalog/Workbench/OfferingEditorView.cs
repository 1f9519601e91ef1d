using IpNetwork.App.Shell;

namespace IpNetwork.App.Catalog.Workbench;

/// <summary>One province item as one node delivers it: what may be tightened, what must be filled in, what is locked.</summary>
public sealed record OfferingEditorView
{
    public required string Name { get; init; }

    public required StatusView State { get; init; }

    /// <summary>Code, province version and its day, in one line.</summary>
    public required string Says { get; init; }

    public required IReadOnlyList<LinkView> Steps { get; init; }

    public IReadOnlyList<LinkView> Links { get; init; } = [];

    public required string Action { get; init; }

    /// <summary>Null before the node has a draft.</summary>
    public string? Version { get; init; }

    public FormState Form { get; init; } = FormState.Empty;

    /// <summary>What the errors stood in the way of.</summary>
    public string Undone { get; init; } = "还没有保存";

    /// <summary>Where a draft is given up; null before there is one.</summary>
    public string? DiscardHref { get; init; }

    /// <summary>Values set aside because the province now asks for less.</summary>
    public IReadOnlyList<ConflictNotice> Conflicts { get; init; } = [];

    /// <summary>What to do with them; posted as <c>resolution</c>.</summary>
    public IReadOnlyList<FieldOption> Resolutions { get; init; } = [];

    public IReadOnlyList<SegmentView> Segments { get; init; } = [];

    /// <summary>How the local column is headed, such as 本市值.</summary>
    public string LocalHeading { get; init; } = "本地值";

    public IReadOnlyList<EditorRow> Tighten { get; init; } = [];

    public IReadOnlyList<EditorRow> Local { get; init; } = [];

    public IReadOnlyList<LockedRow> Locked { get; init; } = [];

    /// <summary>Required local fields still empty: the item cannot be had here until they are filled.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    public int Changes { get; init; }

    /// <summary>Why the reader may look but not change anything.</summary>
    public string? ReadOnlyBecause { get; init; }
}

public sealed record ConflictNotice(string Headline, string Says);

/// <param name="Name">Name of the input.</param>
/// <param name="Province">The province's value in words.</param>
public sealed record EditorRow(string Name, string Label, string Province, EditorInput Input)
{
    public string? ProvinceNote { get; init; }

    /// <summary>What holds here, in words, for those who may only read; null when nothing was filled in.</summary>
    public string? Holds { get; init; }

    public string? Hint { get; init; }

    public string? Unit { get; init; }

    public string? Placeholder { get; init; }

    public IReadOnlyList<FieldOption> Options { get; init; } = [];

    public OriginView? Origin { get; init; }

    /// <summary>Stands in place of the origin where something is the matter.</summary>
    public StatusView? Status { get; init; }

    public bool IsConflict { get; init; }
}

public enum EditorInput
{
    Text,
    Number,
    Lines,
    Boxes,
}

public sealed record LockedRow(string Label, string Value, OriginView Origin);
