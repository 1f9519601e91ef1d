using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Catalog.Effective;
using IpNetwork.Domain.Kernel;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace IpNetwork.App.Catalog;

/// <summary>The days by which nodes decide about promises the province has overtaken (CAT-09).</summary>
internal sealed class ConflictDeadlines(CatalogBook book, IProvinceSettings settings, TimeProvider clock) : IRunningDeadlines
{
    public async Task<IReadOnlyList<RunningDeadline>> OfAsync(NodeId province, CancellationToken ct)
    {
        var workdays = (await settings.OfAsync(province, ct)).ConflictDecisionWorkdays;
        var now = clock.GetUtcNow();
        return
        [
            .. from catalog in await book.NetworkAsync(province, ct)
               from conflict in Conflicts.Of(catalog, now, workdays, (day, _) => day)
               select new RunningDeadline(conflict.NodeId, "处理承诺冲突", $"{conflict.ItemCode} {conflict.Value.Field.Label}", ChinaTime.DayOf(conflict.Since), workdays),
        ];
    }
}

internal static class ConflictDeadlineServices
{
    public static void AddConflictDeadlines(this IServiceCollection services)
    {
        services.AddSingleton<CatalogBook>();
        services.AddSingleton<IRunningDeadlines, ConflictDeadlines>();
    }
}
