using IpNetwork.App.Catalog.Workbench;
using IpNetwork.App.Data;
using IpNetwork.App.Shell;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Catalog;
using IpNetwork.Domain.Catalog.Items;
using IpNetwork.Domain.Catalog.Offerings;
using IpNetwork.Domain.Kernel;

namespace IpNetwork.App.Catalog.OwnItems;

/// <summary>Writing an item of the node's own, from an empty page or from the version in force, to its publication.</summary>
internal sealed class OwnItemPages(
    CatalogPages pages, CatalogDesk desk, IProvinceSettings settings, CurrentNode current, NodeDirectory directory, ListOwnItems list, StartOwnItem start, ShowOwnItemDraft show,
    EditOwnItem edit, PublishOwnItem publish)
{
    private const string NotYours = "您在这里的岗位可以查看目录。要修改，请找目录编辑或平台负责人。";

    public static void Map(IEndpointRouteBuilder catalog)
    {
        catalog.MapGet("/own/new", (HttpContext context, OwnItemPages page) => page.NewAsync(context, null, [])).Allow(CatalogPolicy.MayEditOwnItems);
        catalog.MapPost("/own/new", (HttpContext context, OwnItemPages page, Actor actor) => page.StartAsync(context, actor)).CreatesOnce().Allow(CatalogPolicy.MayEditOwnItems);
        catalog.MapPost("/own/{code}/draft", (string code, HttpContext context, OwnItemPages page, Actor actor) => page.ReviseAsync(code, context, actor))
            .CreatesOnce().Allow(CatalogPolicy.MayEditOwnItems);
        catalog.MapGet("/own/{id:guid}", (Guid id, HttpContext context, OwnItemPages page, Actor actor) => page.OpenAsync(id, context, actor)).Allow(CatalogPolicy.MaySeeOwnItems);
        catalog.MapPost("/own/{id:guid}", (Guid id, HttpContext context, OwnItemPages page, IfMatch seen, Actor actor) => page.SaveAsync(id, context, seen, actor))
            .Allow(CatalogPolicy.MayEditOwnItems);
        catalog.MapGet("/own/{id:guid}/publish", (Guid id, HttpContext context, OwnItemPages page) => page.ReviewAsync(id, context, [])).Allow(CatalogPolicy.MayEditOwnItems);
        catalog.MapPost("/own/{id:guid}/publish", (Guid id, HttpContext context, OwnItemPages page, IfMatch seen, Actor actor) => page.PublishAsync(id, context, seen, actor))
            .CreatesOnce().Allow(CatalogPolicy.MayEditOwnItems);
    }

    /// <summary>A published own item, or one shared from above; null when the code is neither.</summary>
    public async Task<IResult?> OpenAsync(string code, HttpContext context, Actor actor)
    {
        var catalog = await desk.CatalogAsync(context.RequestAborted);
        var item = catalog.Find(code, desk.Now);
        if (item is { IsPersonalised: false } || (item?.Own ?? catalog.NodeCatalog.OwnItem(code)?.Latest) is not { } version)
        {
            return null;
        }

        if (version.NodeId != current.Id)
        {
            var owner = (await directory.CurrentAsync(context.RequestAborted)).ById(version.NodeId)?.PlaceName;
            return await pages.ShowAsync<ItemSheet>(context, OwnItemViews.Sheet(context, version, $"这是{owner}共享的特色服务，本平台只显示，由{owner}修改。"));
        }

        return !CatalogPolicy.MayEditOwnItems.LetsIn(actor.Roles) ? await pages.ShowAsync<ItemSheet>(context, OwnItemViews.Sheet(context, version, NotYours))
            : await DraftOverAsync(code, context) is { } draft ? CatalogPages.Go(CatalogLinks.OwnDraft(context, draft))
            : await PublishedAsync(code, context, null, []);
    }

    private async Task<IResult> NewAsync(HttpContext context, Dictionary<string, string>? typed, IReadOnlyList<Refusal> refusals)
    {
        var form = Form(typed ?? OwnItemForm.Of("", new(), LocalFields.None, false, null, Today), refusals, isNew: true);
        return await pages.ShowAsync<OwnItemEditor>(context, OwnItemViews.New(context, form, await DirectoriesAsync(context), await SameAsync(form, context)), refusals: refusals);
    }

    private async Task<IResult> PublishedAsync(string code, HttpContext context, Dictionary<string, string>? typed, IReadOnlyList<Refusal> refusals)
    {
        if ((await desk.CatalogAsync(context.RequestAborted)).NodeCatalog.OwnItem(code) is not { } history)
        {
            return CatalogPages.Absent();
        }

        var latest = history.Latest;
        var form = Form(typed ?? OwnItemForm.Of(code, latest.Content, latest.Local, latest.SharedDownward, null, Today), refusals);
        var view = OwnItemViews.Published(context, history, desk.Now, form, await DirectoriesAsync(context), await SameAsync(form, context));
        return await pages.ShowAsync<OwnItemEditor>(context, view, refusals: refusals);
    }

    private async Task<IResult> DraftAsync(
        OwnItemDraft draft, uint version, HttpContext context, Dictionary<string, string>? typed, IReadOnlyList<Refusal> refusals, string undone = "还没有保存")
    {
        var history = (await desk.CatalogAsync(context.RequestAborted)).NodeCatalog.OwnItem(draft.Code);
        var form = Form(typed ?? OwnItemForm.Of(draft.Code, draft.Content, draft.Local, draft.SharedDownward, draft.Reason, Today), refusals);
        var view = OwnItemViews.Draft(context, draft, version, history, desk.Now, form, await DirectoriesAsync(context), await SameAsync(form, context)) with { Undone = undone };
        return await pages.ShowAsync<OwnItemEditor>(context, view, refusals: refusals);
    }

    private async Task<IResult> StartAsync(HttpContext context, Actor actor)
    {
        var typed = await CatalogPages.TypedAsync(context);
        var refusals = new List<Refusal>();
        var text = OwnItemForm.Read(typed, new(), refusals);
        return await BeginAsync(typed, text, refusals, context, actor) ?? await NewAsync(context, typed, refusals);
    }

    private async Task<IResult> ReviseAsync(string code, HttpContext context, Actor actor)
    {
        if ((await desk.CatalogAsync(context.RequestAborted)).NodeCatalog.OwnItem(code) is not { } history)
        {
            return CatalogPages.Absent();
        }

        var typed = await CatalogPages.TypedAsync(context);
        var refusals = new List<Refusal>();
        var text = OwnItemForm.Read(typed, history.Latest.Content, refusals) with { Code = code };
        return await BeginAsync(typed, text, refusals, context, actor) ?? await PublishedAsync(code, context, typed, refusals);
    }

    private async Task<IResult?> BeginAsync(Dictionary<string, string> typed, OwnItemText text, List<Refusal> refusals, HttpContext context, Actor actor)
    {
        var day = CatalogPages.Day(typed.GetValueOrDefault("effectiveOn"), refusals);
        var outcome = refusals.Count > 0 ? Outcome.Refused<string>(refusals) : await start.HandleAsync(text, actor, context.RequestAborted);
        if (outcome.IsDone)
        {
            return await OnwardAsync(context, typed, Guid.Parse(outcome.Value), day);
        }

        refusals.AddRange(outcome.Refusals.Except(refusals));
        return null;
    }

    private async Task<IResult> OpenAsync(Guid id, HttpContext context, Actor actor) =>
        await show.HandleAsync(id, context.RequestAborted) is not { } found ? CatalogPages.Absent()
        : CatalogPolicy.MayEditOwnItems.LetsIn(actor.Roles) ? await DraftAsync(found.Draft, found.Version, context, null, [])
        : await pages.ShowAsync<ItemSheet>(context, OwnItemViews.Sheet(context, found.Draft, NotYours));

    private async Task<IResult> SaveAsync(Guid id, HttpContext context, IfMatch seen, Actor actor)
    {
        if (await show.HandleAsync(id, context.RequestAborted) is not { } found)
        {
            return CatalogPages.Absent();
        }

        var typed = await CatalogPages.TypedAsync(context);
        var refusals = new List<Refusal>();
        var text = OwnItemForm.Read(typed, found.Draft.Content, refusals);
        var day = CatalogPages.Day(typed.GetValueOrDefault("effectiveOn"), refusals);
        if (refusals.Count == 0)
        {
            refusals.AddRange((await edit.HandleAsync(id, text, seen, actor, context.RequestAborted)).Refusals);
        }

        return refusals.Count == 0 ? await OnwardAsync(context, typed, id, day) : await DraftAsync(found.Draft, seen.Version, context, typed, refusals);
    }

    private async Task<IResult> ReviewAsync(Guid id, HttpContext context, IReadOnlyList<Refusal> refusals)
    {
        var unreadable = new List<Refusal>();
        var day = CatalogPages.Day(context.Request.Query["effectiveOn"], unreadable) ?? Today;
        if (unreadable.Count > 0 || await show.HandleAsync(id, context.RequestAborted) is not { } found)
        {
            return CatalogPages.Absent();
        }

        var before = (await desk.CatalogAsync(context.RequestAborted)).NodeCatalog.OwnItem(found.Draft.Code)?.Latest;
        return await pages.ShowAsync<PublishConfirm>(context, OwnItemViews.Review(context, found.Draft, found.Version, before, day, refusals), refusals: refusals);
    }

    private async Task<IResult> PublishAsync(Guid id, HttpContext context, IfMatch seen, Actor actor)
    {
        var refusals = new List<Refusal>();
        var day = CatalogPages.Day(context.Request.Query["effectiveOn"], refusals);
        if (await show.HandleAsync(id, context.RequestAborted) is not { } found)
        {
            return CatalogPages.Absent();
        }

        var code = found.Draft.Code;
        if (refusals.Count == 0)
        {
            refusals.AddRange((await publish.HandleAsync(id, new(null, day), seen, actor, context.RequestAborted)).Refusals);
        }

        return refusals.Count == 0 ? CatalogPages.Go(CatalogLinks.Item(context, code))
            : refusals.Any(refusal => refusal.Field is not null) ? await CorrectAsync(found.Draft, found.Version, context, refusals)
            : await ReviewAsync(id, context, refusals);
    }

    /// <summary>What stood in the way of publishing, shown where it is filled in.</summary>
    private Task<IResult> CorrectAsync(OwnItemDraft draft, uint version, HttpContext context, List<Refusal> refusals)
    {
        var values = OwnItemForm.Of(draft.Code, draft.Content, draft.Local, draft.SharedDownward, draft.Reason, Today);
        values["effectiveOn"] = context.Request.Query["effectiveOn"].FirstOrDefault() ?? values["effectiveOn"];
        return DraftAsync(draft, version, context, values, refusals, "还没有发布");
    }

    private DateOnly Today => EffectiveDay.Of(desk.Now);

    private static FormState Form(Dictionary<string, string> typed, IReadOnlyList<Refusal> refusals, bool isNew = false) =>
        FormState.Of(typed).Refused(CatalogPages.Beside(OwnItemForm.InputsOf(isNew), refusals.Select(OwnItemForm.Located)));

    private async Task<Guid?> DraftOverAsync(string code, HttpContext context) =>
        (await list.HandleAsync(context.RequestAborted)).FirstOrDefault(row => row.Code == code)?.DraftId;

    /// <summary>The base item of the name in the form: that one has to be localised instead.</summary>
    private async Task<BaseItemVersion?> SameAsync(FormState form, HttpContext context)
    {
        var name = ItemKey.Of(form.Value("name"));
        return name.Length == 0 ? null : (await desk.ProvinceAsync(context.RequestAborted)).At(desk.Now).FirstOrDefault(version => ItemKey.Of(version.Content.Name) == name);
    }

    private async Task<ServiceDirectories> DirectoriesAsync(HttpContext context) => (await settings.OfAsync(current.Node.NetworkId, context.RequestAborted)).Directories;

    private async Task<IResult> OnwardAsync(HttpContext context, Dictionary<string, string> typed, Guid draft, DateOnly? day) =>
        typed.GetValueOrDefault("act") is "draft" ? CatalogPages.Go(CatalogLinks.OwnDraft(context, draft))
        : CatalogPages.LacksReason(typed) && await show.HandleAsync(draft, context.RequestAborted) is { } kept
            ? await DraftAsync(kept.Draft, kept.Version, context, typed, [CatalogRefusals.ReasonRequired()], CatalogPages.KeptOnly)
        : CatalogPages.Go(CatalogLinks.PublishOwn(context, draft, day));
}
