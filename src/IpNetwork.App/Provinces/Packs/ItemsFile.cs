namespace IpNetwork.App.Provinces.Packs;

/// <summary>Any other file of <c>catalog/</c>: base items.</summary>
internal sealed record ItemsFile
{
    public required IReadOnlyList<PackItem> Items { get; init; }
}

internal sealed record PackItem
{
    public required string Code { get; init; }

    public required int? OrderNo { get; init; }

    public required DateOnly EffectiveOn { get; init; }

    public required bool Sample { get; init; }

    public required PackBundle Bundle { get; init; }

    /// <summary>Words people type who do not know the item's name.</summary>
    public required IReadOnlyList<string> Keywords { get; init; }

    public required IReadOnlyList<string> OpenedFields { get; init; }

    public IReadOnlyList<string>? NeededLocally { get; init; }

    public required ItemRow Row { get; init; }

    public ImplementationRow? Implementation { get; init; }

    /// <summary>The open columns (……) of both tables, by their heading.</summary>
    public IReadOnlyDictionary<string, string> Extra { get; init; } = new Dictionary<string, string>();
}

/// <summary>Membership of the one-stop bundle: a row number, or the reason for standing outside (CAT-13).</summary>
internal sealed record PackBundle
{
    public required int? Number { get; init; }

    public string? AssessmentRecord { get; init; }

    public string? OutsideReason { get; init; }
}

/// <summary>An item a node offers on its own (CAT-06).</summary>
internal sealed record PackOwnItem
{
    /// <summary>The slug of the node it belongs to.</summary>
    public required string Node { get; init; }

    public required string Code { get; init; }

    public required DateOnly EffectiveOn { get; init; }

    public required bool Sample { get; init; }

    public required bool SharedDownward { get; init; }

    public required IReadOnlyList<string> Keywords { get; init; }

    public required ItemRow Row { get; init; }

    public ImplementationRow? Implementation { get; init; }

    public IReadOnlyDictionary<string, string> Extra { get; init; } = new Dictionary<string, string>();

    public required PackLocalFields Local { get; init; }
}
