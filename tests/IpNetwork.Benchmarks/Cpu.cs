using System.Globalization;

namespace IpNetwork.Benchmarks;

/// <summary>Processor time from /proc, in the kernel's ticks of 10 ms.</summary>
internal static class Cpu
{
    public static TimeSpan Of(int process) => Fields(process) is { } fields ? Ticks(fields) : TimeSpan.Zero;

    public static TimeSpan OfChildren(int parent)
    {
        var sum = TimeSpan.Zero;
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(folder), out var id) && Fields(id) is { } fields && Number(fields[1]) == parent)
            {
                sum += Ticks(fields);
            }
        }

        return sum;
    }

    public static long ResidentKilobytes(int process) =>
        File.ReadLines($"/proc/{process}/status").Where(line => line.StartsWith("VmRSS:", StringComparison.Ordinal))
            .Select(line => Number(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1])).FirstOrDefault();

    // Behind the name in brackets: state, parent, …, user and system ticks as the 12th and 13th.
    private static string[]? Fields(int process)
    {
        try
        {
            var text = File.ReadAllText($"/proc/{process}/stat");
            return text[(text.LastIndexOf(')') + 2)..].Split(' ');
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static TimeSpan Ticks(string[] fields) => TimeSpan.FromMilliseconds((Number(fields[11]) + Number(fields[12])) * 10);

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);
}
