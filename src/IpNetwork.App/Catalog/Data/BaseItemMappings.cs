using IpNetwork.App.Data;
using IpNetwork.Domain.Catalog.Items;
using IpNetwork.Domain.Catalog.Offerings;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IpNetwork.App.Catalog.Data;

internal sealed class BaseItemDraftMapping : IEntityTypeConfiguration<BaseItemDraft>
{
    public void Configure(EntityTypeBuilder<BaseItemDraft> builder)
    {
        builder.ToTable("base_item_drafts");
        builder.HasKey(d => new { d.NodeId, d.Id });
        builder.HasIndex(d => new { d.NodeId, d.Code }).IsUnique();
        builder.Property(d => d.Reason).HasMaxLength(1000);
        builder.Property<uint>("xmin").IsRowVersion();
    }
}

internal sealed class BaseItemVersionMapping : IEntityTypeConfiguration<BaseItemVersion>
{
    public void Configure(EntityTypeBuilder<BaseItemVersion> builder)
    {
        builder.ToTable("base_item_versions");
        builder.HasKey(v => new { v.NodeId, v.Id });
        builder.HasIndex(v => new { v.NodeId, v.ItemCode, v.Version }).IsUnique();
        builder.Property(v => v.Reason).HasMaxLength(1000);
        builder.Behind(Wall.Published).AppMay(Access.Select | Access.Insert);
    }
}

internal sealed class PromotionProposalMapping : IEntityTypeConfiguration<PromotionProposal>
{
    public void Configure(EntityTypeBuilder<PromotionProposal> builder)
    {
        builder.ToTable("promotion_proposals");
        builder.HasKey(p => new { p.NodeId, p.Id });
        builder.HasIndex(p => new { p.NodeId, p.OriginNodeId, p.OwnItemCode });
        builder.Property(p => p.Usage).HasMaxLength(2000);
        builder.Property(p => p.Opinion).HasMaxLength(2000);
        builder.Property(p => p.DecisionReason).HasMaxLength(1000);
        builder.Property<uint>("xmin").IsRowVersion();
    }
}
