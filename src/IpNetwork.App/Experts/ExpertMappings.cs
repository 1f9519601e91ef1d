using IpNetwork.App.Data;
using IpNetwork.Domain.Experts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IpNetwork.App.Experts;

internal sealed class ExpertMapping : IEntityTypeConfiguration<Expert>
{
    public void Configure(EntityTypeBuilder<Expert> builder)
    {
        builder.ToTable("experts");
        builder.HasKey(e => new { e.NodeId, e.Id });
        builder.Property(e => e.EmployerUscc).HasMaxLength(18);
        builder.Property<uint>("xmin").IsRowVersion();
        builder.AppMay(Access.Select | Access.Insert | Access.Update).NotOverseen();
    }
}

internal sealed class ExpertAssignmentMapping : IEntityTypeConfiguration<ExpertAssignment>
{
    public void Configure(EntityTypeBuilder<ExpertAssignment> builder)
    {
        builder.ToTable("expert_assignments");
        builder.HasKey(a => new { a.NodeId, a.Id });
        builder.HasIndex(a => new { a.NodeId, a.Matter });
        builder.HasOne<Expert>().WithMany().HasForeignKey(a => new { a.NodeId, a.ExpertId }).OnDelete(DeleteBehavior.Restrict);
        builder.Property(a => a.ReleaseReason).HasMaxLength(Avoidance.LongestReason);
        builder.Property<uint>("xmin").IsRowVersion();
        builder.AppMay(Access.Select | Access.Insert | Access.Update).NotOverseen();
    }
}

internal sealed class ExpertJson : IJsonValues
{
    public void Configure(ModelConfigurationBuilder configuration) => configuration.KeepAsJson<IReadOnlyList<Avoidance>>();
}
