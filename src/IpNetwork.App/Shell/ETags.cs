using System.Globalization;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Kernel;

namespace IpNetwork.App.Shell;

/// <summary>A record's version as its strong ETag; changes name the version they were made from.</summary>
internal static class ETags
{
    public static string Of(uint version) => $"\"{version.ToString(CultureInfo.InvariantCulture)}\"";

    public static void Send(HttpContext context, uint version) => context.Response.Headers.ETag = Of(version);
}

/// <summary>The version a change was made from: the If-Match header, or the hidden field of a form.</summary>
internal sealed record IfMatch(uint Version)
{
    public const string Field = "__version";

    public static async ValueTask<IfMatch?> BindAsync(HttpContext context) => await FindAsync(context) ?? throw new VersionMissingException();

    /// <summary>For acts that only check the version when one is named; one that cannot be read counts as none.</summary>
    public static async ValueTask<IfMatch?> FindAsync(HttpContext context)
    {
        var text = context.Request.HasFormContentType
            ? (await context.Request.ReadFormAsync(context.RequestAborted))[Field].ToString()
            : context.Request.Headers.IfMatch.ToString().Trim('"');
        return uint.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? new(version) : null;
    }
}

/// <summary>428: a change without the version it was made from.</summary>
internal sealed class VersionMissingException : Exception
{
    public static Refusal Refusal { get; } = new("IF_MATCH_REQUIRED", "缺少 If-Match。请先读取记录，把返回的 ETag 放进 If-Match 再提交。");
}
