namespace IpNetwork.Domain.Kernel;

/// <summary>Which day it is: always decided in Asia/Shanghai, wherever the program runs.</summary>
public static class ChinaTime
{
    // No summer time since 1991 and no older instants here: a fixed offset gives the same answer on a machine without a time-zone database.
    private static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    public static DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(instant.ToOffset(Offset).DateTime);

    /// <summary>0:00 of the day, as an instant in UTC (the form the database takes).</summary>
    public static DateTimeOffset StartOf(DateOnly day) => new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), Offset).ToUniversalTime();

    /// <summary>24:00 of the day: what is due on it is late from this instant on.</summary>
    public static DateTimeOffset EndOf(DateOnly day) => StartOf(day.AddDays(1));
}
