using IpNetwork.App.Data;
using IpNetwork.Domain.Opening;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IpNetwork.App.Opening;

internal sealed class PremisesMapping : IEntityTypeConfiguration<Premises>
{
    public void Configure(EntityTypeBuilder<Premises> builder)
    {
        builder.ToTable("premises");
        builder.HasKey(p => new { p.NodeId, p.Id });
        builder.Property(p => p.Area).HasColumnType("numeric(12,2)");
        builder.Property(p => p.Layout).HasMaxLength(PremisesDraft.LongestText);
        builder.Property(p => p.ShortfallReason).HasMaxLength(PremisesDraft.LongestText);
        builder.Property(p => p.Reason).HasMaxLength(PremisesDraft.LongestText);
        builder.AppMay(Access.Select | Access.Insert);
    }
}

internal sealed class StaffMemberMapping : IEntityTypeConfiguration<StaffMember>
{
    public void Configure(EntityTypeBuilder<StaffMember> builder)
    {
        builder.ToTable("staff_members");
        builder.HasKey(m => new { m.NodeId, m.Id });
        builder.HasIndex(m => new { m.NodeId, m.Mark });
        builder.Property(m => m.Mark).HasMaxLength(64);
        builder.Property<uint>("xmin").IsRowVersion();
        builder.AppMay(Access.Select | Access.Insert | Access.Update);
    }
}

internal sealed class FullTimeMarkMapping : IEntityTypeConfiguration<FullTimeMark>
{
    public void Configure(EntityTypeBuilder<FullTimeMark> builder)
    {
        builder.ToTable("full_time_marks");
        builder.HasKey(m => new { m.NodeId, m.Id });
        builder.HasIndex(m => m.Mark);
        builder.Property(m => m.Mark).HasMaxLength(64);
        builder.Behind(Wall.Published).AppMay(Access.Select | Access.Insert | Access.Update);
    }
}

internal sealed class NodeModuleMapping : IEntityTypeConfiguration<NodeModule>
{
    public void Configure(EntityTypeBuilder<NodeModule> builder)
    {
        builder.ToTable("node_modules");
        builder.HasKey(m => new { m.NodeId, m.Code });
        builder.Property(m => m.Code).HasMaxLength(40);
        builder.Property(m => m.Reason).HasMaxLength(ModuleSwitch.LongestReason);
        builder.Property<uint>("xmin").IsRowVersion();
        builder.AppMay(Access.Select | Access.Insert | Access.Update);
    }
}

internal sealed class OpenModuleMapping : IEntityTypeConfiguration<OpenModule>
{
    public void Configure(EntityTypeBuilder<OpenModule> builder)
    {
        builder.ToTable("open_modules");
        builder.HasKey(m => new { m.NodeId, m.Code });
        builder.Property(m => m.Code).HasMaxLength(40);
        builder.Behind(Wall.Published);
    }
}

internal sealed class OpeningJson : IJsonValues
{
    public void Configure(ModelConfigurationBuilder configuration)
    {
        configuration.KeepAsJson<Qualification>();
        configuration.KeepAsJson<ServedModules>();
    }
}
