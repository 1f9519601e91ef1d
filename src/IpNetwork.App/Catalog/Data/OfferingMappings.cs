using IpNetwork.App.Data;
using IpNetwork.Domain.Catalog.Offerings;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IpNetwork.App.Catalog.Data;

internal sealed class OfferingDraftMapping : IEntityTypeConfiguration<OfferingDraft>
{
    public void Configure(EntityTypeBuilder<OfferingDraft> builder)
    {
        builder.ToTable("offering_drafts");
        builder.HasKey(d => new { d.NodeId, d.Id });
        builder.HasIndex(d => new { d.NodeId, d.ItemCode }).IsUnique();
        builder.Property(d => d.Reason).HasMaxLength(1000);
        builder.Property<uint>("xmin").IsRowVersion();
    }
}

internal sealed class OfferingVersionMapping : IEntityTypeConfiguration<OfferingVersion>
{
    public void Configure(EntityTypeBuilder<OfferingVersion> builder)
    {
        builder.ToTable("offering_versions");
        builder.HasKey(v => new { v.NodeId, v.Id });
        builder.HasIndex(v => new { v.NodeId, v.ItemCode, v.Version }).IsUnique();
        builder.Property(v => v.Reason).HasMaxLength(1000);
        builder.Behind(Wall.Published).AppMay(Access.Select | Access.Insert);
    }
}

internal sealed class OwnItemDraftMapping : IEntityTypeConfiguration<OwnItemDraft>
{
    public void Configure(EntityTypeBuilder<OwnItemDraft> builder)
    {
        builder.ToTable("own_item_drafts");
        builder.HasKey(d => new { d.NodeId, d.Id });
        builder.HasIndex(d => new { d.NodeId, d.Code }).IsUnique();
        builder.Property(d => d.Reason).HasMaxLength(1000);
        builder.Property<uint>("xmin").IsRowVersion();
    }
}

internal sealed class OwnItemVersionMapping : IEntityTypeConfiguration<OwnItemVersion>
{
    public void Configure(EntityTypeBuilder<OwnItemVersion> builder)
    {
        builder.ToTable("own_item_versions");
        builder.HasKey(v => new { v.NodeId, v.Id });
        builder.HasIndex(v => new { v.NodeId, v.ItemCode, v.Version }).IsUnique();
        builder.Property(v => v.Reason).HasMaxLength(1000);
        builder.Behind(Wall.Published).AppMay(Access.Select | Access.Insert);
    }
}
