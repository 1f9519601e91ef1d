using IpNetwork.Domain.Staff;
using IpNetwork.Testing;

namespace IpNetwork.Journeys.Tests.Walk;

/// <summary>One page as one person sees it.</summary>
/// <param name="Status">What the page answers; an error page is a page too.</param>
internal sealed record Visit(string Route, string Path, Guest Guest, int Status = 200)
{
    /// <summary>For files and lists: the same page seen by two people has two names.</summary>
    public string Name => Guest.Role is { } role ? $"{Path}-{role}" : $"{Path}-public";

    /// <summary>A page whose words are another product's.</summary>
    public bool IsForeign { get; init; }
}

/// <param name="Role">None for the public.</param>
internal sealed record Guest(TestNode? Node, Role? Role)
{
    public static Guest Public { get; } = new(null, null);
}
