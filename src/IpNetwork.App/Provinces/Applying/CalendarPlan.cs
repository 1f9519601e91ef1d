using IpNetwork.App.Data;
using IpNetwork.App.Provinces.Packs;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Kernel;
using IpNetwork.Domain.Nodes;
using Microsoft.EntityFrameworkCore;

namespace IpNetwork.App.Provinces.Applying;

/// <summary>The holiday notices, which go to every province.</summary>
internal static class CalendarPlan
{
    public static async Task AddAsync(IServiceProvider services, PackPlan plan, IReadOnlyList<HolidayYear> years, CancellationToken ct)
    {
        var notices = years.Select(PackSettings.Notice).ToList();
        foreach (var notice in notices)
        {
            plan.Refuse(TenantsFolder.Calendar, notice.Refusals);
        }

        if (plan.Troubles.Count > 0)
        {
            return;
        }

        plan.Notices = [.. notices.Select(notice => notice.Value)];
        await using var scope = services.CreateAsyncScope();
        plan.Calendar = await scope.ServiceProvider.GetRequiredService<INoticeImport>().PreviewAsync(plan.Province, plan.Notices, ct);
        foreach (var line in Describe(plan.Calendar))
        {
            plan.Say(line);
        }
    }

    public static async Task ApplyAsync(IServiceProvider services, PackPlan plan, CancellationToken ct)
    {
        if (plan.Calendar is null or { IsEmpty: true })
        {
            return;
        }

        var province = await ApplyPack.TenantAsync(services, plan.Province, ct);
        var outcome = await services.GetRequiredService<NodeScopes>().RunAsync(province, inProvince =>
            inProvince.GetRequiredService<INoticeImport>().ImportAsync(Actor.Program("配置包", plan.Province), plan.Notices, ct));
        if (!outcome.IsDone)
        {
            throw new PackRefusedException([.. outcome.Refusals.Select(refusal => $"{TenantsFolder.Calendar}：{refusal.Message}")]);
        }
    }

    /// <summary>The plan of <c>tenants plan calendar</c>: each province of the deployment, its calendar alone.</summary>
    public static async Task<IReadOnlyList<PackPlan>> AllAsync(IServiceProvider services, string tenants, CancellationToken ct)
    {
        var calendar = PackReader.ReadCalendar(Path.Combine(tenants, TenantsFolder.Calendar));
        if (calendar.Errors.Count > 0)
        {
            throw new PackRefusedException([.. calendar.Errors.Select(error => error.ToString())]);
        }

        await using var scope = services.CreateAsyncScope();
        var provinces = await scope.ServiceProvider.GetRequiredService<NetworkDb>().Set<Node>().AsNoTracking()
            .Where(n => n.Kind == NodeKind.Province).OrderBy(n => n.Id).Select(n => n.Id).ToListAsync(ct);
        var plans = new List<PackPlan>();
        foreach (var province in provinces)
        {
            var plan = new PackPlan(province);
            await AddAsync(services, plan, calendar.Years, ct);
            plans.Add(plan.Troubles.Count == 0 ? plan : throw new PackRefusedException(plan.Troubles));
        }

        return plans;
    }

    private static IEnumerable<string> Describe(CalendarImpact impact)
    {
        if (impact.IsEmpty)
        {
            yield break;
        }

        yield return $"工作日历：{string.Join("、", impact.Years)} 年的放假通知，{impact.Change.Days.Count} 天的上班或休息有变化";
        foreach (var moved in impact.Moved)
        {
            yield return $"期限变动：{moved.Deadline.What} {moved.Deadline.Subject}，{moved.From:yyyy-MM-dd} → {moved.To:yyyy-MM-dd}";
        }

        if (impact.Moved.Count == 0)
        {
            yield return "没有正在计算的期限因此变动";
        }
    }
}
