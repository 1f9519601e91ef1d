using IpNetwork.App.Catalog.Workbench;
using IpNetwork.App.Data;
using IpNetwork.App.Shell;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Catalog;
using IpNetwork.Domain.Kernel;

namespace IpNetwork.App.Catalog.BaseItems;

/// <summary>Where the province compiles: write, try out, confirm, look back.</summary>
internal sealed class BaseItemPages(
    CatalogPages pages, CatalogDesk desk, IProvinceSettings settings, CurrentNode current, NodeDirectory directory, ListBaseItems list, StartBaseItem start,
    ShowBaseItemDraft show, EditBaseItem edit, TryBaseItem attempt, PublishBaseItem publish, ListBaseItemVersions versions)
{
    public static void Map(IEndpointRouteBuilder catalog)
    {
        catalog.MapGet("/new", (HttpContext context, BaseItemPages page) => page.NewAsync(context)).Allow(CatalogPolicy.MayEditBaseItems);
        catalog.MapPost("/new", (HttpContext context, BaseItemPages page, Actor actor) => page.StartAsync(context, actor)).CreatesOnce().Allow(CatalogPolicy.MayEditBaseItems);
        catalog.MapPost("/{code}/draft", (string code, HttpContext context, BaseItemPages page, Actor actor) => page.ReviseAsync(code, context, actor))
            .CreatesOnce().Allow(CatalogPolicy.MayEditBaseItems);
        catalog.MapGet("/drafts/{id:guid}", (Guid id, HttpContext context, BaseItemPages page, Actor actor) => page.OpenAsync(id, context, actor)).Allow(CatalogPolicy.MaySeeBaseItems);
        catalog.MapPost("/drafts/{id:guid}", (Guid id, HttpContext context, BaseItemPages page, IfMatch seen, Actor actor) => page.SaveAsync(id, context, seen, actor))
            .Allow(CatalogPolicy.MayEditBaseItems);
        catalog.MapGet("/drafts/{id:guid}/what-if", (Guid id, HttpContext context, BaseItemPages page) => page.TryAsync(id, context)).Allow(CatalogPolicy.MaySeeBaseItems);
        catalog.MapGet("/drafts/{id:guid}/publish", (Guid id, HttpContext context, BaseItemPages page) => page.ReviewAsync(id, context, [])).Allow(CatalogPolicy.MayEditBaseItems);
        catalog.MapPost("/drafts/{id:guid}/publish", (Guid id, HttpContext context, BaseItemPages page, IfMatch seen, Actor actor) => page.PublishAsync(id, context, seen, actor))
            .CreatesOnce().Allow(CatalogPolicy.MayEditBaseItems);
        catalog.MapGet("/{code}/versions", (string code, HttpContext context, BaseItemPages page) => page.VersionsAsync(code, context)).Allow(CatalogPolicy.MaySeeBaseItems);
    }

    public async Task<IResult> IndexAsync(HttpContext context, Actor actor) =>
        await ListedAsync(context, actor) is { } view ? await pages.ShowAsync<CatalogIndex>(context, view) : CatalogPages.Unreadable();

    public async Task<IResult> ExportAsync(HttpContext context, Actor actor) =>
        await ListedAsync(context, actor) is { } view ? CatalogPages.Export(view) : CatalogPages.Unreadable();

    private async Task<CatalogIndexView?> ListedAsync(HttpContext context, Actor actor)
    {
        var query = new QueryReader(context.Request.Query);
        var (text, category) = (query.Text("q", 60) ?? "", query.Text("category"));
        if (query.Refusals.Count > 0)
        {
            context.Features.Set(query.Refusals[0]);
            return null;
        }

        return BaseItemViews.Index(context, await list.HandleAsync(context.RequestAborted), text, category, CatalogPolicy.MayEditBaseItems.LetsIn(actor.Roles));
    }

    /// <summary>A published item as it stands; changing it begins a draft.</summary>
    public async Task<IResult> OpenAsync(string code, HttpContext context, Actor actor)
    {
        var rows = await list.HandleAsync(context.RequestAborted);
        if (rows.FirstOrDefault(row => row.Code == code) is not { } row)
        {
            return CatalogPages.Absent();
        }

        return row.DraftId is { } draft ? CatalogPages.Go(CatalogLinks.BaseDraft(context, draft))
            : CatalogPolicy.MayEditBaseItems.LetsIn(actor.Roles) ? await PublishedAsync(code, context, null, [])
            : (await desk.CompiledHereAsync(context.RequestAborted)).History(code) is { } history ? await pages.ShowAsync<ItemSheet>(context, BaseItemViews.Sheet(context, history, desk.Now))
            : CatalogPages.Absent();
    }

    private async Task<IResult> PublishedAsync(string code, HttpContext context, Dictionary<string, string>? typed, List<Refusal> refusals)
    {
        if ((await desk.CompiledHereAsync(context.RequestAborted)).History(code) is not { } history)
        {
            return CatalogPages.Absent();
        }

        var form = FormState.Of(typed ?? BaseItemForm.Of(code, history.Latest.Content, null, Today)).Refused(refusals.Select(BaseItemForm.Located));
        return await pages.ShowAsync<BaseItemEditor>(context, BaseItemViews.Published(context, history, desk.Now, form, await DirectoryAsync(context)), refusals: refusals);
    }

    private async Task<IResult> NewAsync(HttpContext context) => await pages.ShowAsync<BaseItemEditor>(
        context, BaseItemViews.New(context, FormState.Of(BaseItemForm.Of("", new(), null, Today)), await DirectoryAsync(context)));

    private async Task<IResult> StartAsync(HttpContext context, Actor actor)
    {
        var typed = await CatalogPages.TypedAsync(context);
        var (refusals, id, day) = await StartAsync(typed, typed.GetValueOrDefault("code") ?? "", new(), context, actor);
        return id is { } draft
            ? Onward(context, typed, draft, day)
            : await pages.ShowAsync<BaseItemEditor>(
                context, BaseItemViews.New(context, FormState.Of(typed).Refused(refusals.Select(BaseItemForm.Located)), await DirectoryAsync(context)), refusals: refusals);
    }

    private async Task<IResult> ReviseAsync(string code, HttpContext context, Actor actor)
    {
        if ((await desk.CompiledHereAsync(context.RequestAborted)).History(code) is not { } history)
        {
            return CatalogPages.Absent();
        }

        var typed = await CatalogPages.TypedAsync(context);
        var (refusals, id, day) = await StartAsync(typed, code, history.Latest.Content, context, actor);
        return id is { } draft ? Onward(context, typed, draft, day) : await PublishedAsync(code, context, typed, refusals);
    }

    private async Task<(List<Refusal> Refusals, Guid? Draft, DateOnly? Day)> StartAsync(
        Dictionary<string, string> typed, string code, ItemContent before, HttpContext context, Actor actor)
    {
        var refusals = new List<Refusal>();
        var content = BaseItemForm.Read(typed, before, refusals);
        var day = CatalogPages.Day(typed.GetValueOrDefault("effectiveOn"), refusals);
        if (refusals.Count > 0)
        {
            return (refusals, null, day);
        }

        var outcome = await start.HandleAsync(new(code, content, typed.GetValueOrDefault("reason")), actor, context.RequestAborted);
        return ([.. outcome.Refusals], outcome.IsDone ? Guid.Parse(outcome.Value) : null, day);
    }

    private async Task<IResult> OpenAsync(Guid id, HttpContext context, Actor actor) =>
        await show.HandleAsync(id, context.RequestAborted) is not { } found ? CatalogPages.Absent()
        : !CatalogPolicy.MayEditBaseItems.LetsIn(actor.Roles) ? await pages.ShowAsync<ItemSheet>(context, BaseItemViews.Sheet(context, found.Draft))
        : await pages.ShowAsync<BaseItemEditor>(context, BaseItemViews.Draft(
            context, found.Draft, found.Version, FormState.Of(BaseItemForm.Of(found.Draft.Code, found.Draft.Content, found.Draft.Reason, Today)), await DirectoryAsync(context)));

    private async Task<IResult> SaveAsync(Guid id, HttpContext context, IfMatch seen, Actor actor)
    {
        if (await show.HandleAsync(id, context.RequestAborted) is not { } found)
        {
            return CatalogPages.Absent();
        }

        var typed = await CatalogPages.TypedAsync(context);
        var refusals = new List<Refusal>();
        var content = BaseItemForm.Read(typed, found.Draft.Content, refusals);
        var day = CatalogPages.Day(typed.GetValueOrDefault("effectiveOn"), refusals);
        if (refusals.Count == 0)
        {
            refusals.AddRange((await edit.HandleAsync(id, new(null, content, typed.GetValueOrDefault("reason")), seen, actor, context.RequestAborted)).Refusals);
        }

        return refusals.Count == 0
            ? Onward(context, typed, id, day)
            : await pages.ShowAsync<BaseItemEditor>(
                context,
                BaseItemViews.Draft(context, found.Draft, seen.Version, FormState.Of(typed).Refused(refusals.Select(BaseItemForm.Located)), await DirectoryAsync(context)),
                refusals: refusals);
    }

    private async Task<IResult> TryAsync(Guid id, HttpContext context)
    {
        var (day, found) = await ChosenAsync(id, context);
        if (day is not { } on || found is not { } draft)
        {
            return CatalogPages.Absent();
        }

        var nodes = await directory.CurrentAsync(context.RequestAborted);
        var outcome = await attempt.HandleAsync(id, on, context.RequestAborted);
        return await pages.ShowAsync<WhatIfPage>(context, BaseItemViews.Trial(context, draft.Draft, on, outcome, nodes));
    }

    private async Task<IResult> ReviewAsync(Guid id, HttpContext context, IReadOnlyList<Refusal> refusals)
    {
        var (day, found) = await ChosenAsync(id, context);
        if (day is not { } on || found is not { } draft)
        {
            return CatalogPages.Absent();
        }

        var outcome = await attempt.HandleAsync(id, on, context.RequestAborted);
        return await pages.ShowAsync<PublishConfirm>(context, BaseItemViews.Review(context, draft.Draft, draft.Version, on, outcome, refusals), refusals: refusals);
    }

    private async Task<IResult> PublishAsync(Guid id, HttpContext context, IfMatch seen, Actor actor)
    {
        var (day, found) = await ChosenAsync(id, context);
        if (day is null || found is not { } draft)
        {
            return CatalogPages.Absent();
        }

        var outcome = await publish.HandleAsync(id, new(null, day), seen, actor, context.RequestAborted);
        return outcome.IsDone ? CatalogPages.Go(CatalogLinks.Versions(context, draft.Draft.Code))
            : outcome.Refusals.Any(refusal => refusal.Field is not null) ? await CorrectAsync(draft.Draft, draft.Version, day.Value, context, outcome.Refusals)
            : await ReviewAsync(id, context, outcome.Refusals);
    }

    /// <summary>What stood in the way of publishing, shown where it is filled in.</summary>
    private async Task<IResult> CorrectAsync(Domain.Catalog.Items.BaseItemDraft draft, uint version, DateOnly day, HttpContext context, IReadOnlyList<Refusal> refusals)
    {
        var values = BaseItemForm.Of(draft.Code, draft.Content, draft.Reason, day);
        values.Remove("code");
        var form = FormState.Of(values).Refused(CatalogPages.Beside(values, refusals.Select(BaseItemForm.Located)));
        return await pages.ShowAsync<BaseItemEditor>(
            context, BaseItemViews.Draft(context, draft, version, form, await DirectoryAsync(context)) with { Undone = "还没有发布" }, refusals: refusals);
    }

    private async Task<IResult> VersionsAsync(string code, HttpContext context)
    {
        var nodes = await directory.CurrentAsync(context.RequestAborted);
        return await versions.HandleAsync(code, context.RequestAborted) is { } history
            ? await pages.ShowAsync<VersionHistory>(context, BaseItemViews.Versions(context, history, desk.Now, nodes))
            : CatalogPages.Absent();
    }

    private DateOnly Today => EffectiveDay.Of(desk.Now);

    private async Task<(DateOnly? Day, (Domain.Catalog.Items.BaseItemDraft Draft, uint Version)? Found)> ChosenAsync(Guid id, HttpContext context)
    {
        var unreadable = new List<Refusal>();
        var day = CatalogPages.Day(context.Request.Query["effectiveOn"], unreadable) ?? Today;
        return (unreadable.Count == 0 ? day : null, await show.HandleAsync(id, context.RequestAborted));
    }

    private static IResult Onward(HttpContext context, Dictionary<string, string> typed, Guid draft, DateOnly? day) =>
        CatalogPages.Go(typed.GetValueOrDefault("act") is "draft" ? CatalogLinks.BaseDraft(context, draft) : CatalogLinks.WhatIf(context, draft, day));

    private async Task<ServiceDirectories> DirectoryAsync(HttpContext context) => (await settings.OfAsync(current.Id, context.RequestAborted)).Directories;
}
