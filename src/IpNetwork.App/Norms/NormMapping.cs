using IpNetwork.App.Data;
using IpNetwork.Domain.Norms;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IpNetwork.App.Norms;

internal sealed class NormMapping : IEntityTypeConfiguration<Norm>
{
    public void Configure(EntityTypeBuilder<Norm> builder)
    {
        builder.ToTable("norms");
        builder.HasKey(n => new { n.NodeId, n.Id });
        builder.HasIndex(n => new { n.NodeId, n.Code, n.Version }).IsUnique();
        builder.Property(n => n.Link).HasMaxLength(NormDraft.LongestLink);
        builder.Property(n => n.Text).HasMaxLength(NormDraft.LongestText);
        builder.Ignore(n => n.Announcement);
        builder.Behind(Wall.Published).AppMay(Access.Select | Access.Insert);
    }
}
