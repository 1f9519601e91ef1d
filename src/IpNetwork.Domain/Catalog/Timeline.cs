using System.Collections.Immutable;

namespace IpNetwork.Domain.Catalog;

public interface IDatedVersion
{
    public int Version { get; }

    public DateTimeOffset EffectiveAt { get; }
}

/// <summary>The versions of one record. The latest word counts: a version takes back every earlier one that would begin with it or after it.</summary>
public sealed class Timeline<T>
    where T : class, IDatedVersion
{
    private readonly ImmutableArray<T> line;

    private Timeline(ImmutableArray<T> versions)
    {
        Versions = versions;
        var kept = new List<T>(versions.Length);
        foreach (var version in versions)
        {
            while (kept.Count > 0 && kept[^1].EffectiveAt >= version.EffectiveAt)
            {
                kept.RemoveAt(kept.Count - 1);
            }

            kept.Add(version);
        }

        line = [.. kept];
    }

    /// <summary>All that were ever published, by number.</summary>
    public ImmutableArray<T> Versions { get; }

    /// <summary>Those that came or will come into force, by date.</summary>
    public ImmutableArray<T> Line => line;

    public T Latest => Versions[^1];

    public static Timeline<T> Of(IEnumerable<T> versions) => new([.. versions.OrderBy(version => version.Version)]);

    public Timeline<T> With(T version) => Of(Versions.Append(version));

    public T? At(DateTimeOffset instant)
    {
        for (var i = line.Length - 1; i >= 0; i--)
        {
            if (line[i].EffectiveAt <= instant)
            {
                return line[i];
            }
        }

        return null;
    }

    public T? NextAfter(DateTimeOffset instant)
    {
        T? next = null;
        for (var i = line.Length - 1; i >= 0 && line[i].EffectiveAt > instant; i--)
        {
            next = line[i];
        }

        return next;
    }

    public T? Numbered(int version) => Versions.FirstOrDefault(candidate => candidate.Version == version);

    /// <summary>Versions still to come that a new one would take back.</summary>
    public IReadOnlyList<T> TakenBackBy(T candidate) => [.. line.Where(version => version != candidate && version.EffectiveAt >= candidate.EffectiveAt)];
}
