using IpNetwork.App.Data;
using IpNetwork.Domain.Funding;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IpNetwork.App.Funding;

internal sealed class FundingProjectMapping : IEntityTypeConfiguration<FundingProject>
{
    public void Configure(EntityTypeBuilder<FundingProject> builder)
    {
        builder.ToTable("funding_projects");
        builder.HasKey(p => new { p.NodeId, p.Id });
        builder.HasIndex(p => new { p.NodeId, p.ProjectNumber }).IsUnique();
        builder.HasIndex(p => new { p.NodeId, p.Platform, p.BuildYear });
        builder.Property(p => p.Uscc).HasMaxLength(18);
        builder.Property(p => p.ReviewNote).HasMaxLength(1_000);
        builder.Property(p => p.Amount).HasPrecision(14, 2);
        builder.Property<uint>("xmin").IsRowVersion();
        builder.AppMay(Access.Select | Access.Insert | Access.Update);
    }
}

internal sealed class DemonstrationMapping : IEntityTypeConfiguration<Demonstration>
{
    public void Configure(EntityTypeBuilder<Demonstration> builder)
    {
        builder.ToTable("demonstrations");
        builder.HasKey(d => new { d.NodeId, d.Id });
        builder.HasIndex(d => new { d.NodeId, d.Platform }).IsUnique().HasFilter("\"to\" is null");
        builder.Property<uint>("xmin").IsRowVersion();
        builder.AppMay(Access.Select | Access.Insert | Access.Update);
    }
}

internal sealed class LocalFundsMapping : IEntityTypeConfiguration<LocalFunds>
{
    public void Configure(EntityTypeBuilder<LocalFunds> builder)
    {
        builder.ToTable("local_funds");
        builder.HasKey(f => new { f.NodeId, f.Year });
        builder.Property(f => f.Year).ValueGeneratedNever();
        builder.Property(f => f.Amount).HasPrecision(14, 2);
        builder.Property(f => f.Note).HasMaxLength(1_000);
        builder.Property<uint>("xmin").IsRowVersion();
        builder.AppMay(Access.Select | Access.Insert | Access.Update);
    }
}
