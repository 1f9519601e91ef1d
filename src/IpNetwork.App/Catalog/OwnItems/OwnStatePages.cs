using System.Globalization;
using IpNetwork.App.Catalog.Workbench;
using IpNetwork.App.Shell;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Catalog;
using IpNetwork.Domain.Kernel;

namespace IpNetwork.App.Catalog.OwnItems;

/// <summary>What happens to an own item beside its writing: suspended, cancelled, restored, its versions, a draft given up.</summary>
internal sealed class OwnStatePages(CatalogPages pages, CatalogDesk desk, ListOwnItems list, TurnOwnItem turn, ShowOwnItemDraft show, DiscardOwnItem discard)
{
    public static void Map(IEndpointRouteBuilder catalog)
    {
        foreach (var way in ItemTurn.All)
        {
            catalog.MapGet($"/own/{{code}}/{way.Noun}", (string code, HttpContext context, OwnStatePages page) => page.AskAsync(code, way, context, null, []))
                .Allow(CatalogPolicy.MayEditOwnItems);
            catalog.MapPost($"/own/{{code}}/{way.Noun}", (string code, HttpContext context, OwnStatePages page, Actor actor) => page.TurnAsync(code, way, context, actor))
                .CreatesOnce()
                .Allow(CatalogPolicy.MayEditOwnItems);
        }

        catalog.MapGet("/own/{code}/versions", (string code, HttpContext context, OwnStatePages page) => page.VersionsAsync(code, context)).Allow(CatalogPolicy.MaySeeOwnItems);
        catalog.MapGet("/own/{id:guid}/discard", (Guid id, HttpContext context, OwnStatePages page) => page.AskDiscardAsync(id, context, [])).Allow(CatalogPolicy.MayEditOwnItems);
        catalog.MapPost("/own/{id:guid}/discard", (Guid id, HttpContext context, OwnStatePages page, IfMatch seen, Actor actor) => page.DiscardAsync(id, context, seen, actor))
            .Allow(CatalogPolicy.MayEditOwnItems);
    }

    private async Task<IResult> AskAsync(string code, ItemTurn way, HttpContext context, Dictionary<string, string>? typed, IReadOnlyList<Refusal> refusals)
    {
        if ((await desk.CatalogAsync(context.RequestAborted)).NodeCatalog.OwnItem(code) is not { } history)
        {
            return CatalogPages.Absent();
        }

        var hasDraft = (await list.HandleAsync(context.RequestAborted)).Any(row => row.Code == code && row.DraftId is not null);
        var form = FormState.Of(typed ?? new Dictionary<string, string> { ["effectiveOn"] = Say.Day(EffectiveDay.Of(desk.Now)) }).Refused(refusals);
        return await pages.ShowAsync<TurnItemPage>(context, OwnItemViews.Turn(context, history, way, hasDraft, form), refusals: refusals);
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

        return refusals.Count == 0 ? CatalogPages.Go(CatalogLinks.OwnVersions(context, code)) : await AskAsync(code, way, context, typed, refusals);
    }

    private async Task<IResult> VersionsAsync(string code, HttpContext context) =>
        (await desk.CatalogAsync(context.RequestAborted)).NodeCatalog.OwnItem(code) is { } history
            ? await pages.ShowAsync<VersionHistory>(context, OwnItemViews.Versions(context, history, desk.Now))
            : CatalogPages.Absent();

    private async Task<IResult> AskDiscardAsync(Guid id, HttpContext context, IReadOnlyList<Refusal> refusals)
    {
        if (await show.HandleAsync(id, context.RequestAborted) is not { } found)
        {
            return CatalogPages.Absent();
        }

        var view = new DiscardDraftView(found.Draft.Content.Name, found.Draft.BasedOnVersion, CatalogLinks.DiscardOwn(context, id), CatalogLinks.OwnDraft(context, id))
        {
            Steps = [new("事项目录", CatalogLinks.Index(context)), new(found.Draft.Content.Name, CatalogLinks.OwnDraft(context, id))],
            Version = found.Version.ToString(CultureInfo.InvariantCulture),
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
