using System.Text.Json.Nodes;
using IpNetwork.App.Provinces;

namespace IpNetwork.App.Tests.Provinces;

/// <summary>A copy of all packs that a test may spoil.</summary>
public sealed class PackCopy : IDisposable
{
    public PackCopy()
    {
        var original = TenantsFolder.Find();
        foreach (var file in Directory.EnumerateFiles(original, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(Folder, Path.GetRelativePath(original, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("ipnet-packs-").FullName;

    public void Edit(string name, Action<JsonNode> edit)
    {
        var path = Path.Combine(Folder, name);
        var json = JsonNode.Parse(File.ReadAllText(path))!;
        edit(json);
        File.WriteAllText(path, json.ToJsonString());
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
