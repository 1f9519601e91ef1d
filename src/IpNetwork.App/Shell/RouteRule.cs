using IpNetwork.Domain.Staff;

namespace IpNetwork.App.Shell;

/// <summary>Who may call a route. Every route carries exactly one; a route without one refuses to start.</summary>
internal sealed record RouteRule(Audience Audience, IReadOnlyList<Role> Roles)
{
    public static RouteRule Open { get; } = new(Audience.Everyone, []);

    public static RouteRule SignedOn { get; } = new(Audience.SignedOn, []);

    public static RouteRule Members { get; } = new(Audience.Members, []);

    /// <summary>Whether somebody inside may do what this rule guards: for pages that show or hide the way there.</summary>
    public bool LetsIn(IEnumerable<Role> roles) => Roles.Count == 0 || roles.Any(Roles.Contains);

    public static RouteRule For(params Role[] roles) => new(Audience.Members, roles);
}

internal enum Audience
{
    Everyone,
    SignedOn,

    /// <summary>People with a membership at the node of the address, in one of the named roles where roles are named.</summary>
    Members,
}

internal static class RouteRules
{
    extension<TBuilder>(TBuilder builder) where TBuilder : IEndpointConventionBuilder
    {
        public TBuilder Allow(RouteRule rule)
        {
            builder.Add(endpoint => endpoint.Metadata.Add(rule));
            return builder;
        }
    }

    /// <summary>Called once when all routes are mapped: deny by default begins with knowing that no route is silent.</summary>
    public static void EnsureEveryRouteHasARule(this IEndpointRouteBuilder app)
    {
        var silent = app.DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<RouteRule>() is null)
            .Select(endpoint => endpoint.DisplayName)
            .ToList();
        if (silent.Count > 0)
        {
            throw new InvalidOperationException($"Routes without a rule: {string.Join(", ", silent)}");
        }
    }
}
