using System.Collections.Frozen;
using IpNetwork.App.Provinces.Packs;
using IpNetwork.App.Provinces.Reading;

namespace IpNetwork.App.Provinces.Checks;

/// <summary>What holds of any item, base or a node's own: both rows complete, and the figures in them possible (CAT-07).</summary>
internal static class ContentCheck
{
    public static readonly FrozenSet<string> LocalFields = new[]
    {
        "department", "implementingCode", "localCode", "windows", "address", "hours", "phones", "staff", "link", "pickUpPoint",
    }.ToFrozenSet(StringComparer.Ordinal);

    private const int BasicCodeLength = 12;

    public static void Check(PackFiles pack, PackFile file, string code, ItemRow row, ImplementationRow? implementation, string at)
    {
        if (!Texts.IsItemCode(code))
        {
            file.Refuse($"{at}.code", "BAD_ITEM_CODE", "内部编码用大写字母、数字和连字符，如 SC-IP-11。");
        }

        if (row.BasicCode is { } basic && (basic.Length != BasicCodeLength || !basic.All(char.IsAsciiLetterOrDigit)))
        {
            file.Refuse($"{at}.row.basicCode", "BAD_ITEM_CODE", $"基本编码是 {BasicCodeLength} 位；没有登记编码就写 null。");
        }

        if (pack.Directories.Value.Categories.All(category => category.Name != row.Category))
        {
            file.Refuse($"{at}.row.category", "UNKNOWN_CATEGORY", $"directories.json 里没有类别“{row.Category}”。");
        }

        Texts.RefuseRepeats(file, row.TargetKinds, kind => kind, place => $"{at}.row.targetKinds[{place}]", "DUPLICATE_KIND", kind => $"{kind} 写了两次。");
        RefuseEmpty(file, row.LegalBasis, $"{at}.row.legalBasis");
        if (implementation is null)
        {
            file.Refuse($"{at}.implementation", "IMPLEMENTATION_MISSING", "缺少实施清单一行，两行齐全才能公布。");
            return;
        }

        RefuseEmpty(file, implementation.FlowConditions, $"{at}.implementation.flowConditions");
        RefuseEmpty(file, implementation.AdmissionConditions, $"{at}.implementation.admissionConditions");
        CheckLimits(file, implementation, $"{at}.implementation");
        CheckMaterials(file, implementation.Materials, $"{at}.implementation.materials");
        if (implementation.Fee is { Charged: true, Basis: null })
        {
            file.Refuse($"{at}.implementation.fee.basis", "BAD_VALUE", "收费的事项要写收费依据。");
        }
    }

    private static void CheckLimits(PackFile file, ImplementationRow row, string at)
    {
        if (row.HandlingKind is PackHandlingKind.Immediate ? row.CommittedLimit != 0 : row.CommittedLimit < 1)
        {
            file.Refuse($"{at}.committedLimit", "BAD_LIMIT", row.HandlingKind is PackHandlingKind.Immediate ? "即办件的承诺时限写 0。" : "承诺件的时限应当大于 0 个工作日。");
        }

        if (row.StatutoryLimit < 1)
        {
            file.Refuse($"{at}.statutoryLimit", "BAD_LIMIT", "法定时限应当大于 0 个工作日；没有规定就写 null。");
        }
        else if (row.CommittedLimit > row.StatutoryLimit)
        {
            file.Refuse($"{at}.committedLimit", "LIMIT_LOOSENED", $"承诺时限 {row.CommittedLimit} 长于法定时限 {row.StatutoryLimit}。");
        }

        if (row.Visits < 0)
        {
            file.Refuse($"{at}.visits", "BAD_VALUE", "跑动次数不能小于 0。");
        }
    }

    private static void CheckMaterials(PackFile file, IReadOnlyList<PackMaterial> materials, string at)
    {
        Texts.RefuseRepeats(file, materials, one => one.Code, place => $"{at}[{place}].code", "DUPLICATE_CODE", one => $"材料编号“{one.Code}”写了两次。");
        Texts.RefuseRepeats(file, materials, one => one.Name, place => $"{at}[{place}].name", "DUPLICATE_NAME", one => $"材料“{one.Name}”写了两次。");
        foreach (var (place, _) in materials.Index().Where(one => one.Item.Copies < 1))
        {
            file.Refuse($"{at}[{place}].copies", "NOT_POSITIVE", "份数应当大于 0。");
        }
    }

    private static void RefuseEmpty(PackFile file, IReadOnlyList<string> list, string field)
    {
        if (list.Count == 0)
        {
            file.Refuse(field, "EMPTY_LIST", "至少写一条。");
        }
    }
}
