using IpNetwork.App.Data;
using IpNetwork.Domain.Plates;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IpNetwork.App.Plates;

internal sealed class PlateMapping : IEntityTypeConfiguration<Plate>
{
    public void Configure(EntityTypeBuilder<Plate> builder)
    {
        builder.ToTable("plates");
        builder.HasKey(p => new { p.NodeId, p.Id });
        builder.HasIndex(p => new { p.NodeId, p.Number }).IsUnique();
        builder.HasIndex(p => new { p.NetworkId, p.Number });
        builder.HasIndex(p => new { p.NetworkId, p.Normalised });
        builder.Property(p => p.Number).HasMaxLength(PlateNumbering.Longest).UseCollation("C");
        builder.Property(p => p.Duties).HasMaxLength(FunctionAward.LongestDuties);
        builder.Property(p => p.BodyUscc).HasMaxLength(18);
        builder.Property<uint>("xmin").IsRowVersion();
        builder.Behind(Wall.Published).AppMay(Access.Select | Access.Insert | Access.Update);
    }
}

internal sealed class PlateProposalMapping : IEntityTypeConfiguration<PlateProposal>
{
    public void Configure(EntityTypeBuilder<PlateProposal> builder)
    {
        builder.ToTable("plate_proposals");
        builder.HasKey(p => new { p.NodeId, p.Id });
        builder.HasIndex(p => new { p.NodeId, p.State });
        builder.Property(p => p.Duties).HasMaxLength(FunctionAward.LongestDuties);
        builder.Property(p => p.Opinion).HasMaxLength(PlateProposal.LongestOpinion);
        builder.Property<uint>("xmin").IsRowVersion();
        builder.AppMay(Access.Select | Access.Insert | Access.Update);
    }
}

internal sealed class PlateJson : IJsonValues
{
    public void Configure(ModelConfigurationBuilder configuration)
    {
        configuration.KeepAsJson<PlateInputs>();
        configuration.KeepAsJson<PlateHistory>();
    }
}
