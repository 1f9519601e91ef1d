using IpNetwork.App.Provinces.Checks;
using IpNetwork.App.Provinces.Packs;
using IpNetwork.App.Provinces.Reading;

namespace IpNetwork.App.Provinces;

/// <summary>Reads a province's folder, and says of a broken one every file, line and field that is wrong.</summary>
internal static class PackReader
{
    private const string Directories = "catalog/directories.json";

    public static PackReading Read(string folder)
    {
        var (packs, errors) = Read([folder]);
        return new(packs.SingleOrDefault(), errors);
    }

    /// <summary>Packs that will run in one deployment.</summary>
    public static PacksReading Read(IReadOnlyList<string> folders)
    {
        var read = folders.Select(path => new PackFolder(path)).Select(folder => (Folder: folder, Files: ReadFiles(folder))).ToList();
        var whole = read.Select(pack => pack.Files).OfType<PackFiles>().ToList();
        foreach (var pack in whole)
        {
            Check(pack);
        }

        TogetherCheck.Check(whole);
        List<PackError> errors = [.. read.SelectMany(pack => pack.Folder.Errors)];
        return new(errors.Count == 0 ? [.. whole.Select(pack => pack.ToPack())] : [], errors);
    }

    /// <summary>The folder of holiday notices, which all provinces share.</summary>
    public static CalendarReading ReadCalendar(string path)
    {
        var folder = new PackFolder(path);
        var years = folder.JsonFiles.Select(name => folder.Read<HolidayYear>(name, "calendar")).OfType<Located<HolidayYear>>().ToList();
        foreach (var year in years)
        {
            HolidayCheck.Check(year);
        }

        return new(folder.Errors.Count == 0 ? [.. years.Select(year => year.Value).OrderBy(year => year.Year)] : [], folder.Errors);
    }

    private static PackFiles? ReadFiles(PackFolder folder)
    {
        var province = folder.Read<ProvinceFile>("province.json", "province");
        var divisions = folder.Read<DivisionsFile>("divisions.json", "divisions");
        var zones = folder.Read<ZonesFile>("zones.json", "zones");
        var nodes = folder.Read<NodesFile>("nodes.json", "nodes");
        var directories = folder.Read<DirectoriesFile>(Directories, "directories");
        var items = folder.JsonFiles
            .Where(name => name.StartsWith("catalog/", StringComparison.Ordinal) && name != Directories)
            .Select(name => folder.Read<ItemsFile>(name, "items"))
            .ToList();
        var offerings = folder.Read<OfferingsFile>("offerings.json", "offerings");
        var links = folder.Read<LinksFile>("links.json", "links");
        var norms = folder.Read<NormsFile>("norms.json", "norms");
        folder.RefuseUnread();

        return province is null || divisions is null || zones is null || nodes is null || directories is null || offerings is null || links is null || norms is null || items.Contains(null)
            ? null
            : new(folder.Name, province, divisions, zones, nodes, directories, [.. items.OfType<Located<ItemsFile>>()], offerings, links, norms);
    }

    private static void Check(PackFiles pack)
    {
        ProvinceCheck.Check(pack);
        DivisionCheck.Check(pack);
        ZoneCheck.Check(pack);
        NodeCheck.Check(pack);
        CatalogCheck.Check(pack);
        OfferingCheck.Check(pack);
        LinkCheck.Check(pack);
        NormCheck.Check(pack);
    }
}
