using IpNetwork.App.Catalog.Workbench;
using IpNetwork.Domain.Catalog;
using CatalogRow = IpNetwork.Domain.Catalog.CatalogRow;

namespace IpNetwork.App.Catalog;

/// <summary>An item's columns in words, grouped as the two lists are.</summary>
internal static class ItemSections
{
    /// <summary>Columns that say what nodes may do with a base item.</summary>
    private static readonly string[] ForNodes = ["targetKinds", "openedFields", "neededLocally"];

    public static IReadOnlyList<SheetSection> OfBase(ItemContent content) =>
    [
        new("一、事项清单", Facts(content, CatalogRow.Item)),
        new("二、实施清单", Facts(content, CatalogRow.Implementation)),
        new("三、各平台", [.. CatalogFields.All.Where(field => ForNodes.Contains(field.Name)).Select(field => new SheetFact(field.Label, field.Read(content) ?? "没有规定"))]),
    ];

    public static IReadOnlyList<SheetSection> OfOwn(ItemContent content, LocalFields local, bool shared) =>
    [
        new("一、服务", [.. Facts(content, CatalogRow.Item), new("共享", shared ? "下属平台也显示" : "只在本平台办")]),
        new("二、怎么办", Facts(content, CatalogRow.Implementation)),
        new("三、窗口", [.. CatalogFields.All.Where(field => field.Governance is Governance.Local).Select(field => (field, Value: field.Read(local)))
            .Where(one => one.Value is not null || CatalogFields.NeededLocally(content).Contains(one.field)).Select(one => new SheetFact(one.field.Label, one.Value))]),
    ];

    /// <summary>Columns of the printed tables are there even when empty; the others only when they say something.</summary>
    private static IReadOnlyList<SheetFact> Facts(ItemContent content, CatalogRow row)
    {
        var headings = row is CatalogRow.Implementation ? content.Extra.OrderBy(extra => extra.Key, StringComparer.Ordinal).Select(extra => new SheetFact(extra.Key, extra.Value)) : [];
        return
        [
            .. CatalogFields.All.Where(field => field.Row == row && field.Governance is not Governance.Local && !ForNodes.Contains(field.Name))
                .Select(field => (field, Value: field.Read(content))).Where(one => one.Value is not null || one.field.IsPrinted)
                .Select(one => new SheetFact(one.field.Label, one.Value)),
            .. headings,
        ];
    }
}
