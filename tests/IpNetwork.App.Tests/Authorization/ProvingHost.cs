using IpNetwork.App.Shell;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Kernel;
using IpNetwork.Domain.Staff;
using IpNetwork.SignOn;
using IpNetwork.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Xunit;

namespace IpNetwork.App.Tests.Authorization;

/// <summary>The whole program with one network, people in every role at its nodes, and a few routes that only this test has.</summary>
public sealed class ProvingHost : NetworkHost
{
    public TestNode Province { get; private set; } = null!;

    public TestNode City { get; private set; } = null!;

    public TestNode Sibling { get; private set; } = null!;

    public TestNode Child { get; private set; } = null!;

    public TestNode Stranger { get; private set; } = null!;

    internal IReadOnlyList<Caller> Callers { get; private set; } = [];

    internal IReadOnlyList<ProvedRoute> Routes { get; private set; } = [];

    internal Caller Anonymous => Callers[0];

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        var given = new Given(this);
        Province = await given.ProvinceAsync();
        City = await given.CityAsync(Province);
        Sibling = await given.CityAsync(Province, "成都市", "510100");
        Child = await given.ParkAsync(City);
        Stranger = await given.ProvinceAsync("浙江省");
        var callers = new List<Caller> { new(Visitor(), null, null, ""), await CallerAsync(await SignedOnAsync("路人"), null, null) };
        foreach (var node in new[] { City, Province, Sibling, Child, Stranger })
        {
            foreach (var role in Enum.GetValues<Role>().Where(role => role.IsHeldAt(node.Kind) && !role.IsOutside()))
            {
                callers.Add(await CallerAsync(await given.StaffAsync(node, role), node, role));
            }
        }

        Callers = callers;
        Routes =
        [
            .. Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>().Distinct()
                .Where(endpoint => endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is null)
                .SelectMany(ProvedRoute.Of),
        ];
    }

    /// <summary>Somebody whom a route lets in, and where: at the city if anybody there may.</summary>
    internal (Caller Caller, TestNode Node) LetIn(ProvedRoute route) =>
        new[] { City, Province }.SelectMany(node => Callers.Where(c => c.Node?.Id == node.Id && route.RefusalFor(c, node) is null).Select(c => (c, node))).First();

    /// <summary>Everything that was ever audited, entries of sessions apart: those tell only that somebody came in.</summary>
    public async Task<long> DeedsAsync()
    {
        await using var connection = new NpgsqlConnection(AdministrativeConnection);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("select count(*) from ipnet.audit_events where verb <> 'staff.node-entered'", connection);
        return (long)(await command.ExecuteScalarAsync() ?? 0L);
    }

    protected override void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/v1/nodes/{node}/proof", (CurrentNode current) => Results.Ok(new { node = current.Node.Slug })).AtNode().Allow(RouteRule.Members);
        routes.MapPost("/api/v1/nodes/{node}/proof/{id:guid}", (Guid id, ProofBody body) => Results.Ok(new { id, body.Text })).AtNode().Allow(RouteRule.For(Role.CatalogEditor, Role.CatalogManager));
        routes.MapGet("/proof", () => Results.Content("<p>证</p>", "text/html; charset=utf-8")).AtNode().Allow(RouteRule.Members);
        routes.MapPost("/proof", () => Results.Redirect("/")).AtNode().Allow(RouteRule.Members);
    }

    private static async Task<Caller> CallerAsync(Visitor visitor, TestNode? node, Role? role) =>
        new(visitor, node, role, (await visitor.JsonAsync("/api/v1/session"))["csrfToken"]?.GetValue<string>() ?? "");

    private sealed record ProofBody(string Text, int Number);
}

[CollectionDefinition(Name)]
public sealed class Proving : ICollectionFixture<ProvingHost>
{
    public const string Name = "routes";
}

/// <param name="Node">Where the caller works; null for nobody's staff.</param>
internal sealed record Caller(Visitor Visitor, TestNode? Node, Role? Role, string Token)
{
    public bool IsAnonymous => Visitor.PersonId is null;

    public override string ToString() => IsAnonymous ? "anonymous" : Node is null ? "somebody" : $"{Role} of {Node.Kind} {Node.Id}";
}

/// <summary>One method of one route, as the running program lists it.</summary>
internal sealed record ProvedRoute(string Method, string Template, RouteRule Rule, bool AtNode, bool HasOwnAuthorization, IReadOnlyList<string> Parameters)
{
    public bool IsApi => Template.StartsWith("/api", StringComparison.Ordinal);

    /// <summary>Ends the session it is called in, so callers of a whole class are not sent there.</summary>
    public bool EndsSession => Template == SignOnDefaults.SignOutPath;

    public bool IsSafe => Method is "GET" or "HEAD";

    public override string ToString() => $"{Method} {Template}";

    public static IEnumerable<ProvedRoute> Of(RouteEndpoint endpoint)
    {
        var template = "/" + (endpoint.RoutePattern.RawText ?? "").TrimStart('/');
        var rule = endpoint.Metadata.GetMetadata<RouteRule>() ?? throw new InvalidOperationException($"{template} has no rule.");
        foreach (var method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"])
        {
            yield return new(
                method,
                template,
                rule,
                endpoint.Metadata.GetMetadata<AtNode>() is not null,
                endpoint.Metadata.GetMetadata<Microsoft.AspNetCore.Authorization.IAuthorizeData>() is not null,
                [.. endpoint.RoutePattern.Parameters.Select(p => p.Name)]);
        }
    }

    /// <param name="fill">The value of every parameter but the node's.</param>
    public string At(TestNode node, Func<string, string>? fill = null)
    {
        var path = System.Text.RegularExpressions.Regex.Replace(Template, @"\{\*{0,2}(?<name>\w+)[^}]*\}", match =>
            match.Groups["name"].Value == "node" ? node.Slug : fill?.Invoke(match.Groups["name"].Value) ?? Guid.Empty.ToString());
        return AtNode && !Template.Contains("{node", StringComparison.Ordinal) ? $"/{node.Slug}{path}".TrimEnd('/') is { Length: > 0 } p ? p : "/" : path;
    }

    /// <summary>What the rule alone decides; null where the answer is the route's own.</summary>
    public string? RefusalFor(Caller caller, TestNode node) => Rule.Audience switch
    {
        Audience.Everyone => null,
        _ when caller.IsAnonymous => "NOT_SIGNED_ON",
        Audience.SignedOn => null,
        _ when caller.Node?.Id != node.Id => "NO_MEMBERSHIP",
        _ when Rule.Roles.Count > 0 && !Rule.Roles.Contains(caller.Role ?? default) => "ROLE_REQUIRED",
        _ => null,
    };
}
