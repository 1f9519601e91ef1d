namespace IpNetwork.App.Shell;

/// <summary>Who decided a value: shown beside it, in guide and editor alike.</summary>
public sealed record OriginView(Origin Kind, string Text);

public enum Origin
{
    /// <summary>Unified for the whole province.</summary>
    Province,

    /// <summary>Filled in by the node itself.</summary>
    Node,

    /// <summary>Filled in by a workstation or another node below.</summary>
    Station,

    /// <summary>The node promises less time or asks for less than the province.</summary>
    Tightened,
}
