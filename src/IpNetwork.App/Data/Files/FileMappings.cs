using IpNetwork.Domain.Files;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IpNetwork.App.Data.Files;

/// <summary>Names of files are personal data more often than not, so a parent looking down reads none; what it has to see is handed to it.</summary>
internal sealed class StoredFileMapping : IEntityTypeConfiguration<StoredFile>
{
    public void Configure(EntityTypeBuilder<StoredFile> builder)
    {
        builder.ToTable("stored_files");
        builder.HasKey(f => new { f.NodeId, f.Id });
        builder.HasIndex(f => new { f.NodeId, f.Purpose, f.SubjectId });
        builder.HasIndex(f => new { f.NodeId, f.StoredName }).IsUnique();
        builder.Ignore(f => f.Subject).Ignore(f => f.KeepsBytes).Ignore(f => f.IsReadable);
        builder.Property(f => f.Purpose).HasMaxLength(FileSubject.LongestWord);
        builder.Property(f => f.Slot).HasMaxLength(FileSubject.LongestWord);
        builder.Property(f => f.StoredName).HasMaxLength(40);
        builder.Property(f => f.Sha256).HasMaxLength(64);
        builder.Property<uint>("xmin").IsRowVersion();
        builder.NotOverseen();
    }
}

internal sealed class FileUploadMapping : IEntityTypeConfiguration<FileUpload>
{
    public void Configure(EntityTypeBuilder<FileUpload> builder)
    {
        builder.ToTable("file_uploads");
        builder.HasKey(u => new { u.NodeId, u.FileId });
        builder.HasIndex(u => new { u.NodeId, u.PersonId });
        builder.HasIndex(u => new { u.NodeId, u.ExpiresAt });
        builder.Property(u => u.DeclaredType).HasMaxLength(100);
        builder.NotOverseen();
    }
}
