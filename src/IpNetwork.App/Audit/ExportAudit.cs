using IpNetwork.App.Data;
using IpNetwork.App.Shell;

namespace IpNetwork.App.Audit;

/// <summary>The list of what was done as a spreadsheet, under the same conditions and with the same names masked.</summary>
internal static class ExportAudit
{
    public const string Path = AuditPage.Path + "/export";

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet(Path, async (HttpContext context, ListAudit list, NodeDirectory directory, CancellationToken ct) =>
            {
                var query = new QueryReader(context.Request.Query);
                var filter = AuditFilter.Read(query) with { Before = null };
                if (query.Refusals.Count > 0)
                {
                    context.Features.Set(query.Refusals[0]);
                    return Results.StatusCode(StatusCodes.Status400BadRequest);
                }

                var nodes = await directory.CurrentAsync(ct);
                return Exports.Of("操作记录", Columns(slug => nodes.BySlug(slug)?.ShortName ?? slug), list.AllAsync(filter, Exports.MostRows + 1, ct));
            })
            .ExcludeFromDescription().AtNode().Allow(AuditPolicy.Read);

    private static SheetColumn<AuditView>[] Columns(Func<string, string> name) =>
    [
        new("时间", 18, e => e.At),
        new("经办人", 12, e => e.Who),
        new("代表", 16, e => name(e.ActingNode)),
        new("处理的平台", 16, e => name(e.Node)),
        new("做了什么", 48, e => e.Summary),
        new("理由", 36, e => e.Reason),
        new("操作", 30, e => e.Verb),
        new("记录编号", 38, e => e.Id),
    ];
}
