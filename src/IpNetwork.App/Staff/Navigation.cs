using IpNetwork.App.Shell;
using IpNetwork.Domain.Kernel;
using IpNetwork.Domain.Nodes;
using IpNetwork.Domain.Staff;

namespace IpNetwork.App.Staff;

/// <summary>The portal's tabs and the workbench's sections. An entry is shown where its route exists and, in the workbench, where the rule lets one of the reader's roles in.</summary>
internal sealed class Navigation(IEnumerable<EndpointDataSource> sources)
{
    private const string CatalogPath = "/workbench/catalog";
    private const string OpinionsPath = "/workbench/opinions";

    private static readonly (string Title, (string Key, string Text, string Path)[] Entries)[] Sections =
    [
        ("今天要做", [("workbench", "待办总表", "/workbench"), ("conflicts", "新版冲突", "/workbench/catalog/conflicts")]),
        ("业务", [("catalog", "事项目录", CatalogPath), ("promotions", "升级建议", "/workbench/catalog/promotions"), ("differences", "各地差异", "/workbench/catalog/differences")]),
        ("设立", [("applications", "设立申报", "/workbench/applications"), ("build-plan", "建设计划", "/workbench/build-plan"), ("experts", "专家库", "/workbench/experts"), ("opinions", "属地意见", OpinionsPath)]),
        ("建设", [("funding", "专项资金", "/workbench/funding"), ("local-funds", "本地经费", "/workbench/local-funds")]),
        ("本平台", [("network", "平台网络", "/workbench/network"), ("life", "本平台的经历", "/workbench/life"), ("plates", "牌匾", "/workbench/plates"), ("readiness", "各平台开办情况", "/workbench/readiness"), ("opening", "开办准备", "/workbench/opening"), ("people", "人员", "/workbench/people"), ("norms", "统一规范", "/workbench/norms"), ("audit", "留痕", "/workbench/audit")]),
    ];

    private static readonly (string Key, string Text, string Path)[] PublicTabs =
        [("home", "首页", "/"), ("services", "办事", "/services"), ("network", "平台网络", "/network"), ("norms", "统一规范", "/norms"), ("plates", "牌匾查验", "/plates"), ("establishment", "设立申报", "/establishment")];

    public IReadOnlyList<RailGroup> Rail(Node node, IReadOnlyList<Role> roles, string basePath) => roles.Count == 0 ? [] :
    [
        .. Sections
            .Select(section => new RailGroup(section.Title, [.. section.Entries.Where(e => MayOpen(e.Path, roles) && IsOf(e.Path, node)).Select(e => new RailEntry(e.Key, e.Text, basePath + e.Path))]))
            .Where(group => group.Entries.Count > 0),
    ];

    public string? SearchHref(IReadOnlyList<Role> roles, string basePath) => MayOpen(CatalogPath, roles) ? basePath + CatalogPath : null;

    /// <summary>The portal's tabs, those whose room is there.</summary>
    public IReadOnlyList<NavEntry> Tabs(string basePath) =>
        [.. PublicTabs.Where(tab => Rules.ContainsKey(tab.Path)).Select(tab => new NavEntry(tab.Key, tab.Text, tab.Path == "/" && basePath.Length > 0 ? basePath : basePath + tab.Path))];

    private bool MayOpen(string path, IReadOnlyList<Role> roles) =>
        Rules.TryGetValue(path, out var rule) && (rule.Roles.Count == 0 || rule.Roles.Any(roles.Contains));

    /// <summary>Only cities are asked for their opinion.</summary>
    private static bool IsOf(string path, Node node) => path != OpinionsPath || node.Kind is NodeKind.City;

    private Dictionary<string, RouteRule> Rules => field ??= sources
        .SelectMany(source => source.Endpoints)
        .OfType<RouteEndpoint>()
        .Where(e => e.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains(HttpMethods.Get) is true)
        .Select(e => (Path: "/" + e.RoutePattern.RawText?.Trim('/'), Rule: e.Metadata.GetMetadata<RouteRule>()))
        .Where(e => e.Rule is not null)
        .DistinctBy(e => e.Path)
        .ToDictionary(e => e.Path, e => e.Rule ?? RouteRule.Members, StringComparer.Ordinal);
}
