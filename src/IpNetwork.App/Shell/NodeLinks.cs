using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Nodes;

namespace IpNetwork.App.Shell;

/// <summary>Addresses of nodes as seen from a request: by path on the common host, by their own host names from a mapped one.</summary>
internal static class NodeLinks
{
    public static string HrefTo(this HttpContext context, Node node, string path = "/")
    {
        var current = context.RequestServices.GetRequiredService<CurrentNode>();
        var byHost = current.IsSet && !context.Request.PathBase.HasValue;
        if (byHost && current.Id == node.Id)
        {
            return path;
        }

        return byHost && node.HostName is { } host
            ? $"//{(context.Request.Host.Port is { } port ? new HostString(host, port) : new HostString(host))}{path}"
            : ByPath(context, byHost, path == "/" ? $"/{node.Slug}" : $"/{node.Slug}{path}");
    }

    // A mapped host name serves its node alone: the others are found at the deployment's own address.
    private static string ByPath(HttpContext context, bool byHost, string path) =>
        byHost ? context.RequestServices.GetRequiredService<DeploymentAddress>().To(path) : path;

    public static PlateText Plate(this Node node) => PlateText.Parse(node.OfficialName ?? node.PlaceName);

    /// <summary>Path and query as the visitor wrote them; safe to come back to because it begins with one slash.</summary>
    public static string CurrentAddress(this HttpContext context)
    {
        var address = context.Request.PathBase + context.Request.Path + context.Request.QueryString;
        return address.StartsWith("//", StringComparison.Ordinal) ? "/" : address;
    }
}
