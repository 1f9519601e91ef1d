using IpNetwork.App.Data;
using IpNetwork.App.Shell;
using IpNetwork.Domain.Kernel;
using IpNetwork.Domain.Nodes;
using IpNetwork.Domain.Staff;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IpNetwork.App.Staff;

/// <summary>Where a person may work today; choosing is following a link, no new session is needed.</summary>
internal static class ChooseNodePage
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet(ActingRoles.ChooseNodePath, async (HttpContext context, MyMemberships mine, NodeDirectory directory, IShellContexts shells, TimeProvider clock, CancellationToken ct) =>
            {
                var nodes = await directory.CurrentAsync(ct);
                var today = ChinaTime.DayOf(clock.GetUtcNow());
                var all = (await mine.AllAsync(SignedOn.Of(context).Id, ct))
                    .Where(m => !m.Role.IsOutside())
                    .Select(m => (Membership: m, Node: nodes.ById(m.NodeId)))
                    .Where(m => m.Node is not null)
                    .ToLookup(m => m.Membership.IsActiveOn(today), m => (m.Membership, Node: m.Node ?? throw new InvalidOperationException()));
                if (all[true].Select(m => m.Node).Distinct().ToList() is [var only])
                {
                    return Results.Redirect(context.HrefTo(only, "/workbench"));
                }

                var view = new ChooseNodeView(
                    [.. all[true].GroupBy(m => m.Node).Select(group => Current(context, group.Key, [.. group.Select(m => m.Membership)]))],
                    [.. all[false].Where(m => m.Membership.To < today).Select(m => new EndedMembership(m.Node.Plate(), m.Membership.Role.Chinese(), m.Membership.To ?? today))])
                {
                    Filing = [.. nodes.Provinces.Select(province => new LinkView(province.PlaceName, context.HrefTo(province, "/establishment/applications")))],
                };
                return new RazorComponentResult<ChooseNode>(new { Visitor = shells.Visitor(context), Model = view });
            })
            .ExcludeFromDescription()
            .Allow(RouteRule.SignedOn);

    private static MembershipRow Current(HttpContext context, Node node, IReadOnlyList<Membership> held) =>
        new(node.Plate(), string.Join("、", held.Select(m => m.Role.Chinese()).Distinct()), context.HrefTo(node, "/workbench"), held.Any(m => m.To is null) ? null : held.Max(m => m.To));
}
