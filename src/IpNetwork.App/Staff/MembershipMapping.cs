using IpNetwork.App.Data;
using IpNetwork.Domain.Staff;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IpNetwork.App.Staff;

internal sealed class MembershipMapping : IEntityTypeConfiguration<Membership>
{
    public void Configure(EntityTypeBuilder<Membership> builder)
    {
        builder.ToTable("memberships");
        builder.HasKey(m => new { m.NodeId, m.Id });
        builder.HasIndex(m => new { m.NodeId, m.PersonId });
        builder.HasIndex(m => m.PersonId);
        builder.Property<uint>("xmin").IsRowVersion();
        builder.Behind(Wall.Person);
    }
}
