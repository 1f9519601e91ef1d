using Microsoft.EntityFrameworkCore;

namespace IpNetwork.App.Shell;

/// <summary>The version behind a record's ETag, and whether somebody changed the record since it was shown.</summary>
internal static class RecordVersions
{
    extension(DbContext db)
    {
        public uint VersionOf(object record) =>
            db.Entry(record).Property("xmin").CurrentValue is uint version ? version : throw new InvalidOperationException("The record carries no version.");

        public bool IsStale(object record, IfMatch? seen) => seen is not null && db.VersionOf(record) != seen.Version;
    }
}
