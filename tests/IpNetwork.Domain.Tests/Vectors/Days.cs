using System.Globalization;

namespace IpNetwork.Domain.Tests.Vectors;

internal static class Days
{
    public static DateOnly Of(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
