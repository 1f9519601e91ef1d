using IpNetwork.App.Provinces.Packs;

namespace IpNetwork.App.Provinces.Checks;

internal static class LinkCheck
{
    public static void Check(PackFiles pack)
    {
        var (file, groups) = (pack.Links.File, pack.Links.Value.Groups);
        Texts.RefuseRepeats(file, groups, group => group.Code, place => $"groups[{place}].code", "DUPLICATE_CODE", group => $"“{group.Code}”写了两次。");
        foreach (var (place, group) in groups.Index())
        {
            foreach (var (at, link) in group.Links.Index())
            {
                CheckLink(pack, link, $"groups[{place}].links[{at}]");
            }
        }
    }

    private static void CheckLink(PackFiles pack, PackLink link, string at)
    {
        if (link.Address is null == link.Item is null)
        {
            pack.Links.File.Refuse(at, "LINK_TARGET", "网址和事项编码写且只写一个。");
        }
        else if (link.Address is { } address && !Texts.IsWebAddress(address))
        {
            pack.Links.File.Refuse($"{at}.address", "BAD_ADDRESS", "网址应以 http:// 或 https:// 开头。");
        }
        else if (link.Item is { } item && pack.FindItem(item) is null)
        {
            pack.Links.File.Refuse($"{at}.item", "UNKNOWN_ITEM", $"目录里没有编码为“{item}”的事项。");
        }
    }
}
