using System.Globalization;
using System.Text;
using IpNetwork.App.Data.Trail;

namespace IpNetwork.App.Data.Sealing;

/// <summary>Every head of a network's chain in a file off the database, one line each, only ever appended to.</summary>
internal sealed class HeadLog(string folder)
{
    public string PathOf(string slug) => Path.Combine(folder, $"{slug}.log");

    public async Task<IReadOnlyList<PublishedHead>> ReadAsync(string slug, CancellationToken ct)
    {
        var file = PathOf(slug);
        if (!File.Exists(file))
        {
            return [];
        }

        await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(stream);
        return [.. (await reader.ReadToEndAsync(ct)).Split('\n')[..^1].Select(PublishedHead.Parse)];
    }

    /// <summary>
    /// Appends what the chain has beyond the file. The caller holds the chain's lock in the database, for a lock on the
    /// file would not keep a second writer out on every system. Nothing is written when the file knows of a head that the
    /// chain does not have: that is the chain's trouble, and verification tells of it.
    /// </summary>
    public async Task<Publication> AppendAsync(string slug, Func<long, CancellationToken, Task<List<AuditSeal>>> sealsFrom, CancellationToken ct)
    {
        Directory.CreateDirectory(folder);
        await using var file = new FileStream(PathOf(slug), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
        var last = await LastAsync(file, ct);
        var seals = await sealsFrom(last?.Number ?? 1, ct);
        if (last is not null && (seals.Count == 0 || seals[0].Number != last.Number || seals[0].Head != last.Head))
        {
            return Publication.Contradicted;
        }

        var text = new StringBuilder();
        foreach (var seal in seals.Skip(last is null ? 0 : 1))
        {
            text.Append(PublishedHead.Of(seal)).Append('\n');
        }

        await file.WriteAsync(Encoding.UTF8.GetBytes(text.ToString()), ct);
        file.Flush(flushToDisk: true);
        return Publication.Done;
    }

    /// <summary>The last whole line; what a killed process left half written is cut off.</summary>
    private static async Task<PublishedHead?> LastAsync(FileStream file, CancellationToken ct)
    {
        var tail = new byte[Math.Min(file.Length, 1024)];
        file.Seek(-tail.Length, SeekOrigin.End);
        await file.ReadExactlyAsync(tail, ct);
        var whole = Array.LastIndexOf(tail, (byte)'\n') + 1;
        file.SetLength(file.Length - tail.Length + whole);
        file.Seek(0, SeekOrigin.End);
        var lines = Encoding.UTF8.GetString(tail, 0, whole).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return lines.Length == 0 ? null : PublishedHead.Parse(lines[^1]);
    }
}

internal enum Publication
{
    Done,
    Contradicted,
}

/// <summary>One line: number, head, moment, events, separated by tabs.</summary>
internal sealed record PublishedHead(long Number, string Head, DateTimeOffset SealedAt, int Events)
{
    public static PublishedHead Of(AuditSeal seal) => new(seal.Number, seal.Head, seal.SealedAt, seal.Events);

    public static PublishedHead Parse(string line) =>
        line.Split('\t') is [var number, var head, var at, var events]
        && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var n)
        && DateTimeOffset.TryParseExact(at, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment)
        && int.TryParse(events, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            ? new(n, head, moment, count)
            : new(0, "", default, 0);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Number}\t{Head}\t{SealedAt:O}\t{Events}");
}
