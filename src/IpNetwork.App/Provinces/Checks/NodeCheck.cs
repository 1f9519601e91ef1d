using IpNetwork.App.Provinces.Packs;
using IpNetwork.App.Provinces.Reading;
using IpNetwork.Domain.Kernel;

namespace IpNetwork.App.Provinces.Checks;

internal static class NodeCheck
{
    private const string InvalidParent = "INVALID_PARENT";

    public static void Check(PackFiles pack)
    {
        var (file, nodes) = (pack.Nodes.File, pack.Nodes.Value.Nodes);
        Texts.RefuseRepeats(file, nodes, node => node.Id, place => $"nodes[{place}].id", "DUPLICATE_ID", node => $"编号 {node.Id} 已经用过。");
        Texts.RefuseRepeats(file, nodes, node => node.Slug, place => $"nodes[{place}].slug", "SLUG_TAKEN", node => $"网址名“{node.Slug}”已经用过。");
        foreach (var (place, node) in nodes.Index())
        {
            Slugs.Check(file, $"nodes[{place}].slug", node.Slug);
            if (node.Id < 1)
            {
                file.Refuse($"nodes[{place}].id", "NOT_POSITIVE", "编号应当大于 0。");
            }
            else if (node.Id >= Domain.Nodes.Founding.FirstAllocatedId)
            {
                file.Refuse($"nodes[{place}].id", "ID_OF_THE_PROGRAM", $"编号应当小于 {Domain.Nodes.Founding.FirstAllocatedId}，再往后的由程序分配。");
            }

            CheckPlace(pack, node, $"nodes[{place}]");
            CheckParent(pack, node, $"nodes[{place}]");
        }

        if (nodes.Count(node => node.Kind is NodeKind.Province) != 1)
        {
            file.Refuse("nodes", "ONE_PROVINCE", "每个省有且只有一个省级节点。");
        }
    }

    private static void CheckPlace(PackFiles pack, PackNode node, string at)
    {
        var file = pack.Nodes.File;
        if (!pack.IsDivisionOf(node.Kind, node.Division))
        {
            file.Refuse($"{at}.division", "UNKNOWN_DIVISION", $"divisions.json 里没有适合 {node.Kind} 的代码 {node.Division}。");
        }
        else if (node.Kind is NodeKind.Province or NodeKind.City or NodeKind.County && pack.DivisionName(node.Division) != node.PlaceName)
        {
            file.Refuse($"{at}.placeName", "PLACE_NOT_DIVISION", $"代码 {node.Division} 的名称是“{pack.DivisionName(node.Division)}”。");
        }

        if (node.Kind is NodeKind.KeyPark && node.OfficialName is null)
        {
            CheckZone(pack, node, at);
        }

        if (node.Kind is NodeKind.Workstation && node.PlaceName.EndsWith(pack.Province.Value.Naming.WorkstationWord, StringComparison.Ordinal))
        {
            file.Refuse($"{at}.placeName", "PARK_NAME_ENDS_WITH_WORKSTATION", "园区名不带“工作站”，名称生成时会加上。");
        }
    }

    // NAM-04 is for national zones alone; any other key park needs a name fixed by a document (NAM-08).
    private static void CheckZone(PackFiles pack, PackNode node, string at)
    {
        var zone = pack.Zones.Value.Zones.FirstOrDefault(known => known.Name == node.PlaceName);
        if (zone is null)
        {
            pack.Nodes.File.Refuse($"{at}.placeName", "ZONE_NOT_NATIONAL", $"zones.json 里没有“{node.PlaceName}”，不能按国家级园区命名。");
        }
        else if (zone.Level is not ZoneLevel.National || (zone.Document is null && zone.Source is null))
        {
            pack.Nodes.File.Refuse($"{at}.placeName", "ZONE_NOT_NATIONAL", $"“{node.PlaceName}”不是有出处的国家级园区，名称要由文件另行规定。");
        }
        else if (zone.Division != node.Division)
        {
            pack.Nodes.File.Refuse($"{at}.division", "UNKNOWN_DIVISION", $"“{node.PlaceName}”在 {zone.Division}，不在 {node.Division}。");
        }
    }

    private static void CheckParent(PackFiles pack, PackNode node, string at)
    {
        var (file, field) = (pack.Nodes.File, $"{at}.parent");
        if (node.Kind is NodeKind.Province)
        {
            if (node.Parent is not null)
            {
                file.Refuse(field, InvalidParent, "省级节点没有上级，写 null。");
            }

            return;
        }

        if (node.Parent is not { } id || pack.FindNode(id) is not { } parent)
        {
            file.Refuse(field, InvalidParent, node.Parent is null ? "要写上级的编号。" : $"没有编号 {node.Parent} 的节点。");
        }
        else if (IsInCircle(pack, node))
        {
            file.Refuse(field, InvalidParent, "上级关系绕成了一圈。");
        }
        else if (!ParentsOf(node.Kind).Contains(parent.Kind))
        {
            file.Refuse(field, InvalidParent, $"{node.Kind} 的上级只能是 {string.Join("、", ParentsOf(node.Kind))}。");
        }
        else if (string.CompareOrdinal(node.Division, 0, parent.Division, 0, node.Kind is NodeKind.City ? 2 : 4) != 0)
        {
            file.Refuse(field, InvalidParent, $"区划 {node.Division} 不在上级 {parent.Division} 的辖区内。");
        }
        else if (DepthOf(pack, node) > NodePath.MaxDepth)
        {
            file.Refuse(field, InvalidParent, $"层级超过 {NodePath.MaxDepth} 层。");
        }
    }

    private static IReadOnlyList<NodeKind> ParentsOf(NodeKind kind) => kind switch
    {
        NodeKind.City => [NodeKind.Province],
        NodeKind.KeyPark or NodeKind.County => [NodeKind.City],
        _ => [NodeKind.City, NodeKind.County, NodeKind.KeyPark],
    };

    private static bool IsInCircle(PackFiles pack, PackNode node) => Ancestors(pack, node).Any(above => above.Id == node.Id);

    private static int DepthOf(PackFiles pack, PackNode node) => 1 + Ancestors(pack, node).Count();

    private static IEnumerable<PackNode> Ancestors(PackFiles pack, PackNode node)
    {
        var seen = new HashSet<int>();
        for (var at = node.Parent; at is { } id && seen.Add(id) && pack.FindNode(id) is { } above; at = above.Parent)
        {
            yield return above;
        }
    }
}
