using System.Diagnostics;

namespace IpNetwork.LocalPostgres;

internal readonly record struct Patience(long Start, TimeSpan Limit)
{
    public bool IsOver => Elapsed > Limit;

    public TimeSpan Elapsed => Stopwatch.GetElapsedTime(Start);

    public static Patience Of(TimeSpan limit) => new(Stopwatch.GetTimestamp(), limit);
}
