using IpNetwork.App.Provinces.Packs;
using IpNetwork.App.Provinces.Reading;

namespace IpNetwork.App.Provinces.Checks;

internal static class CatalogCheck
{
    /// <summary>Row 33 of the one-stop list is a slot for items assessed as fit.</summary>
    private const int AssessedRow = 33;

    public static void Check(PackFiles pack)
    {
        CheckDirectories(pack.Directories.File, pack.Directories.Value);
        RefuseRepeats(pack, item => Texts.Key(item.Code), "code", "DUPLICATE_ITEM", item => $"编码“{item.Code}”已经用过。");
        RefuseRepeats(pack, item => Texts.Key(item.Row.Name), "row.name", "DUPLICATE_ITEM", item => $"已有名称为“{item.Row.Name}”的事项。");
        RefuseRepeats(pack, item => item.OrderNo, "orderNo", "DUPLICATE_ORDER", item => $"序号 {item.OrderNo} 已经用过。");
        RefuseRepeats(pack, item => item.Bundle.Number is { } number and not AssessedRow ? number : null, "bundle.number", "DUPLICATE_ITEM", item => $"一件事清单第 {item.Bundle.Number} 行已经用过。");
        foreach (var (file, list) in pack.Items)
        {
            foreach (var (place, item) in list.Items.Index())
            {
                CheckItem(pack, file, item, $"items[{place}]");
            }
        }
    }

    private static void CheckDirectories(PackFile file, DirectoriesFile directories)
    {
        Texts.RefuseRepeats(file, directories.Base, entry => entry.Name, place => $"base[{place}].name", "DUPLICATE_NAME", entry => $"“{entry.Name}”写了两次。");
        Texts.RefuseRepeats(file, directories.Base, entry => entry.No, place => $"base[{place}].no", "DUPLICATE_CODE", entry => $"序号 {entry.No} 写了两次。");
        Texts.RefuseRepeats(file, directories.ValueAdded, entry => entry.Name, place => $"valueAdded[{place}].name", "DUPLICATE_NAME", entry => $"“{entry.Name}”写了两次。");
        Texts.RefuseRepeats(file, directories.ValueAdded, entry => entry.No, place => $"valueAdded[{place}].no", "DUPLICATE_CODE", entry => $"序号 {entry.No} 写了两次。");
        Texts.RefuseRepeats(file, directories.Categories, one => one.Code, place => $"categories[{place}].code", "DUPLICATE_CODE", one => $"“{one.Code}”写了两次。");
        Texts.RefuseRepeats(file, directories.Categories, one => one.Name, place => $"categories[{place}].name", "DUPLICATE_NAME", one => $"“{one.Name}”写了两次。");
    }

    private static void RefuseRepeats(PackFiles pack, Func<PackItem, object?> key, string field, string code, Func<PackItem, string> message)
    {
        var seen = new HashSet<object>();
        foreach (var (file, list) in pack.Items)
        {
            foreach (var (place, item) in list.Items.Index())
            {
                if (key(item) is { } value && !seen.Add(value))
                {
                    file.Refuse($"items[{place}].{field}", code, message(item));
                }
            }
        }
    }

    private static void CheckItem(PackFiles pack, PackFile file, PackItem item, string at)
    {
        ContentCheck.Check(pack, file, item.Code, item.Row, item.Implementation, at);
        if (pack.Directories.Value.Base.All(entry => entry.Name != item.Row.DirectoryEntry))
        {
            file.Refuse($"{at}.row.directoryEntry", "UNKNOWN_DIRECTORY_ENTRY", $"基础名录里没有“{item.Row.DirectoryEntry}”。");
        }

        if (item.Row.TargetKinds.Count == 0)
        {
            file.Refuse($"{at}.row.targetKinds", "EMPTY_LIST", "至少写一类平台。");
        }

        CheckBundle(file, item, at);
        foreach (var (place, name) in item.OpenedFields.Index())
        {
            if (!pack.Province.Value.Rules.Catalog.OpenableFields.Value.Contains(name))
            {
                file.Refuse($"{at}.openedFields[{place}]", "UNKNOWN_FIELD", $"“{name}”不在 province.json 允许开放的要素里。");
            }
        }

        foreach (var (place, name) in (item.NeededLocally ?? []).Index())
        {
            if (!ContentCheck.LocalFields.Contains(name))
            {
                file.Refuse($"{at}.neededLocally[{place}]", "UNKNOWN_FIELD", $"“{name}”不是本地要素。");
            }
        }
    }

    // 一件事 4.2: being in is the rule, being out needs a reason.
    private static void CheckBundle(PackFile file, PackItem item, string at)
    {
        switch (item.Bundle)
        {
            case { Number: < 1 or > AssessedRow }:
                file.Refuse($"{at}.bundle.number", "BAD_VALUE", $"一件事清单只有 1 至 {AssessedRow} 行。");
                break;
            case { Number: AssessedRow, AssessmentRecord: null }:
                file.Refuse($"{at}.bundle.assessmentRecord", "ASSESSMENT_REQUIRED", $"第 {AssessedRow} 行只收经评估的事项，要写评估记录。");
                break;
            case { Number: null, OutsideReason: null }:
                file.Refuse($"{at}.bundle.outsideReason", "ASSESSMENT_REQUIRED", "不纳入一件事的事项要写理由。");
                break;
            case { Number: not null, OutsideReason: not null }:
                file.Refuse($"{at}.bundle.outsideReason", "BAD_VALUE", "已纳入一件事，不写不纳入的理由。");
                break;
        }
    }
}
