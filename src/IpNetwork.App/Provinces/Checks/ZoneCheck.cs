using IpNetwork.App.Provinces.Packs;

namespace IpNetwork.App.Provinces.Checks;

internal static class ZoneCheck
{
    public static void Check(PackFiles pack)
    {
        var (file, zones) = (pack.Zones.File, pack.Zones.Value.Zones);
        Texts.RefuseRepeats(file, zones, zone => zone.Name, place => $"zones[{place}].name", "DUPLICATE_NAME", zone => $"“{zone.Name}”写了两次。");
        Texts.RefuseRepeats(file, zones, zone => zone.ShortName, place => $"zones[{place}].shortName", "DUPLICATE_NAME", zone => $"规范简称“{zone.ShortName}”已用于另一个园区。");
        foreach (var (place, zone) in zones.Index())
        {
            if (pack.Divisions.Value.Prefectures.All(prefecture => prefecture.Code != zone.Division))
            {
                file.Refuse($"zones[{place}].division", "UNKNOWN_DIVISION", $"divisions.json 里没有代码 {zone.Division} 的市（州）。");
            }

            if (zone.Level is ZoneLevel.Provincial && zone.NationalSince is not null)
            {
                file.Refuse($"zones[{place}].nationalSince", "BAD_VALUE", "省级园区没有升为国家级的年份，写 null。");
            }
        }
    }
}
