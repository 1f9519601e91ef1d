using IpNetwork.App.Shell;
using IpNetwork.Domain.Catalog.Effective;

namespace IpNetwork.App.Catalog.Portal;

/// <summary>What was looked for and found, with every way on as a link that keeps the other conditions.</summary>
internal sealed class ListedServices(HttpContext context, PublicPlace place, ServiceQuery query, QueryReader reader)
{
    private readonly IReadOnlyList<EffectiveItem> shown = place.Items.Public;
    private readonly List<EffectiveItem> found = [.. CatalogSearch.Find(place.Items.Public, query.Text).Select(hit => hit.Item)];

    public ServiceListView View()
    {
        var page = reader.Refusals.Count > 0 ? new([], 0, null) : query.Of(shown);
        var typed = context.Request.Query["q"].ToString();
        return new()
        {
            PlaceName = place.Node.PlaceName,
            SearchHref = Href(query with { Text = null, Category = null, Kind = null, After = null }),
            Query = query.Text ?? (typed.Length > ServiceQuery.LongestText ? typed[..ServiceQuery.LongestText] : typed),
            QueryProblem = reader.Refusals.Count > 0 ? reader.Refusals[0].Message : null,
            Kept = [.. Conditions(query with { Text = null, After = null }).Select(condition => KeyValuePair.Create(condition.Key, condition.Value ?? ""))],
            Directories = [Directory("全部", null), Directory("共性事项", ServiceQuery.Base), Directory("个性化事项", ServiceQuery.ValueAdded)],
            Categories = [.. Categories()],
            DirectorySays = query.Kind switch
            {
                ServiceQuery.Base => "共性事项由全省统一规定，各地条件、材料一样。",
                ServiceQuery.ValueAdded => "个性化事项由各平台自己提供，别处不一定有。",
                _ => null,
            },
            Rows = [.. page.Items.Select(item => ServiceRows.Of(item, context, place))],
            Pages = new(page.Items.Count, page.Total, query.After is null ? null : Href(query with { After = null }), page.Next is null ? null : Href(query with { After = null }, page.Next)) { Unit = "项" },
            WaysOn = [.. WaysOn()],
        };
    }

    private SegmentView Directory(string text, string? kind) =>
        new(text, Href(query with { Kind = kind, After = null }), found.Count((query with { Kind = kind }).Takes), query.Kind == kind);

    /// <summary>A category stays in sight while the directory has items in it, found or not.</summary>
    private IEnumerable<SegmentView> Categories()
    {
        var any = query with { Category = null, After = null };
        var counts = found.Where(any.Takes).CountBy(item => item.Content.Category ?? "").ToDictionary();
        var filled = shown.Where(any.Takes).Select(item => item.Content.Category).ToHashSet();
        yield return new("全部类别", Href(any), counts.Values.Sum(), query.Category is null);
        foreach (var category in place.Categories().Where(filled.Contains))
        {
            yield return new(place.ShortCategory(category), Href(any with { Category = category }), counts.GetValueOrDefault(category), query.Category == category);
        }
    }

    private IEnumerable<LinkView> WaysOn()
    {
        if (query.Category is not null || query.Kind is not null)
        {
            yield return new("在全部事项里找", Href(query with { Category = null, Kind = null, After = null }));
        }

        if (query.Text is not null)
        {
            yield return new("看全部事项", Href(query with { Text = null, Category = null, Kind = null, After = null }));
        }

        if (place.Node.ParentId is { } id && place.Nodes.ById(id) is { } parent)
        {
            yield return new($"到{parent.PlaceName}的清单里找", context.HrefTo(parent, "/services" + QueryString.Create(Conditions(query with { Category = null, Kind = null }))));
        }
    }

    private string Href(ServiceQuery to, string? cursor = null)
    {
        var conditions = Conditions(to);
        return $"{context.Request.PathBase}/services{QueryString.Create(cursor is null ? conditions : conditions.Append(new("cursor", cursor)))}";
    }

    private static IEnumerable<KeyValuePair<string, string?>> Conditions(ServiceQuery of)
    {
        (string Name, string? Value)[] all = [("q", of.Text), ("category", of.Category), ("kind", of.Kind)];
        return all.Where(condition => condition.Value is not null).Select(condition => KeyValuePair.Create(condition.Name, condition.Value));
    }
}
