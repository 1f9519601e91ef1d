using System.Globalization;
using IpNetwork.App.Catalog.Workbench;
using IpNetwork.App.Shell;
using IpNetwork.Domain.Catalog;
using IpNetwork.Domain.Catalog.Effective;
using IpNetwork.Domain.Catalog.Items;
using IpNetwork.Domain.Catalog.Offerings;
using IpNetwork.Domain.Kernel;

namespace IpNetwork.App.Catalog.OwnItems;

internal static class OwnItemViews
{
    public static OwnItemEditorView New(HttpContext at, FormState form, ServiceDirectories directories, BaseItemVersion? same) =>
        Editor(at, null, new("草稿", Tone.Plain), "还没有存过", CatalogLinks.NewOwnItem(at), form, directories, same);

    /// <summary>A published item as it stands; sending the form begins a draft of the next version.</summary>
    public static OwnItemEditorView Published(HttpContext at, Timeline<OwnItemVersion> history, DateTimeOffset now, FormState form, ServiceDirectories directories, BaseItemVersion? same)
    {
        var version = Standing(history, now);
        return Editor(at, version.Content.Name, CatalogPages.State(version.State), Says(version), CatalogLinks.ReviseOwn(at, version.ItemCode), form, directories, same) with
        {
            Links = Links(at, version),
            RareActs = RareActs(at, version),
            IsSample = version.Content.IsSample,
        };
    }

    public static OwnItemEditorView Draft(
        HttpContext at, OwnItemDraft draft, uint version, Timeline<OwnItemVersion>? history, DateTimeOffset now, FormState form, ServiceDirectories directories, BaseItemVersion? same) =>
        Editor(at, draft.Content.Name, new("草稿", Tone.Run), Says(draft), CatalogLinks.OwnDraft(at, draft.Id), form, directories, same) with
        {
            Version = version.ToString(CultureInfo.InvariantCulture),
            Links = history is null ? [] : [new("历次版本", CatalogLinks.OwnVersions(at, draft.Code))],
            RareActs = [new("放弃草稿", CatalogLinks.DiscardOwn(at, draft.Id)), .. history is null ? [] : RareActs(at, Standing(history, now))],
            Missing =
            [
                .. CatalogFields.MissingIn(draft.Content).Where(field => field.Name is not "targetKinds").Select(field => field.Label),
                .. Unfilled(draft).Select(field => field.Label),
            ],
            IsSample = draft.Content.IsSample,
        };

    private static OwnItemEditorView Editor(
        HttpContext at, string? name, StatusView state, string says, string action, FormState form, ServiceDirectories directories, BaseItemVersion? same) => new()
        {
            Name = name,
            State = state,
            Says = says,
            Steps = [new("事项目录", CatalogLinks.Index(at))],
            Action = action,
            Form = form,
            Directory = [new("", "请选择"), .. directories.ValueAdded.Entries.Select(entry => new FieldOption(entry.Name, entry.Name))],
            Charges = [new(OwnItemForm.Free, "不收费"), new(OwnItemForm.Charged, "收费")],
            Sharing = [new(OwnItemForm.Kept, "只在本平台办"), new(OwnItemForm.Shared, "下属平台也显示", "下属平台只能显示，不能改")],
            SameAsBase = same is null ? null : new(same.Content.Name, CatalogLinks.Item(at, same.ItemCode)),
        };

    public static ItemSheetView Sheet(HttpContext at, OwnItemVersion version, string because) => new()
    {
        Name = version.Content.Name,
        State = CatalogPages.State(version.State),
        Says = Says(version),
        Steps = [new("事项目录", CatalogLinks.Index(at))],
        Links = [new("公开页", CatalogLinks.Guide(at, version.ItemCode))],
        Because = because,
        Sections = ItemSections.OfOwn(version.Content, version.Local, version.SharedDownward),
        IsSample = version.Content.IsSample,
    };

    public static ItemSheetView Sheet(HttpContext at, OwnItemDraft draft, string because) => new()
    {
        Name = draft.Content.Name,
        State = new("草稿", Tone.Run),
        Says = Says(draft),
        Steps = [new("事项目录", CatalogLinks.Index(at))],
        Because = because,
        Sections = ItemSections.OfOwn(draft.Content, draft.Local, draft.SharedDownward),
        IsSample = draft.Content.IsSample,
    };

    public static PublishConfirmView Review(HttpContext at, OwnItemDraft draft, uint version, OwnItemVersion? before, DateOnly on, IReadOnlyList<Refusal> refusals)
    {
        var missing = Unfilled(draft).Select(field => field.Label).ToList();
        return new()
        {
            ItemName = draft.Content.Name,
            ActText = $"发布第 {draft.BasedOnVersion + 1} 版",
            Steps = [new("事项目录", CatalogLinks.Index(at)), new(draft.Content.Name, CatalogLinks.OwnDraft(at, draft.Id))],
            Action = CatalogLinks.PublishOwn(at, draft.Id, on),
            BackHref = CatalogLinks.OwnDraft(at, draft.Id),
            Version = version.ToString(CultureInfo.InvariantCulture),
            EffectiveOn = on,
            Reason = draft.Reason ?? "没有写",
            Changes = [.. CatalogPages.Lines(FieldDifference.Between(before?.Content, draft.Content)), .. CatalogPages.Lines(before?.Local ?? LocalFields.None, draft.Local)],
            Touches = [draft.SharedDownward ? "下属平台也会看到这项服务。" : "只在本平台办。"],
            Warnings = missing.Count == 0 ? [] : [$"还差 {missing.Count} 项：{string.Join('、', missing)}。发布后仍不能在这里办。"],
            Form = FormState.Empty.Refused(refusals),
        };
    }

    public static VersionHistoryView Versions(HttpContext at, Timeline<OwnItemVersion> history, DateTimeOffset now) => new()
    {
        ItemName = history.Latest.Content.Name,
        Steps = [new("事项目录", CatalogLinks.Index(at)), new(history.Latest.Content.Name, CatalogLinks.Item(at, history.Latest.ItemCode))],
        Versions =
        [
            .. history.Versions.Reverse().Select(version => new VersionRow(version.Version, EffectiveDay.Of(version.EffectiveAt), version.Reason, "本平台", version.PublishedAt,
                CatalogPages.Standing(history, version, version.State, now))
            {
                Changes = Changes(history.Numbered(version.Version - 1), version),
                IsFuture = version.EffectiveAt > now,
            }),
        ],
    };

    public static TurnItemView Turn(HttpContext at, Timeline<OwnItemVersion> history, ItemTurn way, bool hasDraft, FormState form)
    {
        var latest = history.Latest;
        return new()
        {
            ItemName = latest.Content.Name,
            Act = way.Act,
            IsOwn = true,
            Steps = [new("事项目录", CatalogLinks.Index(at)), new(latest.Content.Name, CatalogLinks.Item(at, latest.ItemCode))],
            Action = CatalogLinks.OwnState(at, latest.ItemCode, way.Noun),
            BackHref = CatalogLinks.Item(at, latest.ItemCode),
            Version = latest.Version.ToString(CultureInfo.InvariantCulture),
            Touches = [latest.SharedDownward ? "下属平台同时跟着变。" : "只影响本平台。"],
            Warnings = hasDraft ? [$"有一份没有发布的草稿。{way.Word}以后，那份草稿要从新版重新起草。"] : [],
            Form = form,
        };
    }

    private static OwnItemVersion Standing(Timeline<OwnItemVersion> history, DateTimeOffset now) => history.At(now) ?? history.Line[0];

    private static IReadOnlyList<ChangeLine> Changes(OwnItemVersion? before, OwnItemVersion after) =>
        [.. CatalogPages.Lines(FieldDifference.Between(before?.Content, after.Content)), .. CatalogPages.Lines(before?.Local ?? LocalFields.None, after.Local)];

    private static string Says(OwnItemVersion version) => $"{version.ItemCode}　第 {version.Version} 版，{Say.Day(EffectiveDay.Of(version.EffectiveAt))} 起执行";

    private static string Says(OwnItemDraft draft) => draft.BasedOnVersion == 0 ? $"{draft.Code}　还没有发布过" : $"{draft.Code}　从第 {draft.BasedOnVersion} 版修改";

    private static IReadOnlyList<LinkView> Links(HttpContext at, OwnItemVersion version) =>
    [
        new("历次版本", CatalogLinks.OwnVersions(at, version.ItemCode)),
        new("公开页", CatalogLinks.Guide(at, version.ItemCode)),
        .. version.State is ItemState.InUse ? [new LinkView("建议升为全省事项", CatalogLinks.Propose(at, version.ItemCode))] : Array.Empty<LinkView>(),
    ];

    private static IReadOnlyList<LinkView> RareActs(HttpContext at, OwnItemVersion version) =>
        [.. ItemTurn.From(version.State).Select(way => new LinkView(way.Word, CatalogLinks.OwnState(at, version.ItemCode, way.Noun)))];

    private static IEnumerable<CatalogField> Unfilled(OwnItemDraft draft) => CatalogFields.NeededLocally(draft.Content).Where(field => field.Read(draft.Local) is null);
}
