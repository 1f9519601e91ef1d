using System.Text.RegularExpressions;
using IpNetwork.Domain.Kernel;

namespace IpNetwork.Journeys.Tests.Walk;

/// <summary>Words that only a program says: a framework's message, a value's English name.</summary>
internal static partial class EnglishText
{
    private const int ShortestName = 5;

    private static readonly HashSet<string> EnumNames =
        [.. typeof(NodeId).Assembly.GetExportedTypes().Where(type => type.IsEnum).SelectMany(Enum.GetNames).Where(name => name.Length >= ShortestName)];

    public static string? Find(string text) =>
        Messages().Match(text) is { Success: true } message
            ? message.Value.Trim()
            : Words().Matches(text).Select(match => match.Value).FirstOrDefault(EnumNames.Contains);

    [GeneratedRegex(@"[^\n]*(\bis not valid\b|\bis required\b|\bwas not found\b|\bException\b|\bBad Request\b|\bNot Found\b|\bForbidden\b|\bUnauthorized\b|\bInternal Server Error\b|\bundefined\b|\bNaN\b|\[object )[^\n]*", RegexOptions.IgnoreCase)]
    private static partial Regex Messages();

    [GeneratedRegex("[A-Z][A-Za-z]+")]
    private static partial Regex Words();
}
