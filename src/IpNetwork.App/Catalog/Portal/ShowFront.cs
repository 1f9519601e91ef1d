using IpNetwork.App.Data;
using IpNetwork.App.Shell;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Kernel;
using IpNetwork.Domain.Nodes;
using IpNetwork.Domain.Opening;
using IpNetwork.Domain.Plates;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace IpNetwork.App.Catalog.Portal;

/// <summary>The front page of a node; without one, of the deployment, which leads to its only province or lets one choose.</summary>
internal static class ShowFront
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/", async (HttpContext context, CurrentNode current, PublicCatalog catalog, CancellationToken ct) =>
            {
                if (!current.IsSet)
                {
                    return await ChooseAsync(context, ct);
                }

                var place = await catalog.HereAsync(ct);
                var shell = await context.RequestServices.GetRequiredService<IShellContexts>().ForAsync(context, "home", ct);
                return place.Node.Kind is NodeKind.Province
                    ? new RazorComponentResult<ProvinceFront>(new { Shell = shell, Model = Fronts.OfProvince(context, place, await catalog.UnifiedAsync(place, ct)) })
                    : new RazorComponentResult<NodeFront>(new { Shell = shell, Model = Fronts.OfNode(context, place, await ReasonAsync(context, place, ct), await PlateAsync(context, place, ct), await ModulesAsync(context, place, ct)) });
            })
            .ExcludeFromDescription()
            .Allow(RouteRule.Open);

    private static async Task<IResult> ChooseAsync(HttpContext context, CancellationToken ct)
    {
        var nodes = await context.RequestServices.GetRequiredService<NodeDirectory>().CurrentAsync(ct);
        var provinces = nodes.Provinces.Where(n => n.Status is not (NodeStatus.Delisted or NodeStatus.Merged)).ToList();
        return provinces is [var only]
            ? Results.Redirect(context.HrefTo(only))
            : new RazorComponentResult<ChooseNetwork>(new
            {
                Visitor = context.RequestServices.GetRequiredService<IShellContexts>().Visitor(context),
                Networks = provinces.Select(n => new LinkView(n.Plate().Full, context.HrefTo(n))).ToList(),
            });
    }

    private static Task<Plate?> PlateAsync(HttpContext context, PublicPlace place, CancellationToken ct)
    {
        var node = place.Node.Id;
        return context.RequestServices.GetRequiredService<NetworkDb>().Set<Plate>().AsNoTracking()
            .Where(p => p.NodeId == node && p.Kind == PlateKind.Platform)
            .OrderByDescending(p => p.UpdatedAt)
            .FirstOrDefaultAsync(ct);
    }

    private static Task<List<OpenModule>> ModulesAsync(HttpContext context, PublicPlace place, CancellationToken ct)
    {
        var node = place.Node.Id;
        return context.RequestServices.GetRequiredService<NetworkDb>().Set<OpenModule>().AsNoTracking().Where(m => m.NodeId == node).ToListAsync(ct);
    }

    /// <summary>Why a node is not simply operating, in the words of the order.</summary>
    private static async Task<string?> ReasonAsync(HttpContext context, PublicPlace place, CancellationToken ct)
    {
        if (place.Node.Status is NodeStatus.Operating or NodeStatus.Qualified)
        {
            return null;
        }

        var reason = await context.RequestServices.GetRequiredService<NetworkDb>().Set<NodeHistoryEntry>().AsNoTracking()
            .Where(h => h.NodeId == place.Node.Id && h.Aspect == NodeAspect.Status)
            .OrderByDescending(h => h.EffectiveOn).ThenByDescending(h => h.RecordedAt)
            .Select(h => h.Reason)
            .FirstOrDefaultAsync(ct);
        var sentence = reason is null ? "" : $"原因：{reason.TrimEnd('。')}。";
        return place.Node is { Status: NodeStatus.Suspended, SuspendedUntil: { } until } ? $"{sentence}到 {Say.Sentence(until)} 为止。" : sentence;
    }
}
