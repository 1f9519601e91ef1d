namespace IpNetwork.App.Provinces.Reading;

/// <summary>The JSON files of one folder: each read file is accounted for, an unread one is a slip of the name.</summary>
internal sealed class PackFolder
{
    private readonly string path;
    private readonly List<PackFile> files = [];

    public PackFolder(string path)
    {
        this.path = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        Name = Path.GetFileName(this.path);
    }

    public string Name { get; }

    public IReadOnlyList<PackError> Errors =>
        [.. files.SelectMany(file => file.Errors).OrderBy(error => error.File, StringComparer.Ordinal).ThenBy(error => error.Line)];

    public IEnumerable<string> JsonFiles => Directory.Exists(path)
        ? Directory.EnumerateFiles(path, "*.json", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(path, file).Replace(Path.DirectorySeparatorChar, '/'))
            .Order(StringComparer.Ordinal)
        : [];

    public Located<T>? Read<T>(string name, string schema)
        where T : class
    {
        var file = Open(name);
        if (!File.Exists(Path.Combine(path, name)))
        {
            file.Refuse(PackFile.Whole, "FILE_MISSING", "没有这个文件。");
            return null;
        }

        var root = LocatedJson.Read(File.ReadAllBytes(Path.Combine(path, name)), file);
        var value = root is null ? null : JsonBinder.Bind<T>(SchemaLink.Check(root, schema, file), file);
        return value is null || file.Errors.Count > 0 ? null : new(file, value);
    }

    public void RefuseUnread()
    {
        foreach (var name in JsonFiles.Except(files.Select(file => file.Name[(Name.Length + 1)..])).ToList())
        {
            Open(name).Refuse(PackFile.Whole, "UNKNOWN_FILE", "不认识这个文件，检查文件名。");
        }
    }

    private PackFile Open(string name)
    {
        var file = new PackFile($"{Name}/{name}");
        files.Add(file);
        return file;
    }
}
