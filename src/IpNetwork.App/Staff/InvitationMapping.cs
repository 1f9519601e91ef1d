using IpNetwork.App.Data;
using IpNetwork.Domain.Staff;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IpNetwork.App.Staff;

internal sealed class InvitationMapping : IEntityTypeConfiguration<Invitation>
{
    public void Configure(EntityTypeBuilder<Invitation> builder)
    {
        builder.ToTable("invitations");
        builder.HasKey(i => new { i.NodeId, i.Id });
        builder.HasIndex(i => new { i.NodeId, i.TokenHash }).IsUnique();
        builder.Property(i => i.TokenHash).HasMaxLength(64);
        builder.Property<uint>("xmin").IsRowVersion();
        builder.AppMay(Access.Select | Access.Insert | Access.Update);
    }
}
