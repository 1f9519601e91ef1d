using IpNetwork.Domain.Nodes;
using IpNetwork.Domain.Tests.Vectors;

namespace IpNetwork.Domain.Tests.Nodes;

internal static class Sichuan
{
    public static NamingRules Rules { get; } = new()
    {
        Province = "四川省",
        Prefectures = [.. Vector.Read("short-names").GetProperty("sichuan").EnumerateArray().Select(row => row.Text("input"))],
        EthnicNames = EthnicNames,
        Capital = new()
        {
            City = "成都市",
            Districts = [.. Vector.Read("short-names").GetProperty("counties").EnumerateArray()
                .Where(row => row.GetProperty("capital").GetBoolean()).Select(row => row.Text("input"))],
        },
    };

    public static IReadOnlyList<string> EthnicNames => [.. Vector.Read("ethnic-names").EnumerateArray().Select(name => name.GetString() ?? "")];
}
