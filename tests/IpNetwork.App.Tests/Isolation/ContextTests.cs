using IpNetwork.App.Data;
using IpNetwork.App.Data.Trail;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Xunit;

namespace IpNetwork.App.Tests.Isolation;

/// <summary>Who a unit of work is for, when everything around it goes wrong.</summary>
public sealed class ContextTests(WalledDatabase database) : IClassFixture<WalledDatabase>, IAsyncLifetime
{
    private const int Nodes = Crowd.Nodes;
    private const int RowsEach = Crowd.RowsEach;
    private const int First = Crowd.First;

    private Crowd? crowd;

    private IServiceProvider Services => (crowd ?? throw new InvalidOperationException("Not started.")).Services;

    public async Task InitializeAsync() =>
        crowd = await Crowd.OverAsync(database, new(database.ConnectionString) { Options = $"-c role={Walls.App}", MaxAutoPrepare = 50, MaxPoolSize = 10 });

    public async Task DisposeAsync() => await (crowd?.DisposeAsync() ?? default);

    [Fact]
    [Trait("Rule", "NET-07")]
    public async Task Two_hundred_workers_on_ten_connections_never_see_another_nodes_row()
    {
        var (_, wrong) = await (crowd?.RunAsync() ?? throw new InvalidOperationException());

        Assert.Equal(0, wrong);
    }

    [Fact]
    public async Task Without_a_node_a_tenant_table_throws()
    {
        await using var scope = Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<NetworkDb>();

        await Assert.ThrowsAsync<InvalidOperationException>(() => db.Set<DueWork>().ToListAsync());
    }

    [Fact]
    public async Task The_node_of_a_unit_of_work_does_not_change()
    {
        await using var scope = Services.CreateAsyncScope();
        var current = scope.ServiceProvider.GetRequiredService<CurrentNode>();
        current.Set(Tenant(First));

        Assert.Throws<InvalidOperationException>(() => current.Set(Tenant(First + 1)));
        Assert.Equal(First, current.Id.Value);
    }

    [Fact]
    public async Task A_write_outside_a_transaction_is_refused()
    {
        await using var scope = Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentNode>().Set(Tenant(First));
        var db = scope.ServiceProvider.GetRequiredService<NetworkDb>();
        db.Add(Row(First));
        db.Add(Row(First));

        await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync());
        Assert.Equal(RowsEach, await db.Set<DueWork>().CountAsync(w => w.Kind == "probe"));
        Assert.Equal(0, await db.Set<DueWork>().CountAsync(w => w.Kind == "written"));
        Assert.Equal(0, await db.Set<DueWork>().ExecuteDeleteAsync());
    }

    [Fact]
    public async Task A_write_without_a_deed_does_not_commit()
    {
        await Services.GetRequiredService<NodeScopes>().RunAsync(Tenant(First), async inside =>
        {
            var db = inside.GetRequiredService<NetworkDb>();
            await Assert.ThrowsAsync<InvalidOperationException>(() => inside.GetRequiredService<UnitOfWork>().CommitAsync(Actor.Program("probe", new(First)), deed =>
            {
                db.Add(Row(First));
                return Task.FromResult(Outcome.Done);
            }, CancellationToken.None));
            db.ChangeTracker.Clear();
            Assert.Equal(0, await db.Set<DueWork>().CountAsync(w => w.Kind == "written"));
        });
    }

    [Fact]
    public async Task A_row_of_another_node_does_not_commit()
    {
        await Services.GetRequiredService<NodeScopes>().RunAsync(Tenant(First), async inside =>
        {
            var db = inside.GetRequiredService<NetworkDb>();
            await Assert.ThrowsAsync<DbUpdateException>(() => inside.GetRequiredService<UnitOfWork>().CommitAsync(Actor.Program("probe", new(First)), deed =>
            {
                db.Add(Row(First + 1));
                deed.Happened(new("probe.written", "probe", "1", "试"));
                return Task.FromResult(Outcome.Done);
            }, CancellationToken.None));
        });
    }

    [Fact]
    public async Task A_job_carries_its_node_and_leaves_none_behind()
    {
        var scopes = Services.GetRequiredService<NodeScopes>();
        await Task.WhenAll(Enumerable.Range(0, Nodes).Select(n => Task.Run(() => scopes.RunAsync(Tenant(First + n), async inside =>
        {
            await Task.Yield();
            var rows = await inside.GetRequiredService<NetworkDb>().Set<DueWork>().IgnoreQueryFilters([NetworkDb.NodeFilter]).ToListAsync();
            Assert.Equal(RowsEach, rows.Count(w => w.NodeId.Value == First + n && w.Kind == "probe"));
            Assert.All(rows, row => Assert.Equal(First + n, row.NodeId.Value));
            await scopes.RunAsync(Tenant(First + ((n + 1) % Nodes)), other =>
            {
                Assert.Equal(First + ((n + 1) % Nodes), other.GetRequiredService<CurrentNode>().Id.Value);
                return Task.CompletedTask;
            });
            Assert.Equal(First + n, inside.GetRequiredService<CurrentNode>().Id.Value);
        }))));

        await using var after = Services.CreateAsyncScope();
        Assert.False(after.ServiceProvider.GetRequiredService<CurrentNode>().IsSet);
    }

    [Fact]
    public async Task What_the_server_lists_of_our_statements_holds_no_values()
    {
        var marker = "canary-of-a-person";
        await Services.GetRequiredService<NodeScopes>().RunAsync(Tenant(First), async inside =>
        {
            await inside.GetRequiredService<NetworkDb>().Set<DueWork>().Where(w => w.Ref == marker).ToListAsync();
        });

        await using var session = await Session.OpenAsync(database.ConnectionString);
        var seen = await session.RowsAsync("select query from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and query like '%due_work%'");
        Assert.NotEmpty(seen);
        Assert.DoesNotContain(seen, row => ((string)row[0]!).Contains(marker, StringComparison.Ordinal));
    }

    private static TenantNode Tenant(int id) => Crowd.Tenant(id);

    private static DueWork Row(int node) => new() { NodeId = new(node), Id = Guid.CreateVersion7(), DueAt = DateTimeOffset.UtcNow, Kind = "written", Ref = Guid.NewGuid().ToString() };
}
