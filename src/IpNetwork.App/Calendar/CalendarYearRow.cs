using IpNetwork.App.Data;
using IpNetwork.Domain.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IpNetwork.App.Calendar;

/// <summary>One year's holiday notice as a province keeps it.</summary>
internal sealed class CalendarYearRow
{
    public required NodeId NodeId { get; init; }

    public required int Year { get; init; }

    public required string Document { get; set; }

    public required DateOnly? IssuedOn { get; set; }

    public required IReadOnlyList<CalendarDay> Days { get; set; }

    public required DateTimeOffset ImportedAt { get; set; }

    public CalendarYear Notice => CalendarYear.Create(Year, Document, IssuedOn, Days).Value;
}

internal sealed class CalendarYearMapping : IEntityTypeConfiguration<CalendarYearRow>
{
    public void Configure(EntityTypeBuilder<CalendarYearRow> builder)
    {
        builder.ToTable("calendar_years");
        builder.HasKey(y => new { y.NodeId, y.Year });
        builder.Property(y => y.Year).ValueGeneratedNever();
        builder.Ignore(y => y.Notice);
        builder.Property<uint>("xmin").IsRowVersion();
        builder.Behind(Wall.Published).AppMay(Access.Select | Access.Insert | Access.Update);
    }
}

internal sealed class CalendarJson : IJsonValues
{
    public void Configure(ModelConfigurationBuilder configuration) => configuration.KeepAsJson<IReadOnlyList<CalendarDay>>();
}
