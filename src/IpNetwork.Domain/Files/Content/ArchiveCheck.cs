using IpNetwork.Domain.Kernel;

namespace IpNetwork.Domain.Files.Content;

/// <summary>An archive of materials: everything inside is looked into as if it had been handed in alone. Archives inside are not taken.</summary>
internal static class ArchiveCheck
{
    private static readonly FileKind[] Taken = [.. FileKinds.All.Except([FileKind.Zip])];
    private static readonly string[] Litter = [".DS_Store", "Thumbs.db", "desktop.ini"];
    private const int MostLitter = 256 * 1024;

    public static ContentReport Check(Stream content, Budget budget, int depth)
    {
        var read = ZipDirectory.Read(content, FileKind.Zip, budget);
        if (!read.IsDone)
        {
            return read.Refusals[0];
        }

        var report = ContentReport.Fit;
        foreach (var entry in read.Value.Where(entry => !entry.IsFolder))
        {
            report = report.And(Check(content, entry, budget, depth));
            if (report.Refusal is not null)
            {
                return report;
            }
        }

        return read.Value.All(entry => entry.IsFolder) ? FileRefusals.Empty() : report;
    }

    private static ContentReport Check(Stream content, ZipEntry entry, Budget budget, int depth)
    {
        var shown = entry.Name.Split('/')[^1];
        using var whole = entry.InMemory(content, budget);
        if (IsLitter(entry))
        {
            return Bytes.Find(whole, Signatures.Infected) >= 0 ? FileRefusals.LooksInfected() : Signatures.IsForeign(Bytes.At(whole, 0, 16)) ? FileRefusals.EntryNotAllowed(shown) : ContentReport.Fit;
        }

        // The name decides nothing that the content does not confirm; the test for scanners comes under any name.
        if (Bytes.Find(whole, Signatures.Infected) >= 0)
        {
            return FileRefusals.LooksInfected();
        }

        var name = FileName.Parse(shown, Taken);
        return !name.IsDone ? Unpacked(whole, shown, name.Refusals[0], budget, depth) : ContentCheck.Check(whole, name.Value.Kind, budget, depth + 1);
    }

    /// <summary>Why an entry is not taken: an archive inside is unpacked one step, because what hides there should be named.</summary>
    private static ContentReport Unpacked(MemoryStream whole, string shown, Refusal refusal, Budget budget, int depth)
    {
        if (depth < Budget.MostDepth && Signatures.Begins(whole, FileKind.Zip) && ContentCheck.Check(whole, FileKind.Zip, budget, depth + 1).Refusal is { } inner && inner == FileRefusals.LooksInfected())
        {
            return inner;
        }

        return refusal.Code == "FILE_TYPE_NOT_ALLOWED" ? FileRefusals.EntryNotAllowed(shown) : refusal with { Field = null };
    }

    /// <summary>What operating systems leave in archives.</summary>
    private static bool IsLitter(ZipEntry entry) =>
        entry.Size <= MostLitter && (entry.Name.StartsWith("__MACOSX/", StringComparison.Ordinal) || Litter.Contains(entry.Name.Split('/')[^1], StringComparer.OrdinalIgnoreCase));
}
