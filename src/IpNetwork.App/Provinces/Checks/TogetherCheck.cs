namespace IpNetwork.App.Provinces.Checks;

/// <summary>What must not repeat across the provinces of one deployment. The later pack is told.</summary>
internal static class TogetherCheck
{
    public static void Check(IReadOnlyList<PackFiles> packs)
    {
        var (codes, ids, slugs) = (new Dictionary<string, string>(), new Dictionary<int, string>(), new Dictionary<string, string>());
        foreach (var pack in packs)
        {
            if (!codes.TryAdd(pack.Province.Value.DivisionCode, pack.Folder))
            {
                pack.Province.File.Refuse("divisionCode", "DUPLICATE_CODE", $"{codes[pack.Province.Value.DivisionCode]} 已用这个省级代码。");
            }

            // A repetition inside one pack is told by the pack's own check.
            foreach (var (place, node) in pack.Nodes.Value.Nodes.Index())
            {
                if (!ids.TryAdd(node.Id, pack.Folder) && ids[node.Id] != pack.Folder)
                {
                    pack.Nodes.File.Refuse($"nodes[{place}].id", "DUPLICATE_ID", $"{ids[node.Id]} 已用编号 {node.Id}。");
                }

                if (!slugs.TryAdd(node.Slug, pack.Folder) && slugs[node.Slug] != pack.Folder)
                {
                    pack.Nodes.File.Refuse($"nodes[{place}].slug", "SLUG_TAKEN", $"{slugs[node.Slug]} 已用网址名“{node.Slug}”。");
                }
            }
        }
    }
}
