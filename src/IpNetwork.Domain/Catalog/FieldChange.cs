namespace IpNetwork.Domain.Catalog;

/// <summary>One field somebody wants to change, as typed. <paramref name="List"/> carries the codes of the materials still asked for.</summary>
public sealed record FieldChange(string Field, string? Text = null, IReadOnlyList<string>? List = null);

/// <summary>One field two versions say differently.</summary>
public sealed record FieldDifference(CatalogField Field, string? Before, string? After)
{
    public static IReadOnlyList<FieldDifference> Between(ItemContent? before, ItemContent after)
    {
        var left = before ?? new ItemContent();
        var headings = left.Extra.Keys.Union(after.Extra.Keys).Order(StringComparer.Ordinal).Select(CatalogField.Open);
        return
        [
            .. CatalogFields.All.Concat(headings)
                .Where(field => !field.IsSame(left, after) || (before is null && field.Read(after) is not null))
                .Select(field => new FieldDifference(field, before is null ? null : field.Read(left), field.Read(after))),
        ];
    }
}
