using IpNetwork.App.Catalog.Workbench;
using IpNetwork.App.Data;
using IpNetwork.App.Shell;
using IpNetwork.Domain.Catalog;
using IpNetwork.Domain.Catalog.Effective;
using IpNetwork.Domain.Catalog.Items;
using Report = IpNetwork.Domain.Catalog.Effective.DifferenceReport;

namespace IpNetwork.App.Catalog.BaseItems;

internal static class DifferenceViews
{
    public static DifferenceReportView Of(
        HttpContext at, BaseCatalog catalog, Timeline<BaseItemVersion> history, Report report, DateTimeOffset now, NodeDirectory.Snapshot nodes)
    {
        var content = (history.At(now) ?? history.Latest).Content;
        var code = history.Latest.ItemCode;
        return new()
        {
            ReportHref = CatalogLinks.Differences(at),
            Items = [.. catalog.Histories.Select(h => new FieldOption(h.Latest.ItemCode, h.Latest.Content.Name))],
            Filter = FormState.Of(new Dictionary<string, string> { ["item"] = code }),
            ItemName = content.Name,
            ProvinceLimit = Limit(content),
            ProvinceMaterials = Materials(content),
            Figures =
            [
                new("有这个事项的平台", Say.Count(report.Nodes.Count), "个"),
                new("正在办", Say.Count(report.Offered), "个"),
                new("没有落地", Say.Count(report.NotLocalised), "个"),
                new("已收紧", Say.Count(report.Tightened), "个"),
                new("有冲突", Say.Count(report.InConflict), "个"),
            ],
            Segments = [new("全部", CatalogLinks.Differences(at, code), report.Nodes.Count, true)],
            Rows = [.. Rows(at, history, report, now, nodes)],
            Pages = new(report.Nodes.Count, report.Nodes.Count) { Unit = "个平台" },
            ExportHref = report.Nodes.Count == 0 ? null : CatalogLinks.DifferenceSheet(at, code),
        };
    }

    /// <summary>What waits for a decision first, then what cannot be had.</summary>
    public static IEnumerable<DifferenceRow> Rows(HttpContext at, Timeline<BaseItemVersion> history, Report report, DateTimeOffset now, NodeDirectory.Snapshot nodes)
    {
        var content = (history.At(now) ?? history.Latest).Content;
        return report.Nodes.OrderByDescending(row => row.SetAside.Count).ThenBy(row => row.IsOffered).Select(row => Row(at, row, Limit(content), Materials(content), nodes));
    }

    public static IReadOnlyList<SheetColumn<DifferenceRow>> Columns(BaseItemVersion item) =>
    [
        new("事项", 30, _ => item.Content.Name),
        new("编码", 12, _ => item.ItemCode),
        new("平台", 22, row => row.Node.Text),
        new("种类", 18, row => row.Kind),
        new("落地", 12, row => row.Local.Text),
        new("承诺时限", 14, row => row.Limit),
        new("时限已收紧", 12, row => row.LimitTightened ? "是" : "否"),
        new("材料", 40, row => row.Materials),
        new("材料已收紧", 12, row => row.MaterialsTightened ? "是" : "否"),
        new("窗口", 24, row => row.Windows),
        new("电话", 18, row => row.Phone),
        new("冲突", 8, row => row.Conflicts),
    ];

    private static string Limit(ItemContent content) => CatalogFields.CommittedLimit.Read(content) ?? "没有规定";

    private static string Materials(ItemContent content) => $"全省 {content.Materials?.Count ?? 0} 份";

    private static DifferenceRow Row(HttpContext at, NodeDifference row, string limit, string materials, NodeDirectory.Snapshot nodes)
    {
        var node = nodes.ById(row.Node.Id);
        var tightened = row.Tightened.ToDictionary(field => field.Field.Name);
        var local = row.Local.ToDictionary(field => field.Field.Name, field => field.Value);
        return new(
            new(node?.PlaceName ?? "", node is null ? "" : at.HrefTo(node)),
            NodeWords.Of(row.Node.Kind),
            row.IsOffered ? new("已落地", Tone.Ok) : row.Missing.Count == 0 ? new("填好了，没有开办", Tone.Wait) : new($"还差 {row.Missing.Count} 项", Tone.Warn),
            tightened.GetValueOrDefault("committedLimit")?.Value ?? limit,
            tightened.GetValueOrDefault("materials")?.Value ?? materials)
        {
            LimitTightened = tightened.ContainsKey("committedLimit"),
            MaterialsTightened = tightened.ContainsKey("materials"),
            Windows = local.GetValueOrDefault("windows"),
            Phone = local.GetValueOrDefault("phones"),
            Conflicts = row.SetAside.Count,
        };
    }
}
