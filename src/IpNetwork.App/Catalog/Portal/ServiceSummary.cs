using IpNetwork.Domain.Catalog;
using IpNetwork.Domain.Catalog.Effective;

namespace IpNetwork.App.Catalog.Portal;

/// <summary>One item in a node's public list.</summary>
internal sealed record ServiceSummary(
    string Code,
    string Name,
    string? Category,
    string Kind,
    string? Summary,
    ItemState State,
    bool Offered,
    bool Localised,
    int? CommittedLimit,
    PlatformRole PlatformRole,
    bool Personalised,
    bool Sample)
{
    public static ServiceSummary Of(EffectiveItem item) => new(
        item.Code,
        item.Name,
        item.Content.Category,
        item.IsPersonalised ? ServiceQuery.ValueAdded : ServiceQuery.Base,
        item.Content.Content,
        item.State,
        item.IsOffered,
        item.IsLocalised,
        item.CommittedLimit,
        item.Content.PlatformRole,
        item.IsPersonalised,
        item.IsSample);
}

/// <summary>Both lists that a node publishes: what is shared with the whole province, and what is its own (CAT-18).</summary>
internal sealed record PublishedLists(string Node, DateTimeOffset AsOf, IReadOnlyList<ServiceSummary> Shared, IReadOnlyList<ServiceSummary> Personalised);
