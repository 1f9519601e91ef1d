using System.Globalization;
using IpNetwork.Domain.Kernel;

namespace IpNetwork.Domain.Catalog;

/// <summary>Every way the catalog says no.</summary>
public static class CatalogRefusals
{
    public static Refusal DuplicateName(string name, string code) =>
        new("DUPLICATE_ITEM", $"目录里已有同名事项「{name}」（{code}）。请换一个名称，或者修改已有的事项。") { Field = "name" };

    public static Refusal DuplicateCode(string field, string code, string name) =>
        new("DUPLICATE_ITEM", $"编码 {code} 已用于「{name}」。请换一个编码。") { Field = field };

    public static Refusal CopiesBaseName(string name, string code) =>
        new("DUPLICATE_OF_BASE", $"「{name}」是全省统一事项（{code}），不能另建。请直接在本平台填写它的本地信息。") { Field = "name" };

    public static Refusal CopiesBaseCode(string code, string name) =>
        new("DUPLICATE_OF_BASE", $"编码 {code} 属于全省统一事项「{name}」。请给自建事项换一个编码。") { Field = "code" };

    public static Refusal Locked(CatalogField field) =>
        new("FIELD_LOCKED", $"「{field.Label}」全省统一，不能在本地修改。要改请向省级平台提建议。") { Field = field.Name };

    public static Refusal NotOpened(CatalogField field) =>
        new("FIELD_LOCKED", $"省级平台没有放开这个事项的「{field.Label}」，不能在本地修改。要收紧请先向省级平台提建议。") { Field = field.Name };

    public static Refusal CannotBeOpened(string field) =>
        Refusal.Input("FIELD_LOCKED", "openedFields", $"「{CatalogFields.Find(field)?.Label ?? field}」不能放开给各地。可以放开的是：办结时限、材料、到现场次数。");

    public static Refusal NotLocal(string field) =>
        Refusal.Input("UNKNOWN_FIELD", "neededLocally", $"「{CatalogFields.Find(field)?.Label ?? field}」不由各地填写，不能列为本地必填。请从清单里去掉。");

    public static Refusal UnknownField(string field) =>
        Refusal.Input("UNKNOWN_FIELD", field, "目录里没有这个要素。请核对要素名称。");

    public static Refusal LimitLoosened(int asked, int province) =>
        new("LIMIT_LOOSENED", $"填的办结时限是 {asked} 个工作日，比全省的 {province} 个长。请填 1 至 {province}。") { Field = "committedLimit" };

    public static Refusal VisitsLoosened(int asked, int province) =>
        new("LIMIT_LOOSENED", $"填的到现场次数是 {asked} 次，比全省的 {province} 次多。请填 0 至 {province}。") { Field = "visits" };

    public static Refusal OverStatutory(int committed, int statutory) =>
        new("LIMIT_LOOSENED", $"承诺的 {committed} 个工作日比法定的 {statutory} 个长。请填 0 至 {statutory}。") { Field = "committedLimit" };

    public static Refusal MaterialAdded(string material) =>
        new("MATERIAL_ADDED", $"全省的材料里没有「{material}」，各地不能增加材料。请去掉它，只保留或免交全省列出的材料。") { Field = "materials" };

    public static Refusal RepeatedMaterial(string code) =>
        Refusal.Input("BAD_VALUE", "materials", $"材料编号「{code}」空着或者用了两次。请给每份材料一个自己的编号。");

    public static Refusal NotANumber(CatalogField field, int least) =>
        Refusal.Input("BAD_VALUE", field.Name, $"「{field.Label}」要填 {least} 或更大的整数。请改成数字，不带单位。");

    public static Refusal NotAChoice(CatalogField field) =>
        Refusal.Input("BAD_VALUE", field.Name, $"「{field.Label}」里有不认识的选项。请从列出的选项里选。");

    public static Refusal TooLong(CatalogField field, int limit) =>
        Refusal.Input("BAD_VALUE", field.Name, $"「{field.Label}」超过 {limit} 个字。请缩短后再存。");

    public static Refusal BadLink() =>
        Refusal.Input("BAD_VALUE", "link", "「办理网址」不是完整的网址。请填 http:// 或 https:// 开头的地址。");

    public static Refusal BadBundleNumber(int number) =>
        Refusal.Input("BAD_VALUE", "bundle", $"一件事清单没有第 {number} 项。请填 1 至 {BundleMembership.AssessedRow}。");

    public static Refusal ImplementationMissing(CatalogField field) =>
        new("IMPLEMENTATION_MISSING", $"{(field.Row is CatalogRow.Item ? "事项清单" : "实施清单")}的「{field.Label}」还没有填。补齐后才能发布。") { Field = field.Name };

    public static Refusal DateInThePast(DateOnly day, DateOnly today) =>
        Refusal.Input("BAD_DATE", "effectiveOn", $"生效日 {Day(day)} 早于今天 {Day(today)}。请填今天或以后的日期。");

    public static Refusal AssessmentRequired() =>
        new("ASSESSMENT_REQUIRED", "列入一件事第 33 项的事项要先经过评估。请写明评估记录。") { Field = "bundle" };

    public static Refusal OutsideReasonRequired() =>
        new("ASSESSMENT_REQUIRED", "事项不纳入一件事要有理由。请写明理由，或者选它在清单里的序号。") { Field = "bundle" };

    public static Refusal ReasonRequired(string field = "reason") =>
        Refusal.Input("REASON_REQUIRED", field, "还没有写理由。请写明为什么这样改，理由会公开。");

    public static Refusal UnknownDirectoryEntry(string? entry, ServiceDirectory directory) =>
        Refusal.Input("UNKNOWN_DIRECTORY_ENTRY", "directoryEntry", $"《{directory.Name}》里没有「{entry}」。请从名录里选一项。");

    public static Refusal DraftOutdated(int basedOn, int latest) =>
        new("DRAFT_OUTDATED", $"草稿依据第 {basedOn} 版，现在已发布到第 {latest} 版。请从最新一版重新起草。");

    public static Refusal UnknownItem(string code) =>
        new("UNKNOWN_ITEM", $"目录里没有编码为 {code} 的事项。请核对编码。") { Field = "code" };

    public static Refusal NotForThisKind(string name, NodeKind kind) =>
        new("ITEM_NOT_FOR_NODE", $"「{name}」不面向{CatalogWords.Of(kind)}。要在这里办理，请向省级平台提建议。");

    public static Refusal ItemCancelled(string name) =>
        new("ITEM_CANCELLED", $"「{name}」在所选日期已取消。恢复以后才能修改。");

    public static Refusal StateUnchanged(string name, ItemState state) =>
        new("ITEM_STATE_UNCHANGED", $"「{name}」在所选日期已经是「{CatalogWords.Of(state)}」。请换一个决定或日期。");

    public static Refusal CannotSuspendCancelled(string name) =>
        new("ITEM_CANCELLED", $"「{name}」在所选日期已取消，不能再暂停。需要时请先恢复。");

    public static Refusal NoConflict(CatalogField field) =>
        new("NO_CONFLICT", $"「{field.Label}」没有本地收紧的值。不用处理。") { Field = field.Name };

    public static Refusal AlreadyDecided(DateOnly day) =>
        new("ALREADY_DECIDED", $"这项建议在 {Day(day)} 已经答复。需要时请由提出的平台重新建议。");

    public static Refusal NotProven(string name) =>
        new("ITEM_NOT_IN_USE", $"「{name}」没有在用，不能建议为全省事项。请先恢复使用，有了办理情况再提。");

    public static Refusal UsageRequired() =>
        Refusal.Input("REASON_REQUIRED", "usage", "还没有写办理情况。请写明办了多少件、多少人用、效果怎样。");

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
