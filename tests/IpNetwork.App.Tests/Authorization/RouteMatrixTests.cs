using System.Collections.Concurrent;
using IpNetwork.App.Shell;
using IpNetwork.App.Tests.Establishment.Filing;
using IpNetwork.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Xunit;

namespace IpNetwork.App.Tests.Authorization;

/// <summary>Every route of the running program, tried by everybody.</summary>
[Collection(Proving.Name)]
public sealed class RouteMatrixTests(ProvingHost host)
{
    private static readonly ParallelOptions Abreast = new() { MaxDegreeOfParallelism = 6 };

    [Fact]
    [Trait("Rule", "SSO-03")]
    public async Task Everybody_gets_from_every_route_what_its_rule_says()
    {
        var wrong = new ConcurrentBag<string>();
        var cells = Cells().ToList();
        var before = await host.DeedsAsync();

        await Parallel.ForEachAsync(cells.Where(cell => cell.Expected is not null), Abreast, async (cell, _) =>
        {
            var answer = await Exchange.SendAsync(cell.Caller, cell.Route.Method, cell.Route.At(cell.Node), body: cell.Route.IsApi ? "{}" : "a=b", type: cell.Route.IsApi ? "application/json" : "application/x-www-form-urlencoded");
            if (!IsRefused(cell.Route, answer, cell.Expected))
            {
                wrong.Add($"{cell.Route} at {cell.Node.Kind} by {cell.Caller}: expected {cell.Expected}, got {answer.Code} {answer.Refusal}");
            }
        });

        Assert.True(wrong.IsEmpty, $"{wrong.Count} wrong:\n{string.Join('\n', wrong.Take(40))}");
        Assert.Equal(before, await host.DeedsAsync());
        await Parallel.ForEachAsync(cells.Where(cell => cell.Expected is null && !cell.Route.EndsSession), Abreast, async (cell, _) =>
        {
            var answer = await Exchange.SendAsync(cell.Caller, cell.Route.Method, cell.Route.At(cell.Node), body: cell.Route.IsApi ? "{}" : "a=b", type: cell.Route.IsApi ? "application/json" : "application/x-www-form-urlencoded");
            if (!cell.Route.HasOwnAuthorization && (answer.Code == 401 || answer.LeadsToSignIn || answer.Refusal is "NO_MEMBERSHIP" or "ROLE_REQUIRED"))
            {
                wrong.Add($"{cell.Route} at {cell.Node.Kind} by {cell.Caller}: allowed by its rule, got {answer.Code} {answer.Refusal}");
            }
        });

        Assert.True(wrong.IsEmpty, $"{wrong.Count} wrong:\n{string.Join('\n', wrong.Take(40))}");
        Assert.True(cells.Count > 200, $"Only {cells.Count} cells.");
    }

    [Fact]
    [Trait("Rule", "VISB-01")]
    public async Task Another_nodes_object_answers_like_one_that_does_not_exist()
    {
        var foreign = await ForeignRows.MakeAsync(host);
        foreach (var route in host.Routes.Where(r => r.AtNode && r.Parameters.Any(p => p != "node")))
        {
            foreach (var caller in host.Callers.Where(c => c.Node is null || c.Node.Id == host.City.Id).Where(c => route.RefusalFor(c, host.City) is null))
            {
                foreach (var id in foreign)
                {
                    var theirs = await AnswerAsync(route, caller, id);
                    var nobodys = await AnswerAsync(route, caller, Missing(id));
                    Assert.True(theirs == nobodys, $"{route} by {caller}:\n{theirs}\n{nobodys}");
                }
            }
        }
    }

    [Fact]
    [Trait("Rule", "VISB-01")]
    public async Task Another_persons_object_at_the_same_node_answers_like_one_that_does_not_exist()
    {
        var owner = host.Callers.Single(c => !c.IsAnonymous && c.Node is null);
        using var registered = await owner.Visitor.PostAsync($"{host.Province.Api}/builders", FilingTown.Registration(FilingTown.Uscc()));
        using var started = await owner.Visitor.PostAsync($"{host.Province.Api}/my-applications");
        var id = started.Headers.Location?.ToString().Split('/')[^1] ?? "";
        var routes = host.Routes.Where(r => r.AtNode && r.Rule.Audience is Audience.SignedOn && r.Parameters.Any(p => p != "node")).ToList();

        foreach (var route in routes)
        {
            foreach (var caller in host.Callers.Where(c => c.Node?.Id == host.Province.Id))
            {
                var theirs = await AnswerAsync(route, caller, id, host.Province);
                var nobodys = await AnswerAsync(route, caller, Missing(id), host.Province);
                Assert.True(theirs == nobodys, $"{route} by {caller}:\n{theirs}\n{nobodys}");
            }
        }

        Assert.True(routes.Count > 20, $"Only {routes.Count} routes.");
        using var own = await owner.Visitor.GetAsync($"{host.Province.Api}/my-applications/{id}");
        Assert.Equal(System.Net.HttpStatusCode.OK, own.StatusCode);
    }

    [Fact]
    public async Task No_change_goes_through_without_the_token_of_the_same_person()
    {
        var before = await host.DeedsAsync();
        foreach (var route in host.Routes.Where(r => !r.IsSafe))
        {
            var (caller, node) = host.LetIn(route);
            var stranger = host.Callers.Last(c => !c.IsAnonymous);
            foreach (var answer in new[]
            {
                await Exchange.SendAsync(caller, route.Method, route.At(node), token: " "),
                await Exchange.SendAsync(caller, route.Method, route.At(node), token: " ", body: "a=b", type: "application/x-www-form-urlencoded"),
                await Exchange.SendAsync(caller, route.Method, route.At(node), token: stranger.Token),
                await Exchange.SendAsync(caller, route.Method, route.At(node), request => request.Headers.TryAddWithoutValidation("Sec-Fetch-Site", "cross-site")),
            })
            {
                // Routing itself answers 415 where a route names the one type it takes; nothing of ours has run then.
                Assert.True(answer.Code is 400 || (route.IsApi && answer.Code is 415), $"{route}: {answer.Code} {answer.Body}");
            }
        }

        Assert.Equal(before, await host.DeedsAsync());
    }

    [Fact]
    public async Task Headers_queries_and_bodies_never_choose_the_node()
    {
        foreach (var route in host.Routes.Where(r => r.Rule.Audience is Audience.Members && r.AtNode))
        {
            var caller = host.Callers.First(c => c.Node?.Id == host.City.Id);
            foreach (var name in new[] { "X-Tenant", "X-Node", "X-Node-Id", "__tenant", "Tenant", "X-Forwarded-Host", "X-Forwarded-Prefix", "X-Original-URL", "X-Rewrite-URL", "X-HTTP-Method-Override" })
            {
                var answer = await Exchange.SendAsync(caller, route.Method, route.At(host.Sibling), request => request.Headers.TryAddWithoutValidation(name, host.City.Slug));
                Assert.True(IsRefused(route, answer, "NO_MEMBERSHIP"), $"{route} with {name}: {answer.Code} {answer.Refusal}");
            }

            foreach (var query in new[] { $"?node={host.City.Slug}", $"?nodeId={host.City.Id}", $"?tenantId={host.City.Id}&tenantId={host.Sibling.Id}", $"?path=/{host.City.Id}/" })
            {
                var answer = await Exchange.SendAsync(caller, route.Method, route.At(host.Sibling) + query, body: $"{{\"nodeId\":{host.City.Id},\"node\":\"{host.City.Slug}\",\"tenantId\":null}}");
                Assert.True(answer.Code is 400 || IsRefused(route, answer, "NO_MEMBERSHIP"), $"{route} with {query}: {answer.Code} {answer.Refusal}");
            }

            foreach (var trick in new[] { $"{host.City.Slug},{host.Sibling.Slug}", $"{host.City.Slug}%2f..%2f{host.Sibling.Slug}", host.City.Slug.ToUpperInvariant(), $"{host.City.Slug}%00", $"{host.City.Id}" })
            {
                var answer = await Exchange.SendAsync(caller, route.Method, route.At(host.Sibling).Replace(host.Sibling.Slug, trick, StringComparison.Ordinal));
                Assert.True(answer.Code is 400 or 404 or 405, $"{route} at {trick}: {answer.Code}");
            }
        }
    }

    [Fact]
    public async Task Methods_that_a_route_does_not_have_are_refused()
    {
        var caller = host.Callers.First(c => c.Node?.Id == host.City.Id);
        foreach (var routes in host.Routes.GroupBy(r => r.At(host.City)))
        {
            foreach (var method in new[] { "TRACE", "OPTIONS", "BREW", "PROPFIND", "PUT", "PATCH", "DELETE" }.Except(routes.Select(r => r.Method)))
            {
                var answer = await Exchange.SendAsync(caller, method, routes.Key);
                Assert.True(answer.Code is 404 or 405, $"{method} {routes.Key}: {answer.Code} {answer.Body}");
            }
        }
    }

    [Fact]
    public void A_new_route_joins_by_itself() =>
        Assert.Contains(host.Routes, route => route.ToString() == "POST /api/v1/nodes/{node}/proof/{id:guid}");

    [Fact]
    public async Task A_route_without_a_rule_refuses_to_start()
    {
        var silent = new SilentHost();
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(silent.InitializeAsync);
        await silent.DisposeAsync();

        Assert.Contains("/api/v1/silent", refused.Message, StringComparison.Ordinal);
    }

    private IEnumerable<(ProvedRoute Route, Caller Caller, TestNode Node, string? Expected)> Cells() =>
        from route in host.Routes
        from node in route.AtNode ? new[] { host.City, host.Province } : [host.City]
        from caller in host.Callers
        select (route, caller, node, route.RefusalFor(caller, node));

    private static bool IsRefused(ProvedRoute route, Exchange answer, string? code) => code switch
    {
        "NOT_SIGNED_ON" => route.IsApi ? answer.Code == 401 && answer.Refusal == code : answer.LeadsToSignIn,
        _ => answer.Code == 403 && (!route.IsApi || answer.Refusal == code),
    };

    private async Task<string> AnswerAsync(ProvedRoute route, Caller caller, string id, TestNode? at = null)
    {
        var answer = await Exchange.SendAsync(caller, route.Method, route.At(at ?? host.City, _ => id));
        var text = $"{answer.Code}\n{answer.Headers}\n{answer.Body}".Replace(id, "ID", StringComparison.Ordinal);
        return System.Text.RegularExpressions.Regex.Replace(text, "\"traceId\":\"[^\"]*\"|value=\"CfDJ8[^\"]*\"|Content-Length: \\d+|name=\"__key\" value=\"[^\"]*\"", "");
    }

    // Far from the ids of the caller's own network, which a page may show.
    // One digit more: a number changed in place could be a year or another row.
    private static string Missing(string id) => id.Length == 36 ? $"{id[..^3]}fff" : $"9{id}";

    private sealed class SilentHost : NetworkHost
    {
        protected override void Map(IEndpointRouteBuilder routes) => routes.MapGet("/api/v1/silent", () => "quiet");
    }
}
