using IpNetwork.App.Data;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IpNetwork.App.Provinces;

/// <summary>The pack a province runs with. Written last, so that an apply cut short is seen and finished by the next.</summary>
internal sealed class ProvinceSettingsRow
{
    public required NodeId NodeId { get; init; }

    public required ProvinceSettings Settings { get; set; }

    public required string PackHash { get; set; }

    /// <summary>What the pack last said of each of its parts: only a part that reads differently now is the pack's to change.</summary>
    public required PackMarks Marks { get; set; }

    public required DateTimeOffset AppliedAt { get; set; }
}

/// <summary>Hashes by the part's name, such as <c>item/SC-IP-01</c>.</summary>
internal sealed record PackMarks(IReadOnlyDictionary<string, string> Hashes)
{
    public static PackMarks None { get; } = new(new Dictionary<string, string>());
}

internal sealed class ProvinceSettingsMapping : IEntityTypeConfiguration<ProvinceSettingsRow>
{
    public void Configure(EntityTypeBuilder<ProvinceSettingsRow> builder)
    {
        builder.ToTable("province_settings");
        builder.HasKey(s => s.NodeId);
        builder.Property(s => s.NodeId).ValueGeneratedNever();
        builder.Property(s => s.PackHash).HasMaxLength(64);
        builder.Property<uint>("xmin").IsRowVersion();
        builder.Behind(Wall.Published).AppMay(Access.Select | Access.Insert | Access.Update);
    }
}

internal sealed class ProvinceJson : IJsonValues
{
    public void Configure(ModelConfigurationBuilder configuration)
    {
        configuration.KeepAsJson<ProvinceSettings>();
        configuration.KeepAsJson<PackMarks>();
    }
}
