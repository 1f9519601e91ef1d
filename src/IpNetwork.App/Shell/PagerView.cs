namespace IpNetwork.App.Shell;

/// <summary>Where a list goes on. Pages are found by key, so there are no page numbers to go stale.</summary>
public sealed record PagerView(int Shown, int? Total = null, string? FirstHref = null, string? NextHref = null)
{
    public string Unit { get; init; } = "条";
}
