using System.Globalization;

namespace IpNetwork.App.Tests.Isolation;

/// <summary>Two cities of one province whose ids begin alike, as codes of a city and its county do.</summary>
internal sealed record Neighbour(int Id, string Path)
{
    public string Setting => Id.ToString(CultureInfo.InvariantCulture);

    /// <summary>Somebody who has rows at this node alone.</summary>
    public string Person => $"00000000-0000-7000-8000-{Id:d12}";
}

internal static class Neighbours
{
    public static readonly Neighbour Ours = new(3301, "/33/3301/");
    public static readonly Neighbour Theirs = new(330109, "/33/330109/");

    public static IReadOnlyList<Neighbour> All { get; } = [Ours, Theirs];
}
