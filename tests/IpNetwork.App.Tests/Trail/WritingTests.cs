using IpNetwork.App.Data;
using IpNetwork.App.Data.Trail;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Kernel;
using IpNetwork.Domain.Staff;
using IpNetwork.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Xunit;

namespace IpNetwork.App.Tests.Trail;

public sealed class WritingTests(TrailHost host) : IClassFixture<TrailHost>
{
    private readonly Given given = new(host);

    private static readonly string[] Traces = ["memberships", "audit_events", "outbox", "idempotency_keys"];

    [Fact]
    public async Task A_write_leaves_record_event_messages_and_key_together()
    {
        var node = await given.ProvinceAsync();
        var before = await TracesAsync(node);
        var actor = TrailHost.Officer(node);

        var outcome = await host.RecordAsync(node, actor, new("k"), new Letter(MessageKind.Mail, "staff.welcome", "a@example.cn", new { text = "您好" }));

        Assert.True(outcome.IsDone);
        Assert.Equal([1, 1, 2, 1], (await TracesAsync(node)).Zip(before, (now, then) => now - then));
        Assert.Equal(
            ["李四", "Manager", "新到岗", outcome.Value, "{\"role\": \"Auditor\"}"],
            await host.ScalarAsync<string[]>("select array[person_name, role, reason, subject_id, detail::text] from ipnet.audit_events where node_id = $1 and person_id = $2", node.Id.Value, actor.PersonId!.Value.Value));
    }

    public enum Trouble
    {
        Refused,
        Thrown,
        RefusedByTheDatabase,
        ConnectionCut,
    }

    [Theory]
    [InlineData(Trouble.Refused)]
    [InlineData(Trouble.Thrown)]
    [InlineData(Trouble.RefusedByTheDatabase)]
    [InlineData(Trouble.ConnectionCut)]
    public async Task A_write_that_fails_leaves_nothing(Trouble trouble)
    {
        var node = await given.ProvinceAsync();
        var before = await TracesAsync(node);

        try
        {
            await host.WriteAsync(node, TrailHost.Officer(node), new("k"), async (services, deed) =>
            {
                var db = services.GetRequiredService<NetworkDb>();
                var membership = host.NewMembership(node);
                db.Add(membership);
                deed.Happened(TrailHost.Granted(membership));
                deed.Send(new(MessageKind.Mail, "staff.welcome", "a@example.cn", new { }));
                await db.SaveChangesAsync();
                switch (trouble)
                {
                    case Trouble.Refused:
                        return new Refusal("NO", "不行");
                    case Trouble.Thrown:
                        throw new TimeoutException("as a broken program would");
                    case Trouble.RefusedByTheDatabase:
                        db.Add(new DueWork { NodeId = node.Id, Id = Guid.Empty, DueAt = default, Kind = "k", Ref = "r" });
                        db.Add(new DueWork { NodeId = node.Id, Id = Guid.CreateVersion7(), DueAt = default, Kind = "k", Ref = "r" });
                        return "";
                    default:
                        var pid = await db.Database.SqlQuery<int>($"select pg_backend_pid() as \"Value\"").SingleAsync();
                        await host.ScalarAsync<bool>("select pg_terminate_backend($1)", pid);
                        return "";
                }
            });
        }
        catch (Exception e) when (e is TimeoutException or DbUpdateException or NpgsqlException or InvalidOperationException)
        {
            Assert.NotEqual(Trouble.Refused, trouble);
        }

        Assert.Equal(before, await TracesAsync(node));
    }

    [Fact]
    public async Task A_write_that_does_not_say_what_happened_is_not_kept()
    {
        var node = await given.ProvinceAsync();

        await Assert.ThrowsAsync<InvalidOperationException>(() => host.WriteAsync(node, TrailHost.Officer(node), null, (services, _) =>
        {
            services.GetRequiredService<NetworkDb>().Add(host.NewMembership(node));
            return Task.FromResult<Outcome<string>>("");
        }));

        Assert.Equal(0, await host.CountAsync("memberships", node));
    }

    [Fact]
    public async Task A_repeated_key_yields_the_first_record()
    {
        var node = await given.ProvinceAsync();
        var actor = TrailHost.Officer(node);

        var first = await host.RecordAsync(node, actor, new("k"));
        var second = await host.RecordAsync(node, actor, new("k"));

        Assert.Equal(first.Value, second.Value);
        Assert.Equal(1, await host.CountAsync("memberships", node));
    }

    [Fact]
    public async Task A_key_used_for_another_content_is_refused()
    {
        var node = await given.ProvinceAsync();
        var actor = TrailHost.Officer(node);
        await host.RecordAsync(node, actor, new("k"));

        var other = await host.RecordAsync(node, actor, new("k", "another"));

        Assert.Equal(WriteConflicts.KeyReused, Assert.Single(other.Refusals));
        Assert.Equal(1, await host.CountAsync("memberships", node));
    }

    [Fact]
    public async Task A_key_of_another_person_route_or_node_is_another_key()
    {
        var province = await given.ProvinceAsync();
        var city = await given.CityAsync(province);
        var actor = TrailHost.Officer(province);

        string[] made =
        [
            (await host.RecordAsync(province, actor, new("k"))).Value,
            (await host.RecordAsync(province, TrailHost.Officer(province), new("k"))).Value,
            (await host.RecordAsync(province, actor, new("k", Route: "POST /y"))).Value,
            (await host.RecordAsync(city, actor, new("k"))).Value,
        ];

        Assert.Equal(4, made.Distinct().Count());
    }

    [Fact]
    public async Task A_key_still_at_work_is_told_so()
    {
        var node = await given.ProvinceAsync();
        var actor = TrailHost.Officer(node);
        var (begun, go) = (new TaskCompletionSource(), new TaskCompletionSource());
        var first = host.WriteAsync(node, actor, new("k"), async (services, deed) =>
        {
            begun.SetResult();
            await go.Task;
            deed.Happened(new("x.done", "x", "1", "做完"));
            return "1";
        });
        await begun.Task;

        var second = await host.RecordAsync(node, actor, new("k"));
        go.SetResult();

        Assert.Equal(WriteConflicts.KeyRunning, Assert.Single(second.Refusals));
        Assert.Equal("1", (await first).Value);
        Assert.Equal("1", (await host.RecordAsync(node, actor, new("k"))).Value);
    }

    [Fact]
    public async Task Sixty_four_requests_with_one_key_make_one_record()
    {
        var node = await given.ProvinceAsync();
        var actor = TrailHost.Officer(node);
        for (var round = 0; round < 10; round++)
        {
            var before = await TracesAsync(node);
            var key = new Key($"k{round}");

            var outcomes = await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => Task.Run(() => host.RecordAsync(node, actor, key))));

            Assert.All(outcomes.Where(o => !o.IsDone), o => Assert.Equal(WriteConflicts.KeyRunning, Assert.Single(o.Refusals)));
            Assert.Single(outcomes.Where(o => o.IsDone).Select(o => o.Value).Distinct());
            Assert.Equal([1, 1, 1, 1], (await TracesAsync(node)).Zip(before, (now, then) => now - then));
        }
    }

    [Fact]
    public async Task A_change_from_a_version_that_is_no_more_is_stale()
    {
        var node = await given.ProvinceAsync();
        var id = Guid.Parse((await host.RecordAsync(node)).Value);

        var outcome = await host.WriteAsync(node, TrailHost.Officer(node), null, async (services, deed) =>
        {
            var membership = await services.GetRequiredService<NetworkDb>().Set<Membership>().SingleAsync(m => m.Id == id);
            await host.ExecuteAsync("update ipnet.memberships set recorded_at = now() where id = $1", id);
            membership.End(new(2025, 1, 1));
            deed.Happened(TrailHost.Granted(membership));
            return "";
        });

        Assert.Equal(WriteConflicts.Stale, Assert.Single(outcome.Refusals));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_one_write_did_not_keep_does_not_come_with_the_next(bool clashes)
    {
        var node = await given.ProvinceAsync();
        var kept = await given.InAsync(node.Tenant, async services =>
        {
            var (db, work, actor) = (services.GetRequiredService<NetworkDb>(), services.GetRequiredService<UnitOfWork>(), TrailHost.Officer(node));
            var refused = await work.CommitAsync(actor, deed =>
            {
                var dropped = host.NewMembership(node);
                db.Add(dropped);
                if (clashes)
                {
                    db.Add(new DueWork { NodeId = node.Id, Id = Guid.Empty, DueAt = default, Kind = "k", Ref = "r" });
                    db.Add(new DueWork { NodeId = node.Id, Id = Guid.CreateVersion7(), DueAt = default, Kind = "k", Ref = "r" });
                }

                deed.Happened(TrailHost.Granted(dropped));
                return Task.FromResult<Outcome<string>>(clashes ? "" : new Refusal("NO", "不行"));
            }, CancellationToken.None);
            Assert.False(refused.IsDone);
            return await work.CommitAsync(actor, deed =>
            {
                var membership = host.NewMembership(node);
                db.Add(membership);
                deed.Happened(TrailHost.Granted(membership));
                return Task.FromResult<Outcome<string>>(membership.Id.ToString());
            }, CancellationToken.None);
        });

        Assert.True(kept.IsDone);
        Assert.Equal(1, await host.CountAsync("memberships", node));
    }

    [Fact]
    public async Task Two_writes_that_lock_each_other_out_both_succeed()
    {
        var node = await given.ProvinceAsync();
        var (one, two) = (Guid.Parse((await host.RecordAsync(node)).Value), Guid.Parse((await host.RecordAsync(node)).Value));
        var meeting = new Barrier(2);
        var tries = 0;

        var outcomes = await Task.WhenAll(Task.Run(() => ChangeAsync(one, two)), Task.Run(() => ChangeAsync(two, one)));

        Assert.All(outcomes, o => Assert.True(o.IsDone));
        Assert.Equal(3, tries);

        Task<Outcome<string>> ChangeAsync(Guid first, Guid second)
        {
            var isFirstTry = true;
            return host.WriteAsync(node, TrailHost.Officer(node), null, async (services, deed) =>
            {
                Interlocked.Increment(ref tries);
                var db = services.GetRequiredService<NetworkDb>();
                (await db.Set<Membership>().SingleAsync(m => m.Id == first)).End(new DateOnly(2030, 1, 1).AddDays(-tries));
                await db.SaveChangesAsync();
                if (isFirstTry)
                {
                    isFirstTry = false;
                    meeting.SignalAndWait(TimeSpan.FromSeconds(10));
                }

                (await db.Set<Membership>().SingleAsync(m => m.Id == second)).End(new DateOnly(2029, 1, 1).AddDays(-tries));
                deed.Happened(new("staff.membership-changed", "membership", first.ToString(), "调整岗位"));
                return "";
            });
        }
    }

    private static readonly string[] Rewriting =
        ["update ipnet.audit_events set summary = 'x'", "delete from ipnet.audit_events", "update ipnet.audit_seals set head = 'x'", "delete from ipnet.audit_seals"];

    public static TheoryData<string, string> Rewritings()
    {
        var data = new TheoryData<string, string>();
        foreach (var (role, sql) in Walls.Roles.Except([Walls.Owner]).SelectMany(role => Rewriting.Select(sql => (role, sql))))
        {
            data.Add(role, sql);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Rewritings))]
    public async Task No_role_that_serves_rewrites_the_trail(string role, string sql)
    {
        var node = await given.ProvinceAsync();
        await host.RecordAsync(node);
        await host.Sealer().SealAsync(CancellationToken.None);
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(host.AdministrativeConnection) { Options = $"-c role={role} -c app.node={node.Id}" }.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);

        var touched = 0;
        try
        {
            touched = await command.ExecuteNonQueryAsync();
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
        }

        Assert.Equal(0, touched);
        Assert.Equal(0, await host.CountAsync("audit_events", node, "summary = 'x'"));
        Assert.Null((await host.CheckAsync(node)).Break);
    }

    private async Task<long[]> TracesAsync(TestNode node) => [.. await Task.WhenAll(Traces.Select(t => host.CountAsync(t, node)))];
}
