using IpNetwork.App.Provinces.Reading;

namespace IpNetwork.App.Provinces.Checks;

internal static class DivisionCheck
{
    public static void Check(PackFiles pack)
    {
        var (file, divisions) = (pack.Divisions.File, pack.Divisions.Value);
        var province = pack.Province.Value.DivisionCode;
        foreach (var (place, prefecture) in divisions.Prefectures.Index())
        {
            CheckCode(file, $"prefectures[{place}].code", prefecture.Code, province, 2);
            if (!prefecture.Code.EndsWith("00", StringComparison.Ordinal))
            {
                file.Refuse($"prefectures[{place}].code", "BAD_DIVISION_CODE", "市（州）代码的末两位是 00。");
            }
        }

        foreach (var (place, county) in divisions.Counties.Index())
        {
            if (divisions.Prefectures.All(prefecture => prefecture.Code != county.Prefecture))
            {
                file.Refuse($"counties[{place}].prefecture", "UNKNOWN_DIVISION", $"没有代码 {county.Prefecture} 的市（州）。");
            }

            CheckCode(file, $"counties[{place}].code", county.Code, county.Prefecture, 4);
        }

        Texts.RefuseRepeats(file, divisions.Prefectures, one => one.Code, place => $"prefectures[{place}].code", "DUPLICATE_CODE", one => $"代码 {one.Code} 写了两次。");
        Texts.RefuseRepeats(file, divisions.Prefectures, one => one.ShortName, place => $"prefectures[{place}].shortName", "DUPLICATE_NAME", one => $"简称“{one.ShortName}”已被用作另一个市（州）的简称。");
        Texts.RefuseRepeats(file, divisions.Counties, one => one.Code, place => $"counties[{place}].code", "DUPLICATE_CODE", one => $"代码 {one.Code} 写了两次。");
    }

    private static void CheckCode(PackFile file, string field, string code, string parent, int shared)
    {
        if (!Texts.IsDivisionCode(code))
        {
            file.Refuse(field, "BAD_DIVISION_CODE", "区划代码是六位数字。");
        }
        else if (string.CompareOrdinal(code, 0, parent, 0, shared) != 0)
        {
            file.Refuse(field, "BAD_DIVISION_CODE", $"代码 {code} 不在 {parent} 之内。");
        }
    }
}
