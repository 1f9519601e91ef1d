using IpNetwork.App.Catalog.OwnItems;
using IpNetwork.App.Catalog.Workbench;
using IpNetwork.App.Shell;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Catalog;
using IpNetwork.Domain.Kernel;

namespace IpNetwork.App.Catalog.Offerings;

/// <summary>The workbench of one node over the province's items: list, editor, confirmation, conflicts.</summary>
internal sealed class OfferingPages(
    CatalogPages pages, CatalogDesk desk, ListOfferings list, ShowOffering show, EditOffering edit, PublishOffering publish, ListConflicts conflicts, ListOwnItems own,
    DiscardOffering discard)
{
    public static void Map(IEndpointRouteBuilder catalog)
    {
        catalog.MapGet("/{code}/publish", (string code, HttpContext context, OfferingPages page) => page.ReviewAsync(code, context, []))
            .Allow(CatalogPolicy.MayEditOfferings);
        catalog.MapPost("/{code}/publish", (string code, HttpContext context, OfferingPages page, IfMatch seen, Actor actor) => page.PublishAsync(code, context, seen, actor))
            .CreatesOnce()
            .Allow(CatalogPolicy.MayEditOfferings);
        catalog.MapGet("/{code}/discard", (string code, HttpContext context, OfferingPages page) => page.AskDiscardAsync(code, context, []))
            .Allow(CatalogPolicy.MayEditOfferings);
        catalog.MapPost("/{code}/discard", (string code, HttpContext context, OfferingPages page, IfMatch seen, Actor actor) => page.DiscardAsync(code, context, seen, actor))
            .Allow(CatalogPolicy.MayEditOfferings);
        catalog.MapGet("/conflicts", (HttpContext context, OfferingPages page, Actor actor) => page.ConflictsAsync(context, actor))
            .Allow(CatalogPolicy.MaySeeOfferings);
        catalog.MapPost("/{code}", (string code, HttpContext context, OfferingPages page, Actor actor) => page.SaveAsync(code, context, actor))
            .Allow(CatalogPolicy.MayEditOfferings);
    }

    public async Task<IResult> IndexAsync(HttpContext context, Actor actor) =>
        await ListedAsync(context, actor) is { } view ? await pages.ShowAsync<CatalogIndex>(context, view) : CatalogPages.Unreadable();

    public async Task<IResult> ExportAsync(HttpContext context, Actor actor) =>
        await ListedAsync(context, actor) is { } view ? CatalogPages.Export(view) : CatalogPages.Unreadable();

    private async Task<CatalogIndexView?> ListedAsync(HttpContext context, Actor actor)
    {
        var query = new QueryReader(context.Request.Query);
        var (choice, text, category) = (query.Choice<OfferingShow>("show") ?? OfferingShow.All, query.Text("q", 60) ?? "", query.Text("category"));
        if (query.Refusals.Count > 0)
        {
            context.Features.Set(query.Refusals[0]);
            return null;
        }

        var (rows, written) = (await list.HandleAsync(context.RequestAborted), await own.HandleAsync(context.RequestAborted));
        return OfferingViews.Index(context, rows, written, choice, text, category, CatalogPolicy.MayEditOwnItems.LetsIn(actor.Roles));
    }

    public async Task<IResult> OpenAsync(string code, HttpContext context, Actor actor)
    {
        if (await show.HandleAsync(code, null, context.RequestAborted) is not { } found)
        {
            return CatalogPages.Absent();
        }

        var mayEdit = CatalogPolicy.MayEditOfferings.LetsIn(actor.Roles);
        return await pages.ShowAsync<OfferingEditor>(context, OfferingViews.Editor(context, found, FormState.Of(OfferingForm.Of(found, EffectiveDay.Of(desk.Now))), mayEdit));
    }

    private async Task<IResult> SaveAsync(string code, HttpContext context, Actor actor)
    {
        var ct = context.RequestAborted;
        if (await show.HandleAsync(code, null, ct) is not { Item.IsPersonalised: false } found)
        {
            return CatalogPages.Absent();
        }

        var typed = await CatalogPages.TypedAsync(context);
        var refusals = new List<Refusal>();
        var day = CatalogPages.Day(typed.GetValueOrDefault("effectiveOn"), refusals);
        if (refusals.Count == 0)
        {
            var changes = OfferingForm.Changes(found, typed);
            var outcome = await edit.HandleAsync(code, new(changes, typed.GetValueOrDefault("reason")), await IfMatch.FindAsync(context), actor, ct);
            refusals.AddRange(outcome.Refusals);
        }

        if (refusals.Count > 0)
        {
            return await CorrectAsync(found, typed, refusals, context, view => view with { Version = typed.GetValueOrDefault(IfMatch.Field) });
        }

        if (CatalogPages.LacksReason(typed) && await show.HandleAsync(code, null, ct) is { } kept)
        {
            return await CorrectAsync(kept, typed, [CatalogRefusals.ReasonRequired()], context, view => view with { Undone = CatalogPages.KeptOnly });
        }

        return CatalogPages.Go(typed.GetValueOrDefault("act") is "draft" ? CatalogLinks.Item(context, code) : CatalogLinks.Publish(context, code, day));
    }

    private async Task<IResult> ReviewAsync(string code, HttpContext context, IReadOnlyList<Refusal> refusals)
    {
        var unreadable = new List<Refusal>();
        var day = CatalogPages.Day(context.Request.Query["effectiveOn"], unreadable) ?? EffectiveDay.Of(desk.Now);
        return unreadable.Count == 0 && await show.HandleAsync(code, null, context.RequestAborted) is { Draft: not null } found
            ? await pages.ShowAsync<PublishConfirm>(context, OfferingViews.Review(context, found, day, refusals), refusals: refusals)
            : CatalogPages.Absent();
    }

    private async Task<IResult> PublishAsync(string code, HttpContext context, IfMatch seen, Actor actor)
    {
        var refusals = new List<Refusal>();
        var day = CatalogPages.Day(context.Request.Query["effectiveOn"], refusals);
        if (refusals.Count == 0)
        {
            refusals.AddRange((await publish.HandleAsync(code, new(null, day), seen, actor, context.RequestAborted)).Refusals);
        }

        if (refusals.Count == 0)
        {
            return CatalogPages.Go(CatalogLinks.Item(context, code));
        }

        if (refusals.All(refusal => refusal.Field is null) || await show.HandleAsync(code, null, context.RequestAborted) is not { Draft: not null } found)
        {
            return await ReviewAsync(code, context, refusals);
        }

        var values = OfferingForm.Of(found, EffectiveDay.Of(desk.Now));
        values["effectiveOn"] = context.Request.Query["effectiveOn"].FirstOrDefault() ?? values["effectiveOn"];
        return await CorrectAsync(found, values, refusals, context, view => view with { Undone = "还没有发布" });
    }

    /// <summary>What stands in the way, said beside the inputs that can mend it.</summary>
    private async Task<IResult> CorrectAsync(
        OfferingFound found, Dictionary<string, string> values, List<Refusal> refusals, HttpContext context, Func<OfferingEditorView, OfferingEditorView> put)
    {
        var form = FormState.Of(values).Refused(CatalogPages.Beside(OfferingForm.Of(found, default), refusals));
        return await pages.ShowAsync<OfferingEditor>(context, put(OfferingViews.Editor(context, found, form, mayEdit: true)), refusals: refusals);
    }

    private async Task<IResult> AskDiscardAsync(string code, HttpContext context, IReadOnlyList<Refusal> refusals) =>
        await show.HandleAsync(code, null, context.RequestAborted) is { Draft: { } draft } found
            ? await pages.ShowAsync<DiscardDraft>(context, OfferingViews.Discard(context, found, draft, refusals), refusals: refusals)
            : CatalogPages.Absent();

    private async Task<IResult> DiscardAsync(string code, HttpContext context, IfMatch seen, Actor actor)
    {
        var outcome = await discard.HandleAsync(code, seen, actor, context.RequestAborted);
        return outcome.IsDone ? CatalogPages.Go(CatalogLinks.Item(context, code)) : await AskDiscardAsync(code, context, outcome.Refusals);
    }

    private async Task<IResult> ConflictsAsync(HttpContext context, Actor actor)
    {
        var rows = await conflicts.HandleAsync(context.RequestAborted);
        return await pages.ShowAsync<ConflictList>(context, OfferingViews.Conflicts(context, rows, EffectiveDay.Of(desk.Now), CatalogPolicy.MayEditOfferings.LetsIn(actor.Roles)), "conflicts");
    }
}
