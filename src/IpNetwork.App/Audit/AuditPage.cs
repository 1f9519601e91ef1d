using IpNetwork.App.Data;
using IpNetwork.App.Data.Trail;
using IpNetwork.App.Shell;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Kernel;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace IpNetwork.App.Audit;

/// <summary>The workbench's list of what was done.</summary>
internal sealed class AuditPage(ListAudit list, NetworkDb db, NodeDirectory directory, CurrentNode current, IShellContexts shells)
{
    public const string Path = "/workbench/audit";

    private static readonly FieldOption[] Rooms =
    [
        new("", "全部"), new("staff.", "人员和进入"), new("nodes.", "平台变更"), new("establishment.", "设立申报"), new("experts.", "专家"), new("catalog.", "事项目录"), new("plates.", "牌匾"), new("opening.", "开办准备"), new("norms.", "统一规范"), new("calendar.", "工作日历"), new("provinces.", "省级配置"),
    ];

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet(Path, (HttpContext context, AuditPage page, CancellationToken ct) => page.ShowAsync(context, ct))
            .ExcludeFromDescription().AtNode().Allow(AuditPolicy.Read);

    private async Task<IResult> ShowAsync(HttpContext context, CancellationToken ct)
    {
        var query = new QueryReader(context.Request.Query);
        var filter = AuditFilter.Read(query);
        var found = query.Refusals.Count > 0 ? new([], null) : await list.HandleAsync(filter, ct);
        var nodes = await directory.CurrentAsync(ct);
        var (href, own) = (context.Request.PathBase + Path, nodes.ById(current.Id)?.Slug);
        var typed = context.Request.Query.ToDictionary(q => q.Key, q => q.Value.ToString());
        var model = new AuditListView
        {
            ListHref = href,
            Filter = FormState.Of(typed).Refused(query.Refusals),
            Verbs = Rooms,
            Rows = [.. found.Items.Select(e => new AuditRow(e.At, e.Who, Name(e.ActingNode), e.Summary, null) { OnNode = e.Node == e.ActingNode && e.Node == own ? null : Name(e.Node), Reason = e.Reason })],
            Pages = new(found.Items.Count, null, filter.Before is null ? null : Link(typed, null), found.NextCursor is { } next ? Link(typed, next) : null),
            Seal = await SealAsync(ct),
            ExportHref = found.Items.Count == 0 ? null : context.Request.PathBase + ExportAudit.Path + Conditions(typed, null),
            HasBelow = nodes.ChildrenOf(current.Id).Any(),
        };
        return new RazorComponentResult<AuditList>(new { Shell = await shells.ForAsync(context, "audit", ct), Model = model })
        {
            StatusCode = query.Refusals.Count > 0 ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK,
        };

        string Name(string slug) => nodes.BySlug(slug)?.ShortName ?? slug;

        string Link(Dictionary<string, string> parts, string? cursor) => href + Conditions(parts, cursor);

        static QueryString Conditions(Dictionary<string, string> parts, string? cursor) =>
            QueryString.Create(parts.Where(p => p.Key != "cursor" && p.Value.Length > 0).Append(new("cursor", cursor ?? "")).Where(p => p.Value.Length > 0).Select(p => KeyValuePair.Create(p.Key, (string?)p.Value)));
    }

    private async Task<SealCard> SealAsync(CancellationToken ct)
    {
        var network = current.Node.NetworkId;
        var last = await db.Set<AuditSeal>().AsNoTracking().Where(s => s.NodeId == network).OrderByDescending(s => s.Number).FirstOrDefaultAsync(ct);
        return last is null
            ? new(new("还没有封存", Tone.Wait), null, null, null)
            : new(new("已封存", Tone.Ok), last.SealedAt, last.Head, null);
    }
}
