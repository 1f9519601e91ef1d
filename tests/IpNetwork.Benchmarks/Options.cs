using System.Globalization;

namespace IpNetwork.Benchmarks;

/// <summary><c>--nodes 10,1000,10000 --seconds 10 --rounds 5 --clients 8</c></summary>
internal sealed record Options(IReadOnlyList<int> Nodes, int Seconds, int Rounds, int Clients)
{
    public static Options Parse(string[] args)
    {
        return new([.. Of("--nodes", "10,1000,10000").Split(',').Select(Number)], Number(Of("--seconds", "10")), Number(Of("--rounds", "5")), Number(Of("--clients", "8")));

        string Of(string name, string fallback) => Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : fallback;
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
