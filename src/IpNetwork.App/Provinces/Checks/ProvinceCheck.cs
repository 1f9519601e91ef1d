using IpNetwork.App.Provinces.Applying;
using IpNetwork.App.Provinces.Packs;
using IpNetwork.App.Provinces.Reading;
using IpNetwork.Domain.Files;
using IpNetwork.Domain.Kernel;

namespace IpNetwork.App.Provinces.Checks;

internal static class ProvinceCheck
{
    /// <summary>Fields a province may open to its nodes (CAT-05).</summary>
    private static readonly string[] CanBeOpened = ["committedLimit", "materials", "visits"];

    public static void Check(PackFiles pack)
    {
        var (file, province) = (pack.Province.File, pack.Province.Value);
        Slugs.Check(file, "slug", province.Slug);
        if (province.Slug != pack.Folder)
        {
            file.Refuse("slug", "SLUG_NOT_FOLDER", $"网址名“{province.Slug}”应与文件夹名“{pack.Folder}”一致。");
        }

        if (!Texts.IsDivisionCode(province.DivisionCode) || !province.DivisionCode.EndsWith("0000", StringComparison.Ordinal))
        {
            file.Refuse("divisionCode", "BAD_DIVISION_CODE", "省级区划代码是六位数字，后四位为 0000。");
        }

        if (pack.FindNode(province.Centre.Node) is not { Kind: NodeKind.Province })
        {
            file.Refuse("centre.node", "UNKNOWN_NODE", $"nodes.json 里没有编号 {province.Centre.Node} 的省级节点。");
        }

        if (province.Centre.Website is { } website && !Texts.IsWebAddress(website))
        {
            file.Refuse("centre.website", "BAD_ADDRESS", "网址应以 http:// 或 https:// 开头。");
        }

        CheckNaming(pack, file, province.Naming);
        CheckRules(file, province.Rules);
        CheckPlates(file, province);
        CheckThresholds(file, province.Thresholds);
        Texts.RefuseRepeats(file, province.FundingCaps, cap => cap.Kind, place => $"fundingCaps[{place}].kind", "DUPLICATE_KIND", cap => $"{cap.Kind} 写了两次。");
        Texts.RefuseRepeats(file, province.Modules, module => module.Code, place => $"modules[{place}].code", "DUPLICATE_CODE", module => $"“{module.Code}”写了两次。");
        CheckCartogram(pack, file, province.Cartogram);
    }

    private static void CheckNaming(PackFiles pack, PackFile file, NamingRules naming)
    {
        Texts.RefuseRepeats(file, naming.EthnicNames, name => name, place => $"naming.ethnicNames[{place}]", "DUPLICATE_NAME", name => $"“{name}”写了两次。");
        foreach (var (place, (longer, shorter)) in naming.EthnicNames.Skip(1).Zip(naming.EthnicNames, (next, before) => (next, before)).Index())
        {
            if (longer.Length > shorter.Length)
            {
                file.Refuse($"naming.ethnicNames[{place + 1}]", "NOT_LONGEST_FIRST", $"“{longer}”比前一个长，应排在前面，否则会先被短的截断。");
            }
        }

        foreach (var (place, one) in naming.Overrides.Index())
        {
            if (pack.Divisions.Value.Prefectures.All(known => known.Name != one.Name) && pack.Divisions.Value.Counties.All(known => known.Name != one.Name))
            {
                file.Refuse($"naming.overrides[{place}].name", "UNKNOWN_DIVISION", $"divisions.json 里没有“{one.Name}”。");
            }
        }

        if (naming.Capital is { } capital && pack.Divisions.Value.Prefectures.All(known => known.Code != capital.DivisionCode))
        {
            file.Refuse("naming.capital.divisionCode", "UNKNOWN_DIVISION", $"divisions.json 里没有代码 {capital.DivisionCode} 的市（州）。");
        }
    }

    private static void CheckRules(PackFile file, ProvinceRules rules)
    {
        Positive(rules.Network.FoundingDecisionWorkdays, "network.foundingDecisionWorkdays");
        Positive(rules.Network.BuilderChangeWorkdays, "network.builderChangeWorkdays");
        Positive(rules.Establishment.OpinionWorkdays, "establishment.opinionWorkdays");
        Positive(rules.Establishment.ReturnWorkdays, "establishment.returnWorkdays");
        Positive(rules.Establishment.AcceptanceWorkdays, "establishment.acceptanceWorkdays");
        Positive(rules.Establishment.InvitationDays, "establishment.invitationDays");
        Positive(rules.Catalog.ConflictDecisionWorkdays, "catalog.conflictDecisionWorkdays");
        Positive(rules.Catalog.SurveyIntervalMonths, "catalog.surveyIntervalMonths");
        Positive(rules.Files.FileMegabytes, "files.fileMegabytes");
        Positive(rules.Files.RecordFiles, "files.recordFiles");
        Positive(rules.Files.RecordMegabytes, "files.recordMegabytes");
        Positive(rules.Files.NodeGigabytes, "files.nodeGigabytes");
        if (rules.Files.FileMegabytes.Value > FileRules.MostMegabytes)
        {
            file.Refuse("rules.files.fileMegabytes.value", "TOO_LARGE", $"不能超过 {FileRules.MostMegabytes}。");
        }

        if (rules.Files.Kinds.Value.Count == 0)
        {
            file.Refuse("rules.files.kinds.value", "EMPTY", "至少要收一种文件。");
        }

        foreach (var (place, name) in rules.Catalog.OpenableFields.Value.Index())
        {
            if (!CanBeOpened.Contains(name))
            {
                file.Refuse($"rules.catalog.openableFields.value[{place}]", "UNKNOWN_FIELD", $"“{name}”不能开放，只能是 {string.Join("、", CanBeOpened)}。");
            }
        }

        void Positive(Rule<int> rule, string name)
        {
            if (rule.Value < 1)
            {
                file.Refuse($"rules.{name}.value", "NOT_POSITIVE", "应当大于 0。");
            }
        }
    }

    private static void CheckPlates(PackFile file, ProvinceFile province)
    {
        if (!PackSettings.NumberingOf(province).IsWellFormed)
        {
            file.Refuse("rules.plates.numberPattern.value", "BAD_NUMBER_PATTERN", "编号的写法是大写字母、数字和连字符，带 {kind}，以 -{serial:000} 结尾；各类字母是一至三个大写字母，互不相同。");
        }
    }

    private static void CheckThresholds(PackFile file, IReadOnlyList<PackThresholds> sets)
    {
        Texts.RefuseRepeats(file, sets, set => set.Kind, place => $"thresholds[{place}].kind", "DUPLICATE_KIND", set => $"{set.Kind} 写了两次。");
        foreach (var (place, set) in sets.Index())
        {
            var items = $"thresholds[{place}].items";
            Texts.RefuseRepeats(file, set.Items, one => one.Code, at => $"{items}[{at}].code", "DUPLICATE_CODE", one => $"“{one.Code}”写了两次。");
            foreach (var (at, _) in set.Items.Index().Where(one => one.Item.Minimum <= 0))
            {
                file.Refuse($"{items}[{at}].minimum", "NOT_POSITIVE", "应当大于 0。");
            }
        }
    }

    private static void CheckCartogram(PackFiles pack, PackFile file, IReadOnlyList<CityPlace> places)
    {
        Texts.RefuseRepeats(file, places, one => one.Node, place => $"cartogram[{place}].node", "DUPLICATE_NAME", one => $"“{one.Node}”写了两次。");
        Texts.RefuseRepeats(file, places, one => (one.Column, one.Row), place => $"cartogram[{place}]", "PLACE_TAKEN", one => $"第 {one.Row} 行第 {one.Column} 列已经有一个市（州）。");
        foreach (var (place, one) in places.Index())
        {
            if (pack.FindNode(one.Node) is not { Kind: NodeKind.City })
            {
                file.Refuse($"cartogram[{place}].node", "UNKNOWN_NODE", $"nodes.json 里没有网址名为“{one.Node}”的市级节点。");
            }
        }
    }
}
