using IpNetwork.App.Data;
using IpNetwork.App.Shell;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Nodes;

namespace IpNetwork.App.Nodes;

/// <summary>
/// Finds the node behind an address once: by a mapped host name, or by the first path segment, which moves to the path base.
/// A host and a path that name different nodes are not found. Headers and bodies never choose.
/// </summary>
internal sealed partial class NodeResolution(RequestDelegate next, NodeDirectory directory, ILogger<NodeResolution> logger)
{
    private const string ApiPrefix = "/api/v1/nodes/";
    private static readonly string[] IgnoredHeaders = ["X-Tenant", "X-Tenant-Id", "X-Node", "X-Node-Id", "__tenant", "Tenant"];

    public async Task InvokeAsync(HttpContext context, CurrentNode current)
    {
        foreach (var header in IgnoredHeaders)
        {
            if (context.Request.Headers.ContainsKey(header))
            {
                HeaderIgnored(header, context.TraceIdentifier);
            }
        }

        var path = context.Request.Path.Value ?? "/";
        if (Slug.IsOfDeployment(FirstSegment(path, 1)) && !path.StartsWith(ApiPrefix, StringComparison.Ordinal))
        {
            // Of the deployment, not of a node: files and the sign of life are served whether or not the directory can be read.
            context.Features.Set(new NodeAddress(false));
            await next(context);
            return;
        }

        var nodes = await directory.CurrentAsync(context.RequestAborted);
        var byHost = nodes.ByHost(context.Request.Host.Host);
        if (path.StartsWith(ApiPrefix, StringComparison.Ordinal))
        {
            Settle(context, current, byHost, nodes.BySlug(FirstSegment(path, ApiPrefix.Length)), isNamed: true);
        }
        else if (nodes.BySlug(FirstSegment(path, 1)) is { } byPath)
        {
            context.Request.PathBase = context.Request.PathBase.Add($"/{byPath.Slug}");
            context.Request.Path = path.Length > byPath.Slug.Length + 1 ? path[(byPath.Slug.Length + 1)..] : "/";
            Settle(context, current, byHost, byPath, isNamed: true);
        }
        else
        {
            Settle(context, current, byHost, byHost, isNamed: false);
        }

        await next(context);
    }

    private static string FirstSegment(string path, int from)
    {
        var end = path.IndexOf('/', Math.Min(from, path.Length));
        return end < 0 ? path[Math.Min(from, path.Length)..] : path[from..end];
    }

    private static void Settle(HttpContext context, CurrentNode current, Node? byHost, Node? named, bool isNamed)
    {
        var agrees = byHost is null || named is null || byHost.Id == named.Id;
        if (named is not null && agrees)
        {
            current.Set(NodeDirectory.Tenant(named));
        }

        context.Features.Set(new NodeAddress(isNamed && (named is null || !agrees)));
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Header {Header} tried to choose a node and was ignored ({TraceId})")]
    private partial void HeaderIgnored(string header, string traceId);
}
