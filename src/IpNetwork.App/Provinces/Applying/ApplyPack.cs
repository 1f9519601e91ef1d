using IpNetwork.App.Data;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Kernel;
using IpNetwork.Domain.Nodes;
using IpNetwork.Domain.Plates;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace IpNetwork.App.Provinces.Applying;

/// <summary>
/// Brings a province to what its pack says: node by node, each in its own context and transaction, the province's settings
/// last. An apply cut short leaves whole nodes behind, and the next one does what is missing.
/// </summary>
internal static class ApplyPack
{
    private const int LockKey = 714_002;
    private const int Batch = 50;

    public static async Task<PackPlan> PlanAsync(IServiceProvider services, string tenants, string slug, CancellationToken ct)
    {
        var pack = PackReader.Read(TenantsFolder.Province(tenants, slug));
        var calendar = PackReader.ReadCalendar(Path.Combine(tenants, TenantsFolder.Calendar));
        if (pack.Pack is null || pack.Errors.Count + calendar.Errors.Count > 0)
        {
            throw new PackRefusedException([.. pack.Errors.Concat(calendar.Errors).Select(error => error.ToString())]);
        }

        var province = new NodeId(pack.Pack.Province.Centre.Node);
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var plan = new PackPlanner(pack.Pack, await NetworkState.LoadAsync(services, province, ct), now).Plan(TenantsFolder.Hash(tenants, slug));
        await CalendarPlan.AddAsync(services, plan, calendar.Years, ct);
        return plan.Troubles.Count == 0 ? plan : throw new PackRefusedException(plan.Troubles);
    }

    /// <summary>Writes nothing when nothing differs.</summary>
    public static async Task<PackPlan> ApplyAsync(IServiceProvider services, string tenants, string slug, Action<string> say, CancellationToken ct)
    {
        await using var turn = await TakeTurnAsync(services, ct);
        var plan = await PlanAsync(services, tenants, slug, ct);
        var done = 0;
        foreach (var work in plan.Works.Where(work => !work.IsEmpty))
        {
            await CommitAsync(services, plan.Province, work, ct);
            if (++done % Batch == 0)
            {
                say($"已写入 {done} 个节点……");
            }
        }

        await CalendarPlan.ApplyAsync(services, plan, ct);
        await SettleAsync(services, plan, ct);
        return plan;
    }

    /// <summary>For starts: passes over a pack whose files are those of the last apply.</summary>
    public static async Task ApplyIfChangedAsync(IServiceProvider services, string slug, Action<string> say, CancellationToken ct)
    {
        var tenants = TenantsFolder.Find();
        var hash = TenantsFolder.Hash(tenants, slug);
        await using (var scope = services.CreateAsyncScope())
        {
            var provinces = scope.ServiceProvider.GetRequiredService<NetworkDb>();
            if (await provinces.Set<ProvinceSettingsRow>().AnyAsync(s => s.PackHash == hash, ct))
            {
                say("配置包没有变化");
                return;
            }
        }

        var plan = await ApplyAsync(services, tenants, slug, say, ct);
        say(plan.Works.Count(work => !work.IsEmpty) is > 0 and var count ? $"写入了 {count} 个节点" : "内容没有变化");
    }

    private static Task CommitAsync(IServiceProvider services, NodeId province, NodeWork work, CancellationToken ct) =>
        InAsync(services, work.Node, province, async (db, deed) =>
        {
            await NamedLock.TakeAsync(db, TreeWriter.LockName, ct);
            if (work.Renaming is { } names)
            {
                var node = await db.Set<Node>().SingleAsync(n => n.Id == work.Node.Id, ct);
                var parent = node.ParentId is { } id ? await db.Set<Node>().SingleAsync(n => n.Id == id, ct) : null;
                var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
                var renamed = node.Rename(names, parent, new() { EffectiveOn = ChinaTime.DayOf(now), Reason = Words.Update, DocumentNumber = names.OfficialDocument ?? Words.Update, RecordedAt = now });
                if (!renamed.IsDone)
                {
                    return Outcome.Refused(renamed.Refusals);
                }

                db.AddRange(renamed.Value);
            }

            if (await NumberTakenAsync(db, work, province, ct))
            {
                return new Refusal("PLATE_NUMBER_TAKEN", "牌匾编号刚被占用。请再载入一次配置包。");
            }

            db.AddRange(work.Rows);
            foreach (var happening in work.Happenings)
            {
                deed.Happened(happening);
            }

            foreach (var topic in work.Topics)
            {
                deed.Announce(topic);
            }

            return Outcome.Done;
        }, ct);

    /// <summary>Numbers were planned before the lock was held; somebody may have issued a plate meanwhile.</summary>
    private static async Task<bool> NumberTakenAsync(NetworkDb db, NodeWork work, NodeId province, CancellationToken ct)
    {
        var numbers = work.Rows.OfType<Plate>().Select(plate => plate.Number).ToList();
        return numbers.Count > 0 && await db.Set<Plate>().AnyAsync(p => p.NetworkId == province && numbers.Contains(p.Number), ct);
    }

    private static async Task SettleAsync(IServiceProvider services, PackPlan plan, CancellationToken ct)
    {
        if (plan.Settings is not { } settings)
        {
            return;
        }

        var province = await TenantAsync(services, plan.Province, ct);
        await InAsync(services, province, plan.Province, async (db, deed) =>
        {
            if (await db.Set<ProvinceSettingsRow>().SingleOrDefaultAsync(s => s.NodeId == plan.Province, ct) is { } known)
            {
                (known.Settings, known.PackHash, known.Marks, known.AppliedAt) = (settings.Settings, settings.PackHash, settings.Marks, settings.AppliedAt);
            }
            else
            {
                db.Add(settings);
            }

            deed.Happened(new("provinces.pack-applied", "province", province.Slug, $"配置包已载入，{plan.Lines.Count} 处变化") { Detail = new { settings.PackHash, plan.Lines } });
            deed.Announce(ChangeSignal.Settings(plan.Province));
            return Outcome.Done;
        }, ct);
    }

    internal static async Task<TenantNode> TenantAsync(IServiceProvider services, NodeId id, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        return NodeDirectory.Tenant(await scope.ServiceProvider.GetRequiredService<NetworkDb>().Set<Node>().AsNoTracking().SingleAsync(n => n.Id == id, ct));
    }

    private static Task InAsync(IServiceProvider services, TenantNode node, NodeId province, Func<NetworkDb, Deed, Task<Outcome>> act, CancellationToken ct) =>
        services.GetRequiredService<NodeScopes>().RunAsync(node, async inNode =>
        {
            var db = inNode.GetRequiredService<NetworkDb>();
            var outcome = await inNode.GetRequiredService<UnitOfWork>().CommitAsync(Actor.Program("配置包", province), deed => act(db, deed), ct);
            if (!outcome.IsDone)
            {
                throw new PackRefusedException([.. outcome.Refusals.Select(refusal => $"{node.Slug}：{refusal.Code} {refusal.Message}")]);
            }
        });

    /// <summary>One apply at a time in a deployment; the lock goes with the transaction, and that with its connection.</summary>
    private static async Task<NpgsqlConnection> TakeTurnAsync(IServiceProvider services, CancellationToken ct)
    {
        var connection = await services.GetRequiredKeyedService<NpgsqlDataSource>(Walls.App).OpenConnectionAsync(ct);
        var transaction = await connection.BeginTransactionAsync(ct);
        await using var command = new NpgsqlCommand($"select pg_advisory_xact_lock({LockKey})", connection, transaction);
        await command.ExecuteNonQueryAsync(ct);
        return connection;
    }
}

/// <summary>The pack is wrong, or the rules refuse it; nothing has been changed by it.</summary>
internal sealed class PackRefusedException(IReadOnlyList<string> troubles) : Exception($"配置包有 {troubles.Count} 处不能通过，没有改动任何数据：\n{string.Join('\n', troubles)}")
{
    public IReadOnlyList<string> Troubles => troubles;
}
