using IpNetwork.App.Catalog.Workbench;
using IpNetwork.App.Data;
using IpNetwork.App.Shell;
using IpNetwork.Domain.Catalog;
using IpNetwork.Domain.Catalog.Effective;
using IpNetwork.Domain.Catalog.Items;
using DifferencePage = IpNetwork.App.Catalog.Workbench.DifferenceReport;
using Report = IpNetwork.Domain.Catalog.Effective.DifferenceReport;

namespace IpNetwork.App.Catalog.BaseItems;

/// <summary>One item across the province: on a page, and as a spreadsheet.</summary>
internal sealed class DifferencePages(CatalogPages pages, CatalogDesk desk, CompareBaseItem compare, NodeDirectory directory)
{
    public static void Map(IEndpointRouteBuilder catalog)
    {
        catalog.MapGet("/differences", (HttpContext context, DifferencePages page) => page.ShowAsync(context)).Allow(CatalogPolicy.MaySeeBaseItems);
        catalog.MapGet("/differences/export", (HttpContext context, DifferencePages page) => page.ExportAsync(context)).Allow(CatalogPolicy.MaySeeBaseItems);
    }

    private async Task<IResult> ShowAsync(HttpContext context)
    {
        if (await ChosenAsync(context) is not { } chosen)
        {
            return CatalogPages.Absent();
        }

        var catalog = await desk.CompiledHereAsync(context.RequestAborted);
        var nodes = await directory.CurrentAsync(context.RequestAborted);
        return await pages.ShowAsync<DifferencePage>(context, DifferenceViews.Of(context, catalog, chosen.History, chosen.Report, desk.Now, nodes), "differences");
    }

    private async Task<IResult> ExportAsync(HttpContext context)
    {
        if (await ChosenAsync(context) is not { } chosen)
        {
            return CatalogPages.Absent();
        }

        var nodes = await directory.CurrentAsync(context.RequestAborted);
        return Exports.Of("各地差异", DifferenceViews.Columns(chosen.History.Latest), DifferenceViews.Rows(context, chosen.History, chosen.Report, desk.Now, nodes));
    }

    /// <summary>The item of the address, or the first of the list.</summary>
    private async Task<(Timeline<BaseItemVersion> History, Report Report)?> ChosenAsync(HttpContext context)
    {
        var catalog = await desk.CompiledHereAsync(context.RequestAborted);
        var code = context.Request.Query["item"].ToString();
        var history = code.Length == 0 ? catalog.Histories.FirstOrDefault() : catalog.History(code);
        return history is not null && await compare.HandleAsync(history.Latest.ItemCode, context.RequestAborted) is { } report ? (history, report) : null;
    }
}
