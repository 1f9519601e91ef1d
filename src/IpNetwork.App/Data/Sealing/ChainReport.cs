namespace IpNetwork.App.Data.Sealing;

/// <summary>What the verification of one network's chain found.</summary>
internal sealed record ChainReport(string Network, long Events, long Seals, string Head, long Unsealed, int Published, Break? Break);

/// <param name="Seal">The first link that does not hold.</param>
internal sealed record Break(long Seal, BreakKind Kind, string Detail);

internal enum BreakKind
{
    /// <summary>As many events as sealed, but not the same.</summary>
    EventEdited,

    /// <summary>Fewer events than sealed.</summary>
    EventDeleted,

    /// <summary>More events than sealed, or events where no link can be any more.</summary>
    EventInserted,

    /// <summary>Events missing from one link turn up in another.</summary>
    EventsReordered,
    SealRewritten,
    SealMissing,

    /// <summary>The published heads go on where the chain ends.</summary>
    TailTruncated,
}
