using IpNetwork.Domain.Kernel;

namespace IpNetwork.App.Provinces.Packs;

/// <summary>The item's row in the item list (建设规范 table A.1).</summary>
internal sealed record ItemRow
{
    public required string Name { get; init; }

    public required string Category { get; init; }

    public required string DirectoryEntry { get; init; }

    public required string? BasicCode { get; init; }

    public required PackRole PlatformRole { get; init; }

    public required IReadOnlyList<NodeKind> TargetKinds { get; init; }

    public required string ServiceObject { get; init; }

    public required string Content { get; init; }

    public required string Form { get; init; }

    public required IReadOnlyList<string> LegalBasis { get; init; }
}

/// <summary>The item's row in the implementation list (建设规范 table B.1).</summary>
internal sealed record ImplementationRow
{
    public required IReadOnlyList<string> FlowConditions { get; init; }

    public required IReadOnlyList<string> AdmissionConditions { get; init; }

    public required string HandlingWay { get; init; }

    public required PackHandlingKind HandlingKind { get; init; }

    /// <summary>Working days; 0 is done on the spot. For an item that is forwarded it is the forwarding, for a guided one the answer.</summary>
    public required int CommittedLimit { get; init; }

    public required int? StatutoryLimit { get; init; }

    public required IReadOnlyList<PackMaterial> Materials { get; init; }

    public required PackCharge Fee { get; init; }

    public required int Visits { get; init; }

    public required string Result { get; init; }

    public required string SupervisionWay { get; init; }
}

internal sealed record PackMaterial
{
    public required string Code { get; init; }

    public required string Name { get; init; }

    public required PackDocumentForm Form { get; init; }

    public required int Copies { get; init; }

    public required bool Required { get; init; }

    public required string? Note { get; init; }

    public required string? Source { get; init; }
}

internal sealed record PackCharge
{
    public required bool Charged { get; init; }

    public required string? Standard { get; init; }

    public required string? Basis { get; init; }
}

internal enum PackRole
{
    Handle,
    AcceptAndForward,
    Guide,
    Assess,
}

internal enum PackHandlingKind
{
    Immediate,
    Promised,
}

internal enum PackDocumentForm
{
    Original,
    Copy,
    OriginalAndCopy,
    Electronic,
}
