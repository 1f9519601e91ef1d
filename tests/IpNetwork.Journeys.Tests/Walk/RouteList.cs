using System.Text.RegularExpressions;
using IpNetwork.App.Shell;
using IpNetwork.Domain.Staff;
using IpNetwork.Testing;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace IpNetwork.Journeys.Tests.Walk;

/// <summary>Reads the running program's routes: whatever answers a GET outside the interface may be a page.</summary>
internal sealed partial class RouteList(NetworkHost host, Ground ground)
{
    private readonly List<Finding> findings = [];

    public IReadOnlyList<Finding> Findings => findings;

    public IReadOnlyList<Visit> Visits()
    {
        var routes = host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(route => route.Metadata.GetMetadata<IHttpMethodMetadata>() is { } methods && methods.HttpMethods.Contains(HttpMethods.Get))
            .Where(route => !IsFile(route) && !IsInterface(route));
        return [.. routes.SelectMany(VisitsTo).DistinctBy(visit => (visit.Path, visit.Guest)).OrderBy(visit => visit.Path, StringComparer.Ordinal), .. ground.Extra];
    }

    private static bool IsFile(RouteEndpoint route) =>
        route.Metadata.Any(item => item.GetType().Name == "StaticAssetDescriptor")
        || route.Metadata.GetMetadata<ContentPolicy>() == ContentPolicy.Sandboxed
        || route.RoutePattern.Parameters.Any(parameter => parameter.ParameterPolicies.Any(policy => policy.Content == "file"));

    private static bool IsInterface(RouteEndpoint route) => Pattern(route).StartsWith("/api/v1/", StringComparison.Ordinal);

    /// <summary>The route's address with the bare names of its parameters.</summary>
    private static string Pattern(RouteEndpoint route) => Constraint().Replace($"/{route.RoutePattern.RawText?.Trim('/')}", "{$1}");

    private IEnumerable<Visit> VisitsTo(RouteEndpoint route) =>
        from path in Paths(route)
        from visit in IsAtNode(route)
            ? NodesOf(route).Select(node => new Visit(Pattern(route), $"/{node.Slug}{path}".TrimEnd('/'), GuestOf(route, node)))
            : [new(Pattern(route), path, GuestOf(route)) { IsForeign = ground.Foreign.Contains(path) }]
        select visit;

    private IReadOnlyList<string> Paths(RouteEndpoint route)
    {
        var pattern = Pattern(route);
        IReadOnlyList<string> paths = [pattern];
        foreach (var name in route.RoutePattern.Parameters.Select(parameter => parameter.Name))
        {
            if ((ground.Values.GetValueOrDefault($"{pattern}#{name}") ?? ground.Values.GetValueOrDefault(name)) is not { } values)
            {
                findings.Add(new(pattern, "routes", Check.Route, $"nobody says what {{{name}}} is; add values for “{name}” (or “{pattern}#{name}”) to Grounds.cs"));
                return [];
            }

            paths = [.. paths.SelectMany(path => values.Select(value => path.Replace($"{{{name}}}", value, StringComparison.Ordinal)))];
        }

        return paths;
    }

    // The front page answers without a node too, by leading to one.
    private static bool IsAtNode(RouteEndpoint route) => route.Metadata.GetMetadata<AtNode>() is not null || Pattern(route) == "/";

    /// <summary>The public sees every kind of node; who works somewhere is visited where the first role named is held.</summary>
    private TestNode[] NodesOf(RouteEndpoint route) => Rule(route) switch
    {
        _ when ground.OfBuilders.Contains(Pattern(route)) || Pattern(route) == "/establishment/registration" => [ground.Province],
        _ when ground.Places.TryGetValue(Pattern(route), out var places) => places,
        { Audience: Audience.Members, Roles: [var first, ..] } => first.IsHeldAt(ground.City.Kind) ? [ground.City] : [ground.Province],
        { Audience: Audience.Members } => [ground.Province, ground.City],
        _ when route.RoutePattern.Parameters.Count == 0 => [ground.Province, ground.City, ground.Park],
        _ => [ground.City],
    };

    private Guest GuestOf(RouteEndpoint route, TestNode? node = null) => Rule(route) switch
    {
        { Audience: Audience.Everyone } => route.Metadata.GetMetadata<IAuthorizeData>() is null ? Guest.Public : new(ground.City, Role.CatalogEditor),
        { Audience: Audience.Members, Roles: [var first, ..] } => new(node, first),
        _ when ground.OfBuilders.Contains(Pattern(route)) => new(ground.Province, Role.Builder),
        _ => node is { } && node.Id == ground.Province.Id ? new(node, Role.Leader) : new(node ?? ground.City, Role.Manager),
    };

    private static RouteRule Rule(RouteEndpoint route) =>
        route.Metadata.GetMetadata<RouteRule>() ?? throw new InvalidOperationException($"{route.DisplayName} has no rule.");

    [GeneratedRegex(@"\{\**(\w+)[^}]*\}")]
    private static partial Regex Constraint();
}
