using IpNetwork.Domain.Kernel;

namespace IpNetwork.Domain.Catalog;

/// <summary>From when a version holds: today means the moment of publishing, a later day its first instant in China.</summary>
public static class EffectiveDay
{
    private static readonly TimeSpan China = TimeSpan.FromHours(8);

    public static DateOnly Of(DateTimeOffset instant) => DateOnly.FromDateTime(instant.ToOffset(China).DateTime);

    public static Outcome<DateTimeOffset> At(DateOnly day, DateTimeOffset now)
    {
        var today = Of(now);
        return day < today ? CatalogRefusals.DateInThePast(day, today)
            : day == today ? ToMicroseconds(now)
            : new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), China).ToUniversalTime();
    }

    // The database keeps microseconds; a finer instant would be rounded up and lie in the future when read back at once.
    private static DateTimeOffset ToMicroseconds(DateTimeOffset now) =>
        new(now.UtcTicks - (now.UtcTicks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);
}
