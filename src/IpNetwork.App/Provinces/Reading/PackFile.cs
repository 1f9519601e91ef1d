namespace IpNetwork.App.Provinces.Reading;

/// <summary>One file of a pack: knows the line of every field, and gathers what is wrong in it.</summary>
internal sealed class PackFile
{
    public const string Whole = "$";

    private readonly Dictionary<string, int> lines = new(StringComparer.Ordinal) { [Whole] = 1 };
    private readonly List<PackError> errors = [];

    public PackFile(string name) => Name = name;

    public string Name { get; }

    public IReadOnlyList<PackError> Errors => errors;

    public void Locate(string field, int line) => lines[field] = line;

    public void Refuse(string field, string code, string message) => errors.Add(new(Name, LineOf(field), field, code, message));

    public void RefuseAt(int line, string field, string code, string message) => errors.Add(new(Name, line, field, code, message));

    /// <summary>A field that is not in the file is told at the line of what should hold it.</summary>
    private int LineOf(string field)
    {
        for (var at = field; at.Length > 0; at = at[..Math.Max(at.LastIndexOfAny(['.', '[']), 0)])
        {
            if (lines.TryGetValue(at, out var line))
            {
                return line;
            }
        }

        return lines[Whole];
    }
}

/// <summary>What a file says, with the file it stands in.</summary>
internal sealed record Located<T>(PackFile File, T Value);
