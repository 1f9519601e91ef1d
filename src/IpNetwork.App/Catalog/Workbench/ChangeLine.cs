namespace IpNetwork.App.Catalog.Workbench;

/// <summary>One field before and after, in words.</summary>
public sealed record ChangeLine(string Label, string From, string To)
{
    /// <summary>Shorter, longer, newly asked for: what the change means to people.</summary>
    public string? Means { get; init; }
}
