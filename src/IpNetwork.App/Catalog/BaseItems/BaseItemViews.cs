using System.Globalization;
using IpNetwork.App.Catalog.Workbench;
using IpNetwork.App.Data;
using IpNetwork.App.Shell;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Catalog;
using IpNetwork.Domain.Catalog.Effective;
using IpNetwork.Domain.Catalog.Items;
using IpNetwork.Domain.Kernel;
using CatalogRow = IpNetwork.App.Catalog.Workbench.CatalogRow;

namespace IpNetwork.App.Catalog.BaseItems;

internal static class BaseItemViews
{
    private const string NotYours = "全省事项由目录管理员编制。有意见，请告诉目录管理员。";

    public static CatalogIndexView Index(HttpContext at, IReadOnlyList<BaseItemRow> all, string text, string? category, bool mayEdit)
    {
        var sought = ItemKey.Fold(text);
        var rows = all.Where(row => (category is null || row.Category == category)
            && (ItemKey.Fold(row.Name).Contains(sought, StringComparison.Ordinal) || ItemKey.Fold(row.Code).Contains(sought, StringComparison.Ordinal))).ToList();
        return new()
        {
            Title = "全省事项目录",
            ListHref = CatalogLinks.Index(at),
            Query = text,
            Segments = [new("全部", CatalogLinks.Index(at), all.Count, true)],
            Categories = [new("", "全部类别"), .. all.Select(row => row.Category).OfType<string>().Distinct().Select(name => new FieldOption(name, name))],
            Filter = FormState.Of(new Dictionary<string, string> { ["category"] = category ?? "" }),
            Rows = [.. rows.Select(row => Row(at, row))],
            Pages = new(rows.Count, rows.Count) { Unit = "项" },
            ExportHref = rows.Count == 0 ? null : CatalogLinks.Sheet(at) + at.Request.QueryString,
            Acts = mayEdit ? [new("新的全省事项", CatalogLinks.NewBaseItem(at))] : [],
        };
    }

    private static CatalogRow Row(HttpContext at, BaseItemRow row)
    {
        var href = row.DraftId is { } draft ? CatalogLinks.BaseDraft(at, draft) : CatalogLinks.Item(at, row.Code);
        return new(row.Name, href, row.Code, row.Category ?? "没有分类")
        {
            Version = row.Version is { } version ? $"第 {version} 版" : "没有发布",
            EffectiveOn = row.EffectiveAt is { } from ? EffectiveDay.Of(from) : null,
            State = row.State is { } state ? CatalogPages.State(state) : new("草稿", Tone.Plain),
            Local = row.DraftId is not null ? new("正在修改", Tone.Run) : row.NextAt is { } next ? new($"{Say.Day(EffectiveDay.Of(next))} 换版", Tone.Info) : new("无改动", Tone.Plain),
            IsSample = row.IsSample,
            Next = row.DraftId is not null ? new("接着写", href) : row.Version is null ? null : new("看各地差异", CatalogLinks.Differences(at, row.Code)),
        };
    }

    public static BaseItemEditorView New(HttpContext at, FormState form, ServiceDirectories directories) =>
        Editor(at, null, new("草稿", Tone.Plain), "还没有发布过", CatalogLinks.NewBaseItem(at), form, directories);

    public static BaseItemEditorView Published(HttpContext at, Timeline<BaseItemVersion> history, DateTimeOffset now, FormState form, ServiceDirectories directories)
    {
        var version = history.At(now) ?? history.Line[0];
        var code = version.ItemCode;
        return Editor(at, version.Content.Name, CatalogPages.State(version.State), Says(version), CatalogLinks.State(at, code, "draft"), form, directories) with
        {
            Links = Links(at, code),
            RareActs = [.. ItemTurn.From(version.State).Select(turn => new LinkView(turn.Word, CatalogLinks.State(at, code, turn.Noun)))],
            IsSample = version.Content.IsSample,
        };
    }

    public static BaseItemEditorView Draft(HttpContext at, BaseItemDraft draft, uint version, FormState form, ServiceDirectories directories) =>
        Editor(at, draft.Content.Name, new("草稿", Tone.Run), Says(draft), CatalogLinks.BaseDraft(at, draft.Id), form, directories) with
        {
            Version = version.ToString(CultureInfo.InvariantCulture),
            Links = draft.BasedOnVersion == 0 ? [] : [new("历次版本", CatalogLinks.Versions(at, draft.Code))],
            RareActs = [new("放弃草稿", CatalogLinks.DiscardBase(at, draft.Id))],
            Missing = [.. CatalogFields.MissingIn(draft.Content).Select(field => field.Label)],
            IsSample = draft.Content.IsSample,
        };

    public static ItemSheetView Sheet(HttpContext at, Timeline<BaseItemVersion> history, DateTimeOffset now)
    {
        var version = history.At(now) ?? history.Line[0];
        return new()
        {
            Name = version.Content.Name,
            State = CatalogPages.State(version.State),
            Says = Says(version),
            Steps = [new("全省事项目录", CatalogLinks.Index(at))],
            Links = Links(at, version.ItemCode),
            Because = NotYours,
            Sections = ItemSections.OfBase(version.Content),
            IsSample = version.Content.IsSample,
        };
    }

    public static ItemSheetView Sheet(HttpContext at, BaseItemDraft draft) => new()
    {
        Name = draft.Content.Name,
        State = new("草稿", Tone.Run),
        Says = Says(draft),
        Steps = [new("全省事项目录", CatalogLinks.Index(at))],
        Links = [new("试算影响", CatalogLinks.WhatIf(at, draft.Id, null)), .. draft.BasedOnVersion == 0 ? [] : Links(at, draft.Code)],
        Because = NotYours,
        Sections = ItemSections.OfBase(draft.Content),
        IsSample = draft.Content.IsSample,
    };

    private static string Says(BaseItemVersion version) => $"{version.ItemCode}　第 {version.Version} 版，{Say.Day(EffectiveDay.Of(version.EffectiveAt))} 起执行";

    private static string Says(BaseItemDraft draft) => draft.BasedOnVersion == 0 ? $"{draft.Code}　还没有发布过" : $"{draft.Code}　从第 {draft.BasedOnVersion} 版修改";

    private static IReadOnlyList<LinkView> Links(HttpContext at, string code) => [new("历次版本", CatalogLinks.Versions(at, code)), new("各地差异", CatalogLinks.Differences(at, code))];

    private static BaseItemEditorView Editor(HttpContext at, string? name, StatusView state, string says, string action, FormState form, ServiceDirectories directories) => new()
    {
        Name = name,
        State = state,
        Says = says,
        Steps = [new("全省事项目录", CatalogLinks.Index(at))],
        Action = action,
        Form = form,
        Categories = Choices(form.Value("category"), ["知识产权创造", "知识产权运用", "知识产权保护", "知识产权服务", "其他"]),
        Directories = Choices(form.Value("directory"), directories.Base.Entries.Select(entry => entry.Name)),
        PlatformRoles = [.. Enum.GetValues<PlatformRole>().Select(role => new FieldOption(role.ToString(), CatalogWords.Of(role)))],
        CaseTypes = [.. Enum.GetValues<HandlingKind>().Select(kind => new FieldOption(kind.ToString(), CatalogWords.Of(kind)))],
        NodeKinds = [.. Enum.GetValues<NodeKind>().Select(kind => new FieldOption(kind.ToString(), CatalogWords.Of(kind)))],
        Openable = [.. CatalogFields.All.Where(field => field.CanBeOpened).Select(field => new FieldOption(field.Name, field.Label))],
    };

    /// <summary>What stands there now stays choosable, even if the list has moved on.</summary>
    private static IReadOnlyList<FieldOption> Choices(string chosen, IEnumerable<string> names) =>
        [new("", "请选择"), .. names.Append(chosen).Where(name => name.Length > 0).Distinct().Select(name => new FieldOption(name, name))];

    public static WhatIfView Trial(HttpContext at, BaseItemDraft draft, DateOnly on, Outcome<WhatIf> outcome, NodeDirectory.Snapshot nodes)
    {
        var trial = outcome.IsDone ? outcome.Value : null;
        List<ImpactRow> impacts = trial is null ? [] : [.. Impacts(at, trial, nodes)];
        return new()
        {
            ItemName = draft.Content.Name,
            Steps = [new("全省事项目录", CatalogLinks.Index(at)), new(draft.Content.Name, CatalogLinks.BaseDraft(at, draft.Id))],
            EffectiveOn = on,
            Changes = trial is null ? [] : CatalogPages.Lines(trial.Changes),
            Figures =
            [
                new("改后能办的平台", Say.Count(trial?.Reached.Count ?? 0), "个"),
                new("已填本地信息的", Say.Count(trial?.OfferingsTouched.Count ?? 0), "个"),
                new("新的冲突", Say.Count(trial?.NewConflicts.Count ?? 0), "处"),
                new("不再落地的", Say.Count(trial?.NoLongerLocalised.Count ?? 0), "个"),
            ],
            Impacts = impacts,
            Pages = new(impacts.Count, impacts.Count),
            Advice = trial is null ? [] : [.. Advice(trial)],
            Blocks = [.. outcome.Refusals.Select(refusal => refusal.Message)],
            NextHref = CatalogLinks.PublishBase(at, draft.Id, on),
            BackHref = CatalogLinks.BaseDraft(at, draft.Id),
        };
    }

    private static IEnumerable<ImpactRow> Impacts(HttpContext at, WhatIf trial, NodeDirectory.Snapshot nodes)
    {
        foreach (var conflict in trial.NewConflicts)
        {
            yield return Row(conflict.NodeId, conflict.Value.LocalValue, conflict.Value.ProvinceValue ?? "没有规定", new("新的冲突", Tone.Warn));
        }

        foreach (var node in trial.NoLongerLocalised)
        {
            yield return Row(node, "已落地", "要补填", new("不再落地", Tone.Warn));
        }

        foreach (var item in trial.OwnItemsSuperseded)
        {
            yield return Row(item.NodeId, item.ItemName, "由全省事项代替", new("特色服务让位", Tone.Info));
        }

        foreach (var node in trial.Losing)
        {
            yield return Row(node, "能办", "不再办", new("不再适用", Tone.End));
        }

        foreach (var node in trial.Gaining)
        {
            yield return Row(node, "没有", "能办，待填本地信息", new("新增", Tone.Ok));
        }

        ImpactRow Row(NodeId id, string now, string then, StatusView effect)
        {
            var node = nodes.ById(id);
            return new(new(node?.PlaceName ?? "", node is null ? "" : at.HrefTo(node)), node is null ? "" : NodeWords.Of(node.Kind), now, then, effect);
        }
    }

    private static IEnumerable<string> Advice(WhatIf trial)
    {
        if (trial.NewConflicts.Count > 0)
        {
            yield return "有本地承诺会被停用。建议提前告知这些平台。";
        }

        if (trial.TakenBack.Count > 0)
        {
            yield return $"已定的第 {string.Join('、', trial.TakenBack.Select(version => version.Version))} 版不再生效。";
        }

        if (trial.LeavesBundle)
        {
            yield return TurnBaseItem.BundleWarning;
        }
    }

    public static PublishConfirmView Review(HttpContext at, BaseItemDraft draft, uint version, DateOnly on, Outcome<WhatIf> outcome, IReadOnlyList<Refusal> refusals)
    {
        var trial = outcome.IsDone ? outcome.Value : null;
        return new()
        {
            ItemName = draft.Content.Name,
            ActText = $"发布第 {draft.BasedOnVersion + 1} 版",
            Steps = [new("全省事项目录", CatalogLinks.Index(at)), new(draft.Content.Name, CatalogLinks.BaseDraft(at, draft.Id))],
            Action = CatalogLinks.PublishBase(at, draft.Id, on),
            BackHref = CatalogLinks.BaseDraft(at, draft.Id),
            Version = version.ToString(CultureInfo.InvariantCulture),
            EffectiveOn = on,
            Reason = draft.Reason ?? "没有写",
            Changes = trial is null ? [] : CatalogPages.Lines(trial.Changes),
            Touches = trial is null ? [] : [$"全省 {trial.Reached.Count} 个平台到时一致执行。", $"会出现 {trial.NewConflicts.Count} 处冲突。"],
            Warnings = trial is null ? [] : [.. Advice(trial)],
            Blocks = [.. outcome.Refusals.Select(refusal => refusal.Message), .. string.IsNullOrWhiteSpace(draft.Reason) ? [CatalogRefusals.ReasonRequired().Message] : Array.Empty<string>()],
            Form = FormState.Empty.Refused(refusals),
        };
    }

    public static VersionHistoryView Versions(HttpContext at, Timeline<BaseItemVersion> history, DateTimeOffset now, NodeDirectory.Snapshot nodes) => new()
    {
        ItemName = history.Latest.Content.Name,
        Steps = [new("全省事项目录", CatalogLinks.Index(at)), new(history.Latest.Content.Name, CatalogLinks.Item(at, history.Latest.ItemCode))],
        Versions =
        [
            .. history.Versions.Reverse().Select(version => new VersionRow(version.Version, EffectiveDay.Of(version.EffectiveAt), version.Reason, "省级平台", version.PublishedAt, CatalogPages.Standing(history, version, version.State, now))
            {
                Changes = CatalogPages.Lines(FieldDifference.Between(history.Numbered(version.Version - 1)?.Content, version.Content)),
                IsFuture = version.EffectiveAt > now,
            }),
        ],
        PromotedFrom = history.Latest.PromotedFromNode is { } origin ? nodes.ById(origin)?.PlaceName : null,
    };
}
