using IpNetwork.App.Catalog.OwnItems;
using IpNetwork.App.Catalog.Workbench;
using IpNetwork.App.Shell;
using IpNetwork.Domain.Catalog;
using IpNetwork.Domain.Catalog.Effective;
using IpNetwork.Domain.Catalog.Offerings;
using IpNetwork.Domain.Kernel;
using CatalogRow = IpNetwork.App.Catalog.Workbench.CatalogRow;

namespace IpNetwork.App.Catalog.Offerings;

internal static class OfferingViews
{
    private static readonly (OfferingShow Show, string Text)[] Shows =
    [
        (OfferingShow.All, "全部"),
        (OfferingShow.NotLocalised, "没有落地"),
        (OfferingShow.InConflict, "有冲突"),
        (OfferingShow.Suspended, "暂停"),
        (OfferingShow.Cancelled, "取消"),
        (OfferingShow.Own, "特色服务"),
    ];

    /// <param name="own">The node's own items, those included that nobody but their writers can see yet.</param>
    public static CatalogIndexView Index(
        HttpContext at, IReadOnlyList<OfferingRow> all, IReadOnlyList<OwnItemRow> own, OfferingShow show, string text, string? category, bool mayEdit)
    {
        var sought = ItemKey.Fold(text);
        var unpublished = own.Where(row => row.State is null).ToList();
        var written = own.Where(row => row.State is not null && row.DraftId is not null).ToDictionary(row => row.Code, row => row.DraftId, StringComparer.Ordinal);
        List<CatalogRow> rows =
        [
            .. all.Where(row => row.Fits(show, sought, category)).Select(row => Row(at, row, written.GetValueOrDefault(row.Code))),
            .. unpublished.Where(row => show is OfferingShow.All or OfferingShow.Own && row.Fits(sought, category)).Select(row => Row(at, row)),
        ];
        var list = CatalogLinks.Index(at);
        var categories = all.Select(row => row.Category).OfType<string>().Distinct();
        return new()
        {
            Title = "事项目录",
            ListHref = list,
            Query = text,
            Segments = [.. Shows.Select(s => new SegmentView(s.Text, $"{list}?show={s.Show}", Count(s.Show), s.Show == show))],
            Categories = [new("", "全部类别"), .. categories.Select(name => new FieldOption(name, name))],
            Filter = FormState.Of(new Dictionary<string, string> { ["category"] = category ?? "" }),
            Rows = rows,
            Pages = new(rows.Count, rows.Count) { Unit = "项" },
            ExportHref = rows.Count == 0 ? null : CatalogLinks.Sheet(at) + at.Request.QueryString,
            Acts = mayEdit ? [new("新的特色服务", CatalogLinks.NewOwnItem(at))] : [],
        };

        int Count(OfferingShow shown) => all.Count(row => row.Fits(shown, "", null)) + (shown is OfferingShow.All or OfferingShow.Own ? unpublished.Count : 0);
    }

    private static CatalogRow Row(HttpContext at, OwnItemRow row)
    {
        var href = CatalogLinks.OwnDraft(at, row.DraftId ?? throw new InvalidOperationException("What is not published is being written."));
        return new(row.Name, href, row.Code, row.DirectoryEntry ?? "没有分类")
        {
            Version = "没有发布",
            EffectiveOn = null,
            State = new("草稿", Tone.Plain),
            Local = new("特色服务", Tone.Plain),
            Next = new("接着写", href),
        };
    }

    /// <param name="ownDraft">The draft over the node's own item.</param>
    private static CatalogRow Row(HttpContext at, OfferingRow row, Guid? ownDraft) => new(row.Name, CatalogLinks.Item(at, row.Code), row.Code, row.Category ?? "没有分类")
    {
        Version = $"第 {row.Version} 版",
        EffectiveOn = EffectiveDay.Of(row.InForceSince),
        State = CatalogPages.State(row.State),
        Local = row.IsOffered ? new("已落地", Tone.Ok) : row.IsLocalised ? new("填好了，没有开办", Tone.Wait) : new($"还差 {row.Missing.Count} 项", Tone.Warn),
        Conflicts = row.Conflicts,
        IsSample = row.IsSample,
        Next = ownDraft is { } draft ? new("接着写", CatalogLinks.OwnDraft(at, draft)) : row.IsPersonalised ? null : row.HasDraft ? new("接着写", CatalogLinks.Item(at, row.Code)) : row.IsLocalised ? null : new("去填写", CatalogLinks.Item(at, row.Code)),
    };

    public static OfferingEditorView Editor(HttpContext at, OfferingFound found, FormState form, bool mayEdit)
    {
        var item = found.Item;
        var fields = item.Fields.Where(field => field.Field.Name is not ("openedFields" or "neededLocally" or "targetKinds"));
        var missing = CatalogFields.NeededLocally(item.Content).Where(field => field.Read(OfferingForm.Local(found)) is null).Select(field => field.Label);
        return new()
        {
            Name = item.Name,
            State = CatalogPages.State(item.State),
            Says = $"{item.Code}　全省第 {item.Version} 版，{Say.Day(EffectiveDay.Of(item.InForceSince))} 起执行",
            Steps = [new("事项目录", CatalogLinks.Index(at))],
            Action = CatalogLinks.Item(at, item.Code),
            Version = found.DraftVersion?.ToString(System.Globalization.CultureInfo.InvariantCulture),
            DiscardHref = found.Draft is null ? null : CatalogLinks.Discard(at, item.Code),
            Form = form,
            Conflicts = [.. item.SetAside.Select(value => new ConflictNotice(
                $"{value.Field.Label}：本地的{value.LocalValue}已停用",
                value.Cause is SetAsideCause.NoLongerOpened ? "全省不再允许收紧这一项，现在按全省值执行。" : $"全省现在是{value.ProvinceValue}。请改成更严的值，或者按全省值执行。"))],
            Resolutions = mayEdit && item.SetAside.Count > 0 ? [new(OfferingForm.TakeProvince, "按全省值执行"), new("Tighten", "改成更严的值", "在左边填写新的值")] : [],
            Tighten = [.. fields.Where(field => field.Governance is Governance.TightenOnly).Select(field => Tighten(item, field))],
            Local = [.. fields.Where(field => field.Field.Governance is Governance.Local).Select(LocalRow)],
            Locked = [.. fields.Where(field => field.Value is not null && field.Governance is Governance.Locked)
                .Select(field => new LockedRow(field.Field.Label, field.Value ?? "", new(Origin.Province, "全省统一")))],
            Missing = [.. missing],
            Changes = found.Draft is { } draft ? Changes(found, draft).Count : 0,
            ReadOnlyBecause = mayEdit ? null : "您在这里的岗位可以查看目录。要修改，请找目录编辑或平台负责人。",
        };
    }

    private static EditorRow Tighten(EffectiveItem item, EffectiveField field)
    {
        var isMaterials = field.Field == CatalogFields.Materials;
        return new(field.Field.Name, field.Field.Label, field.Field.Read(item.Content) ?? "没有规定", isMaterials ? EditorInput.Boxes : EditorInput.Number)
        {
            Holds = field.Value,
            Hint = isMaterials ? "去掉勾，就是本地免交" : null,
            Unit = field.Field == CatalogFields.CommittedLimit ? "个工作日" : field.Field == CatalogFields.Visits ? "次" : null,
            Options = isMaterials ? [.. (item.Content.Materials ?? []).Select(material => new FieldOption(material.Code, material.Name))] : [],
            Origin = field.Origin.Kind is OriginKind.Tightened ? new(Origin.Tightened, "已收紧") : new(Origin.Province, "全省统一"),
            Status = field.SetAside is null ? null : new("已停用", Tone.Warn),
            IsConflict = field.SetAside is not null,
        };
    }

    private static EditorRow LocalRow(EffectiveField field) => new(field.Field.Name, field.Field.Label, "由各平台填写", EditorInput.Text)
    {
        Holds = field.Value,
        Origin = field.Value is null ? null : new(Origin.Node, "本平台"),
        Status = field.Value is null ? new("没有填", Tone.Warn) : null,
    };

    public static PublishConfirmView Review(HttpContext at, OfferingFound found, DateOnly day, IReadOnlyList<Refusal> refusals)
    {
        var (item, draft) = (found.Item, found.Draft ?? throw new InvalidOperationException("Nothing to review without a draft."));
        var missing = CatalogFields.NeededLocally(item.Content).Where(field => field.Read(draft.Local) is null).Select(field => field.Label).ToList();
        return new()
        {
            ItemName = item.Name,
            ActText = $"发布第 {draft.BasedOnVersion + 1} 版",
            Steps = [new("事项目录", CatalogLinks.Index(at)), new(item.Name, CatalogLinks.Item(at, item.Code))],
            Action = CatalogLinks.Publish(at, item.Code, day),
            BackHref = CatalogLinks.Item(at, item.Code),
            Version = found.DraftVersion?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "",
            EffectiveOn = day,
            Reason = draft.Reason ?? "没有写",
            Changes = Changes(found, draft),
            Touches = ["只影响本平台。下属平台不跟着改。"],
            Warnings = missing.Count == 0 ? [] : [$"还差 {missing.Count} 项：{string.Join('、', missing)}。发布后仍不能在这里办。"],
            Form = FormState.Empty.Refused(refusals),
        };
    }

    public static DiscardDraftView Discard(HttpContext at, OfferingFound found, OfferingDraft draft, IReadOnlyList<Refusal> refusals) =>
        new(found.Item.Name, draft.BasedOnVersion, CatalogLinks.Discard(at, found.Item.Code), CatalogLinks.Item(at, found.Item.Code))
        {
            Steps = [new("事项目录", CatalogLinks.Index(at)), new(found.Item.Name, CatalogLinks.Item(at, found.Item.Code))],
            Version = found.DraftVersion?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "",
            Form = FormState.Empty.Refused(refusals),
        };

    private static List<ChangeLine> Changes(OfferingFound found, OfferingDraft draft)
    {
        var published = OfferingForm.Published(found);
        var (local, promises) = (published?.Local ?? LocalFields.None, published?.Tightening ?? Tightening.None);
        var locals = CatalogFields.All.Where(field => field.Governance is Governance.Local)
            .Select(field => (field.Label, Before: field.Read(local), After: field.Read(draft.Local), Otherwise: "没有填"));
        var tightened = CatalogFields.All.Where(field => field.CanBeOpened)
            .Select(field => (field.Label, Before: promises.Read(field), After: draft.Tightening.Read(field), Otherwise: "同全省"));
        return [.. locals.Concat(tightened).Where(line => line.Before != line.After).Select(line => new ChangeLine(line.Label, line.Before ?? line.Otherwise, line.After ?? line.Otherwise))];
    }

    public static ConflictListView Conflicts(HttpContext at, IReadOnlyList<TighteningConflict> conflicts, DateOnly today, bool mayEdit) => new()
    {
        Segments = [new("等决定", CatalogLinks.Conflicts(at), conflicts.Count, true)],
        Rows = [.. conflicts.Select(conflict => Row(at, conflict, today, mayEdit))],
        Pages = new(conflicts.Count, conflicts.Count),
    };

    private static ConflictRow Row(HttpContext at, TighteningConflict conflict, DateOnly today, bool mayEdit)
    {
        var left = conflict.Deadline.DayNumber - today.DayNumber;
        var urgency = conflict.IsOverdue ? Urgency.Over : left == 0 ? Urgency.Today : left <= 3 ? Urgency.Soon : Urgency.Far;
        var item = CatalogLinks.Item(at, conflict.ItemCode);
        return new(
            new(urgency, conflict.IsOverdue ? $"超期 {-left} 天" : left == 0 ? "今天到期" : $"还有 {left} 天"),
            conflict.Deadline,
            new(conflict.ItemName, item),
            conflict.Value.Field.Label,
            conflict.Value.LocalValue,
            conflict.Value.ProvinceValue ?? "没有规定")
        {
            SetAsideOn = EffectiveDay.Of(conflict.Since),
            Next = mayEdit ? new("去决定", item) : null,
        };
    }
}
