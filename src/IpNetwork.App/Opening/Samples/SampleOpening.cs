using IpNetwork.App.Data;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Kernel;
using IpNetwork.Domain.Opening;
using IpNetwork.Domain.Staff;
using Microsoft.EntityFrameworkCore;

namespace IpNetwork.App.Opening.Samples;

/// <summary>A developer's network shows one node that is getting ready: its place, its people, a module asked for. Nothing of this happens in production.</summary>
internal sealed class SampleOpening(NetworkDb db, EnterPremises premises, EmployStaff staff, ModuleOffice modules, CurrentNode current, TimeProvider clock)
{
    private const string Node = "mianyang";
    private const string Module = "training";

    public static async Task EnsureAsync(IServiceProvider services, CancellationToken ct)
    {
        var nodes = await services.GetRequiredService<NodeDirectory>().CurrentAsync(ct);
        if (nodes.BySlug(Node) is { } node)
        {
            await services.GetRequiredService<NodeScopes>().RunAsync(NodeDirectory.Tenant(node), inNode => ActivatorUtilities.CreateInstance<SampleOpening>(inNode).FillAsync(ct));
        }
    }

    private async Task FillAsync(CancellationToken ct)
    {
        var manager = await ManagerAsync(ct);
        var since = ChinaTime.DayOf(clock.GetUtcNow()).AddDays(-90).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        if (!await db.Set<Premises>().AnyAsync(ct))
        {
            Done((await premises.HandleAsync(new() { From = since, Address = "绵阳市涪城区示例路 72 号", Area = "260", Layout = "窗口 3 个，洽谈室 1 间（样例）" }, manager, ct)).Refusals);
        }

        var known = await db.Set<StaffMember>().AsNoTracking().Select(member => member.Name).ToListAsync(ct);
        foreach (var request in People(since).Where(request => !known.Contains(request.Name ?? "")))
        {
            Done((await staff.HandleAsync(request, manager, ct)).Refusals);
        }

        if (!await db.Set<NodeModule>().AnyAsync(module => module.Code == Module, ct))
        {
            Done((await modules.ApplyAsync(Module, manager, ct)).Refusals);
        }
    }

    private static StaffRequest[] People(string since) =>
    [
        new() { Name = "李示例", CitizenNumber = "510700198503120026", Post = nameof(StaffPost.Manager), Employment = nameof(EmploymentType.FullTime), From = since, Degree = nameof(Degree.Bachelor), Modules = [Module] },
        new() { Name = "赵示例", CitizenNumber = "510700199207041037", Post = nameof(StaffPost.Business), Employment = nameof(EmploymentType.FullTime), From = since, Degree = nameof(Degree.Bachelor), Modules = [Module] },
        new() { Name = "何示例", CitizenNumber = "510700199609200045", Post = nameof(StaffPost.Business), Employment = nameof(EmploymentType.FullTime), From = since, Degree = nameof(Degree.Bachelor), Modules = [Module] },
    ];

    /// <summary>The demonstration manager where there is one, so that it meets its own entries.</summary>
    private async Task<Actor> ManagerAsync(CancellationToken ct)
    {
        var held = await db.Set<Membership>().AsNoTracking().Where(m => m.Role == Role.Manager).OrderBy(m => m.RecordedAt).FirstOrDefaultAsync(ct);
        return new(held?.PersonId ?? new(Guid.Parse("0197a000-0000-7000-8000-000000000511")), held?.PersonName ?? "示例负责人", nameof(Role.Manager), current.Id);
    }

    private static void Done(IReadOnlyList<Refusal> refusals)
    {
        if (refusals.Count > 0)
        {
            throw new InvalidOperationException($"{refusals[0].Code}: {refusals[0].Message}");
        }
    }
}
