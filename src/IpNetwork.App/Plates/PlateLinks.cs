using IpNetwork.App.Shell;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Nodes;
using IpNetwork.Domain.Plates;

namespace IpNetwork.App.Plates;

/// <summary>Every address of the room as its pages speak it.</summary>
internal static class PlateLinks
{
    public const string Public = "/plates";
    public const string Export = "/plates/register.xlsx";
    public const string Workbench = "/workbench/plates";

    public static string Register(HttpContext context) => context.Request.PathBase + Public;

    public static string Verdict(HttpContext context, Plate plate) => $"{Register(context)}/{plate.Number}";

    public static string Desk(HttpContext context) => context.Request.PathBase + Workbench;

    public static string New(HttpContext context, PlateKind kind, string? node = null) =>
        $"{Desk(context)}/new{QueryString.Create(new Dictionary<string, string?> { ["kind"] = kind.ToString(), ["node"] = node }.Where(p => p.Value is not null))}";

    public static string Proposal(HttpContext context, Guid id) => $"{Desk(context)}/proposals/{id}";

    public static string Hanging(HttpContext context, string number) => $"{Desk(context)}/{number}";

    /// <summary>What the code on a plate leads to: always the same public page, at the province's own address.</summary>
    public static Uri Scanned(HttpContext context, Node province, string number)
    {
        var request = context.Request;
        if (province.HostName is { } host)
        {
            return new($"{request.Scheme}://{(request.Host.Port is { } port ? new HostString(host, port) : new HostString(host))}{Public}/{number}");
        }

        var here = new Uri($"{request.Scheme}://{request.Host}");
        return new(context.RequestServices.GetRequiredService<DeploymentAddress>().Root ?? here, $"/{province.Slug}{Public}/{number}");
    }
}
