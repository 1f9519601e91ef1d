using IpNetwork.App.Provinces.Packs;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Catalog;
using IpNetwork.Domain.Files;
using IpNetwork.Domain.Kernel;
using IpNetwork.Domain.Plates;

namespace IpNetwork.App.Provinces.Applying;

internal static class PackSettings
{
    public static ProvinceSettings Of(ProvincePack pack, PackNames names) => new()
    {
        Centre = pack.Province.Centre.Name,
        Website = pack.Province.Centre.Website,
        Naming = names.Rules,
        Plates = new() { Numbering = NumberingOf(pack.Province), ServiceTypes = pack.Province.Naming.BranchServiceTypes },
        OpinionWorkdays = pack.Province.Rules.Establishment.OpinionWorkdays.Value,
        ReturnWorkdays = pack.Province.Rules.Establishment.ReturnWorkdays.Value,
        FoundingDecisionWorkdays = pack.Province.Rules.Network.FoundingDecisionWorkdays.Value,
        AcceptanceWorkdays = pack.Province.Rules.Establishment.AcceptanceWorkdays.Value,
        BuildReminderDays = pack.Province.Rules.Establishment.BuildReminderDays.Value,
        InvitationDays = pack.Province.Rules.Establishment.InvitationDays.Value,
        ExpertCategories = pack.Province.Rules.Establishment.ExpertCategories.Value,
        BuilderChangeWorkdays = pack.Province.Rules.Network.BuilderChangeWorkdays.Value,
        JointAgreementRequired = pack.Province.Rules.Network.JointAgreementRequired.Value,
        Thresholds = [.. pack.Province.Thresholds.Select(Thresholds)],
        FundingCaps = [.. pack.Province.FundingCaps.Select(one => new FundingCap(one.Kind, one.Yuan, one.Clause))],
        Modules = [.. pack.Province.Modules.Select(one => new ServiceModule(one.Code, one.Name, one.Family, one.Clause))],
        ConflictDecisionWorkdays = pack.Province.Rules.Catalog.ConflictDecisionWorkdays.Value,
        OpenableFields = pack.Province.Rules.Catalog.OpenableFields.Value,
        PromotionOpen = pack.Province.Rules.Catalog.PromotionOpen.Value,
        SurveyIntervalMonths = pack.Province.Rules.Catalog.SurveyIntervalMonths.Value,
        Files = Files(pack.Province.Rules.Files),
        Directories = DirectoriesOf(pack),
        Categories = [.. pack.Directories.Categories.Select(one => new ServiceCategory(one.Code, one.Name, one.ShortName, one.Summary))],
        Information = [.. pack.Links.Groups.Select(group => new InformationGroup(group.Code, group.Title,
            [.. group.Links.Select(link => new InformationLink(link.Title, link.Address, link.Item, link.Note))]))],
        Cartogram = [.. pack.Province.Cartogram.Select(place => new CartogramPlace(place.Node, place.Column, place.Row))],
        Contacts = [.. pack.Nodes.Nodes.SelectMany(Contact)],
    };

    public static ServiceDirectories DirectoriesOf(ProvincePack pack) => new(
        new("基础名录", [.. pack.Directories.Base.Select(entry => new DirectoryEntry(entry.No, entry.Name))]),
        new("增值名录", [.. pack.Directories.ValueAdded.Select(entry => new DirectoryEntry(entry.No, entry.Name))]));

    private static FileRules Files(FilesRules rules) => new()
    {
        Kinds = rules.Kinds.Value,
        FileMegabytes = rules.FileMegabytes.Value,
        SubjectFiles = rules.RecordFiles.Value,
        SubjectMegabytes = rules.RecordMegabytes.Value,
        NodeGigabytes = rules.NodeGigabytes.Value,
    };

    public static PlateNumbering NumberingOf(ProvinceFile province)
    {
        var letters = province.Rules.Plates.Letters.Value;
        return new()
        {
            Pattern = province.Rules.Plates.NumberPattern.Value,
            Province = letters.Province,
            City = letters.City,
            KeyPark = letters.KeyPark,
            County = letters.County,
            Workstation = letters.Workstation,
            Function = letters.Function,
        };
    }

    private static ThresholdSet Thresholds(PackThresholds set) => new(set.Kind, set.Clause,
        [.. set.Items.Select(one => new Threshold(one.Code, one.Label, one.Minimum, one.Unit, one.Strictness, one.Clause))])
    {
        Judged = [.. set.Judged.Select(one => new JudgedCondition(one.Code, one.Label, one.Clause))],
    };

    private static IEnumerable<Tenancy.NodeContact> Contact(PackNode node)
    {
        if (node.Contact is { } contact)
        {
            yield return new(node.Slug, contact.Phone, contact.Address, contact.Hours, contact.Sample);
        }
    }

    public static Outcome<CalendarYear> Notice(HolidayYear year) => CalendarYear.Create(year.Year, year.Document, year.IssuedOn,
        [.. year.Days.Select(day => new CalendarDay(day.Date, day.Name, day.Kind is HolidayKind.Off ? DayKind.Off : DayKind.Work))]);
}
