using IpNetwork.App.Catalog.Workbench;
using IpNetwork.App.Shell;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Catalog;
using IpNetwork.Domain.Kernel;

namespace IpNetwork.App.Catalog.BaseItems;

/// <summary>Suspending, cancelling, restoring and giving up a draft, each on a page of its own.</summary>
internal sealed class BaseStatePages(CatalogPages pages, CatalogDesk desk, TurnBaseItem turn, CompareBaseItem compare, ShowBaseItemDraft show, DiscardBaseItem discard)
{
    public static void Map(IEndpointRouteBuilder catalog)
    {
        foreach (var way in ItemTurn.All)
        {
            catalog.MapGet($"/{{code}}/{way.Noun}", (string code, HttpContext context, BaseStatePages page) => page.AskAsync(code, way, context, null, []))
                .Allow(CatalogPolicy.MayEditBaseItems);
            catalog.MapPost($"/{{code}}/{way.Noun}", (string code, HttpContext context, BaseStatePages page, Actor actor) => page.TurnAsync(code, way, context, actor))
                .CreatesOnce()
                .Allow(CatalogPolicy.MayEditBaseItems);
        }

        catalog.MapGet("/drafts/{id:guid}/discard", (Guid id, HttpContext context, BaseStatePages page) => page.AskDiscardAsync(id, context, [])).Allow(CatalogPolicy.MayEditBaseItems);
        catalog.MapPost("/drafts/{id:guid}/discard", (Guid id, HttpContext context, BaseStatePages page, IfMatch seen, Actor actor) => page.DiscardAsync(id, context, seen, actor))
            .Allow(CatalogPolicy.MayEditBaseItems);
    }

    private async Task<IResult> AskAsync(string code, ItemTurn way, HttpContext context, Dictionary<string, string>? typed, IReadOnlyList<Refusal> refusals)
    {
        if (await compare.HandleAsync(code, context.RequestAborted) is not { } report || (await desk.CompiledHereAsync(context.RequestAborted)).History(code) is not { } history)
        {
            return CatalogPages.Absent();
        }

        var name = history.Latest.Content.Name;
        var view = new TurnItemView
        {
            ItemName = name,
            Act = way.Act,
            Steps = [new("全省事项目录", CatalogLinks.Index(context)), new(name, CatalogLinks.Item(context, code))],
            Action = CatalogLinks.State(context, code, way.Noun),
            BackHref = CatalogLinks.Item(context, code),
            Version = history.Latest.Version.ToString(System.Globalization.CultureInfo.InvariantCulture),
            Touches = [$"全省 {report.Nodes.Count} 个平台有这个事项，其中 {report.Offered} 个正在办。"],
            Warnings = way.To is ItemState.Cancelled && history.Latest.Content.Bundle.Number is not null ? [TurnBaseItem.BundleWarning] : [],
            Form = FormState.Of(typed ?? new Dictionary<string, string> { ["effectiveOn"] = Say.Day(EffectiveDay.Of(desk.Now)) }).Refused(refusals),
        };
        return await pages.ShowAsync<TurnItemPage>(context, view, refusals: refusals);
    }

    private async Task<IResult> TurnAsync(string code, ItemTurn way, HttpContext context, Actor actor)
    {
        var typed = await CatalogPages.TypedAsync(context);
        var refusals = new List<Refusal>();
        var day = CatalogPages.Day(typed.GetValueOrDefault("effectiveOn"), refusals);
        if (refusals.Count == 0)
        {
            refusals.AddRange((await turn.HandleAsync(code, way.To, new(typed.GetValueOrDefault("reason"), day), actor, context.RequestAborted)).Refusals);
        }

        return refusals.Count == 0 ? CatalogPages.Go(CatalogLinks.Versions(context, code)) : await AskAsync(code, way, context, typed, refusals);
    }

    private async Task<IResult> AskDiscardAsync(Guid id, HttpContext context, IReadOnlyList<Refusal> refusals)
    {
        if (await show.HandleAsync(id, context.RequestAborted) is not { } found)
        {
            return CatalogPages.Absent();
        }

        var (name, back) = (found.Draft.Content.Name, CatalogLinks.BaseDraft(context, id));
        var view = new DiscardDraftView(name, found.Draft.BasedOnVersion, CatalogLinks.DiscardBase(context, id), back)
        {
            Steps = [new("全省事项目录", CatalogLinks.Index(context)), new(name, back)],
            Version = found.Version.ToString(System.Globalization.CultureInfo.InvariantCulture),
            Form = FormState.Empty.Refused(refusals),
        };
        return await pages.ShowAsync<DiscardDraft>(context, view, refusals: refusals);
    }

    private async Task<IResult> DiscardAsync(Guid id, HttpContext context, IfMatch seen, Actor actor)
    {
        var outcome = await discard.HandleAsync(id, seen, actor, context.RequestAborted);
        return outcome.IsDone ? CatalogPages.Go(CatalogLinks.Index(context)) : await AskDiscardAsync(id, context, outcome.Refusals);
    }
}
