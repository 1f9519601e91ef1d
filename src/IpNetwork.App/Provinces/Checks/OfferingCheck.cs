using IpNetwork.App.Provinces.Packs;
using IpNetwork.App.Provinces.Reading;

namespace IpNetwork.App.Provinces.Checks;

internal static class OfferingCheck
{
    private const int ImplementingCodeLength = 31;

    public static void Check(PackFiles pack)
    {
        var (file, offerings) = (pack.Offerings.File, pack.Offerings.Value);
        var offered = new HashSet<(string Node, string Item)>();
        foreach (var (place, offering) in offerings.Offerings.Index())
        {
            CheckOffering(pack, offering, $"offerings[{place}]", offered);
        }

        Texts.RefuseRepeats(file, offerings.Tightenings, one => $"{one.Node} {one.Item}", place => $"tightenings[{place}].item", "DUPLICATE_OFFERING", one => $"{one.Node} 对 {one.Item} 的收紧写了两次。");
        foreach (var (place, tightening) in offerings.Tightenings.Index())
        {
            CheckTightening(pack, tightening, $"tightenings[{place}]");
        }

        foreach (var (place, own) in offerings.OwnItems.Index())
        {
            CheckOwnItem(pack, own, $"ownItems[{place}]");
        }

        Texts.RefuseRepeats(file, offerings.OwnItems, own => Texts.Key(own.Code), place => $"ownItems[{place}].code", "DUPLICATE_ITEM", own => $"编码“{own.Code}”已经用过。");
        Texts.RefuseRepeats(file, offerings.OwnItems, own => $"{own.Node} {Texts.Key(own.Row.Name)}", place => $"ownItems[{place}].row.name", "DUPLICATE_ITEM", own => $"{own.Node} 已有名称为“{own.Row.Name}”的事项。");
    }

    private static void CheckOffering(PackFiles pack, PackOffering offering, string at, HashSet<(string Node, string Item)> offered)
    {
        var file = pack.Offerings.File;
        CheckLocal(file, offering.Local, $"{at}.local");
        if (FindNode(pack, offering.Node, at) is not { } node)
        {
            return;
        }

        foreach (var (place, code) in offering.Items.Index())
        {
            var field = $"{at}.items[{place}]";
            if (FindItem(pack, code, field) is not { } item)
            {
                continue;
            }

            if (!item.Row.TargetKinds.Contains(node.Kind))
            {
                file.Refuse(field, "ITEM_NOT_FOR_NODE", $"{code} 不面向 {node.Kind}。");
            }

            if (!offered.Add((node.Slug, code)))
            {
                file.Refuse(field, "DUPLICATE_OFFERING", $"{node.Slug} 的 {code} 已经写过。");
            }
        }
    }

    private static void CheckTightening(PackFiles pack, PackTightening tightening, string at)
    {
        var file = pack.Offerings.File;
        if (FindNode(pack, tightening.Node, at) is not { } node
            || FindItem(pack, tightening.Item, $"{at}.item") is not { Implementation: { } implementation } item)
        {
            return;
        }

        if (!item.Row.TargetKinds.Contains(node.Kind))
        {
            file.Refuse($"{at}.item", "ITEM_NOT_FOR_NODE", $"{item.Code} 不面向 {node.Kind}。");
        }

        if (tightening.CommittedLimit is null && tightening.DroppedMaterials.Count == 0)
        {
            file.Refuse(at, "NOTHING_TIGHTENED", "没有写收紧了什么。");
        }

        if (tightening.CommittedLimit is { } limit)
        {
            CheckLimit(file, item, implementation.CommittedLimit, limit, $"{at}.committedLimit");
        }

        CheckDropped(file, item, implementation, tightening.DroppedMaterials, $"{at}.droppedMaterials");
    }

    private static void CheckLimit(PackFile file, PackItem item, int standard, int limit, string field)
    {
        if (!item.OpenedFields.Contains("committedLimit"))
        {
            file.Refuse(field, "FIELD_LOCKED", $"{item.Code} 的办结时限没有开放给地方。");
        }
        else if (limit >= standard)
        {
            file.Refuse(field, "LIMIT_LOOSENED", $"{limit} 个工作日没有比全省的 {standard} 个更短。");
        }
        else if (limit < 1)
        {
            file.Refuse(field, "BAD_LIMIT", "时限应当大于 0 个工作日。");
        }
    }

    private static void CheckDropped(PackFile file, PackItem item, ImplementationRow implementation, IReadOnlyList<string> dropped, string at)
    {
        if (dropped.Count > 0 && !item.OpenedFields.Contains("materials"))
        {
            file.Refuse(at, "FIELD_LOCKED", $"{item.Code} 的材料没有开放给地方。");
            return;
        }

        foreach (var (place, code) in dropped.Index())
        {
            if (implementation.Materials.All(material => material.Code != code))
            {
                file.Refuse($"{at}[{place}]", "UNKNOWN_MATERIAL", $"{item.Code} 没有编号为 {code} 的材料。");
            }
        }
    }

    private static void CheckOwnItem(PackFiles pack, PackOwnItem own, string at)
    {
        var file = pack.Offerings.File;
        FindNode(pack, own.Node, at);
        ContentCheck.Check(pack, file, own.Code, own.Row, own.Implementation, at);
        CheckLocal(file, own.Local, $"{at}.local");
        if (pack.Directories.Value.ValueAdded.All(entry => entry.Name != own.Row.DirectoryEntry))
        {
            file.Refuse($"{at}.row.directoryEntry", "UNKNOWN_DIRECTORY_ENTRY", $"增值名录里没有“{own.Row.DirectoryEntry}”。");
        }

        if (pack.AllItems.Any(item => Texts.Key(item.Row.Name) == Texts.Key(own.Row.Name)))
        {
            file.Refuse($"{at}.row.name", "DUPLICATE_OF_BASE", $"“{own.Row.Name}”与全省事项同名。");
        }

        if (pack.AllItems.Any(item => Texts.Key(item.Code) == Texts.Key(own.Code)))
        {
            file.Refuse($"{at}.code", "DUPLICATE_OF_BASE", $"编码“{own.Code}”与全省事项相同。");
        }
    }

    private static void CheckLocal(PackFile file, PackLocalFields local, string at)
    {
        if (local.ImplementingCode is { } code && code.Length != ImplementingCodeLength)
        {
            file.Refuse($"{at}.implementingCode", "BAD_ITEM_CODE", $"实施编码是 {ImplementingCodeLength} 位；没有登记编码就写 null。");
        }

        if (local.Link is { } link && !Texts.IsWebAddress(link))
        {
            file.Refuse($"{at}.link", "BAD_ADDRESS", "网址应以 http:// 或 https:// 开头。");
        }
    }

    private static PackNode? FindNode(PackFiles pack, string slug, string at)
    {
        var node = pack.FindNode(slug);
        if (node is null)
        {
            pack.Offerings.File.Refuse($"{at}.node", "UNKNOWN_NODE", $"nodes.json 里没有网址名为“{slug}”的节点。");
        }

        return node;
    }

    private static PackItem? FindItem(PackFiles pack, string code, string field)
    {
        var item = pack.FindItem(code);
        if (item is null)
        {
            pack.Offerings.File.Refuse(field, "UNKNOWN_ITEM", $"目录里没有编码为“{code}”的事项。");
        }

        return item;
    }
}
