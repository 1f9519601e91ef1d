using IpNetwork.App.Data;
using IpNetwork.Domain.Establishment;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IpNetwork.App.Establishment.Data;

internal sealed class BuilderMapping : IEntityTypeConfiguration<Builder>
{
    public void Configure(EntityTypeBuilder<Builder> builder)
    {
        builder.ToTable("builders");
        builder.HasKey(b => new { b.NodeId, b.Id });
        builder.HasIndex(b => new { b.NodeId, b.Uscc }).IsUnique();
        builder.HasIndex(b => new { b.NodeId, b.PersonId }).IsUnique();
        builder.Property(b => b.Uscc).HasMaxLength(18);
        builder.Property<uint>("xmin").IsRowVersion();
        builder.AppMay(Access.Select | Access.Insert | Access.Update);
    }
}

internal sealed class ApplicationMapping : IEntityTypeConfiguration<EstablishmentApplication>
{
    public void Configure(EntityTypeBuilder<EstablishmentApplication> builder)
    {
        builder.ToTable("establishment_applications");
        builder.HasKey(a => new { a.NodeId, a.Id });
        builder.HasIndex(a => new { a.NodeId, a.OpenKey }).IsUnique();
        builder.HasIndex(a => new { a.NodeId, a.Number }).IsUnique();
        builder.HasIndex(a => new { a.NodeId, a.FoundedSlug }).IsUnique();
        builder.HasIndex(a => new { a.NodeId, a.PersonId });
        builder.HasIndex(a => new { a.NodeId, a.Status, a.DueOn });
        builder.HasIndex(a => new { a.NodeId, a.ParentSlug });
        builder.HasOne<Builder>().WithMany().HasForeignKey(a => new { a.NodeId, a.BuilderId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(a => a.Snapshots).WithOne().HasForeignKey(s => new { s.NodeId, s.ApplicationId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(a => a.Assessments).WithOne().HasForeignKey(r => new { r.NodeId, r.ApplicationId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(a => a.Progress).WithOne().HasForeignKey(p => new { p.NodeId, p.ApplicationId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(a => a.Inspections).WithOne().HasForeignKey(i => new { i.NodeId, i.ApplicationId }).OnDelete(DeleteBehavior.Restrict);
        builder.Property<uint>("xmin").IsRowVersion();
        builder.AppMay(Access.Select | Access.Insert | Access.Update);
    }
}

internal sealed class SnapshotMapping : IEntityTypeConfiguration<ApplicationSnapshot>
{
    public void Configure(EntityTypeBuilder<ApplicationSnapshot> builder)
    {
        builder.ToTable("application_snapshots");
        builder.HasKey(s => new { s.NodeId, s.ApplicationId, s.Number });
        builder.Property(s => s.Number).ValueGeneratedNever();
        builder.AppMay(Access.Select | Access.Insert);
    }
}

internal sealed class AssessmentMapping : IEntityTypeConfiguration<AssessmentRecord>
{
    public void Configure(EntityTypeBuilder<AssessmentRecord> builder)
    {
        builder.ToTable("assessment_records");
        builder.HasKey(r => new { r.NodeId, r.ApplicationId, r.Id });
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Findings).HasMaxLength(5_000);
        builder.AppMay(Access.Select | Access.Insert);
    }
}

internal sealed class ProgressMapping : IEntityTypeConfiguration<ProgressEntry>
{
    public void Configure(EntityTypeBuilder<ProgressEntry> builder)
    {
        builder.ToTable("progress_entries");
        builder.HasKey(p => new { p.NodeId, p.ApplicationId, p.Id });
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.Text).HasMaxLength(5_000);
        builder.AppMay(Access.Select | Access.Insert);
    }
}

internal sealed class InspectionMapping : IEntityTypeConfiguration<AcceptanceInspection>
{
    public void Configure(EntityTypeBuilder<AcceptanceInspection> builder)
    {
        builder.ToTable("acceptance_inspections");
        builder.HasKey(i => new { i.NodeId, i.ApplicationId, i.Number });
        builder.Property(i => i.Number).ValueGeneratedNever();
        builder.Property(i => i.Request).HasMaxLength(5_000);
        builder.Property(i => i.Defects).HasMaxLength(5_000);
        builder.AppMay(Access.Select | Access.Insert | Access.Update);
    }
}
