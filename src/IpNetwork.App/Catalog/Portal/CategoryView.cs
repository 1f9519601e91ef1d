using IpNetwork.App.Shell;

namespace IpNetwork.App.Catalog.Portal;

/// <summary>A category of the item list as the front pages show it.</summary>
/// <param name="Says">What one comes here for, in everyday words.</param>
public sealed record CategoryView(string Name, string Href, int Count, string Says, IReadOnlyList<LinkView> Items);

/// <summary>One part of the public window of information and where it leads.</summary>
public sealed record InformationEntry(string Title, IReadOnlyList<InformationWay> Ways);

/// <param name="Note">What one finds there.</param>
public sealed record InformationWay(string Text, string Href, string? Note = null);

public sealed record NoticeRow(string Title, string Href, DateOnly PublishedOn);

/// <summary>A city with what it has: said in text what the cartogram draws.</summary>
public sealed record PlaceRow(LinkView City, string? StateWord, IReadOnlyList<LinkView> Parks);
