using System.Security.Cryptography;
using IpNetwork.App.Tenancy;

namespace IpNetwork.App.Provinces;

/// <summary>Where the packs are: beside the published program, or above it in the source tree.</summary>
internal static class TenantsFolder
{
    public const string Calendar = "calendar";
    private const string Name = "tenants";
    private const string Schemas = "schema";

    public static string Find() => Find(AppContext.BaseDirectory);

    public static string Find(string from)
    {
        for (var at = new DirectoryInfo(from); at is not null; at = at.Parent)
        {
            var folder = Path.Combine(at.FullName, Name);
            if (Directory.Exists(Path.Combine(folder, Schemas)))
            {
                return folder;
            }
        }

        throw new SetupException($"找不到省级配置包的文件夹 {Name}。它应在程序旁边，或在源代码的根目录。");
    }

    public static IReadOnlyList<string> Provinces(string tenants) =>
        [.. Directory.EnumerateDirectories(tenants).Select(Path.GetFileName).OfType<string>().Where(name => name is not Calendar and not Schemas).Order(StringComparer.Ordinal)];

    public static string Province(string tenants, string province)
    {
        var known = Provinces(tenants);
        return known.Contains(province)
            ? Path.Combine(tenants, province)
            : throw new SetupException($"没有名为 {province} 的配置包。现有：{string.Join("、", known)}。");
    }

    /// <summary>Of every file of the pack and of the calendar, by name and content.</summary>
    public static string Hash(string tenants, string province)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in Files(Path.Combine(tenants, province)).Concat(Files(Path.Combine(tenants, Calendar))))
        {
            hash.AppendData(System.Text.Encoding.UTF8.GetBytes($"{Path.GetRelativePath(tenants, file)}\0"));
            hash.AppendData(SHA256.HashData(File.ReadAllBytes(file)));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static IEnumerable<string> Files(string folder) =>
        Directory.EnumerateFiles(folder, "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal);
}
