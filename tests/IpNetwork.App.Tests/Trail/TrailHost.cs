using IpNetwork.App.Data;
using IpNetwork.App.Data.Sealing;
using IpNetwork.App.Data.Trail;
using IpNetwork.App.Outbox;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Kernel;
using IpNetwork.Domain.Staff;
using IpNetwork.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace IpNetwork.App.Tests.Trail;

/// <summary>The program without its own dispatcher and schedule: these tests dispatch and seal by hand.</summary>
public sealed class TrailHost : NetworkHost
{
    private readonly Lazy<NpgsqlDataSource> administrator;

    public TrailHost() => administrator = new(() => NpgsqlDataSource.Create(AdministrativeConnection));

    internal NpgsqlDataSource Administrator => administrator.Value;

    internal NpgsqlDataSource Source(string role) => Services.GetRequiredKeyedService<NpgsqlDataSource>(role);

    internal OutboxTable Outbox => new(Source(Walls.Dispatch), Clock);

    internal Dispatcher Dispatcher(OutboxSettings? settings = null, params IMessageSender[] senders) =>
        new(Outbox, senders, settings ?? new(), NullLogger<Dispatcher>.Instance);

    internal HeadLog Heads => new(SealingServices.FolderIn(DataFolder));

    internal Sealer Sealer(HeadLog? heads = null) => new(Source(Walls.Dispatch), heads ?? Heads, Clock, NullLogger<Sealer>.Instance);

    /// <summary>Seals until no more than that is left; transactions of other tests on the same server hold the horizon back for moments.</summary>
    internal async Task<ChainReport> SealAsync(TestNode network, long left = 0, HeadLog? heads = null)
    {
        for (var i = 0; ; i++)
        {
            await Sealer(heads).SealAsync(CancellationToken.None);
            if (await CheckAsync(network, heads) is var report && (report.Unsealed <= left || i == 500))
            {
                return report;
            }

            await Task.Delay(20);
        }
    }

    internal async Task<ChainReport> CheckAsync(TestNode network, HeadLog? heads = null) =>
        (await new ChainCheck(Source(Walls.Dispatch), heads ?? Heads).RunAsync(CancellationToken.None)).Single(r => r.Network == network.Slug);

    internal Task<Outcome<string>> WriteAsync(TestNode node, Actor actor, Key? key, Func<IServiceProvider, Deed, Task<Outcome<string>>> act) =>
        new Given(this).InAsync(node.Tenant, services =>
        {
            if (key is not null)
            {
                services.GetRequiredService<RequestKey>().Set(key.Text, key.Route, key.Fingerprint);
            }

            return services.GetRequiredService<UnitOfWork>().CommitAsync(actor, deed => act(services, deed), CancellationToken.None);
        });

    /// <summary>Writes one membership, which is as good a record as any, with what it says and sends.</summary>
    internal Task<Outcome<string>> RecordAsync(TestNode node, Actor? actor = null, Key? key = null, params Letter[] letters) =>
        WriteAsync(node, actor ?? Officer(node), key, (services, deed) =>
        {
            var membership = NewMembership(node);
            services.GetRequiredService<NetworkDb>().Add(membership);
            deed.Happened(Granted(membership));
            foreach (var letter in letters)
            {
                deed.Send(letter);
            }

            return Task.FromResult<Outcome<string>>(membership.Id.ToString());
        });

    internal Membership NewMembership(TestNode node) => Membership.Grant(
        new() { NodeId = node.Id, PersonId = new(Guid.CreateVersion7()), PersonName = "张三", Role = Role.Auditor, From = new(2024, 1, 1) },
        node.Kind, [], Clock.GetUtcNow()).Value;

    internal static Happening Granted(Membership membership) =>
        new("staff.membership-granted", "membership", membership.Id.ToString(), "开通岗位") { Reason = "新到岗", Detail = new { role = membership.Role } };

    internal static Actor Officer(TestNode node) => new(new(Guid.CreateVersion7()), "李四", nameof(Role.Manager), node.Id) { TraceId = "t-1", Source = "127.0.0.1" };

    internal async Task<T> ScalarAsync<T>(string sql, params object[] values)
    {
        await using var command = Administrator.CreateCommand(sql);
        Add(command, values);
        return await command.ExecuteScalarAsync() is T value ? value : throw new InvalidOperationException(sql);
    }

    internal async Task<int> ExecuteAsync(string sql, params object[] values)
    {
        await using var command = Administrator.CreateCommand(sql);
        Add(command, values);
        return await command.ExecuteNonQueryAsync();
    }

    internal Task<long> CountAsync(string table, TestNode node, string where = "true") =>
        ScalarAsync<long>($"select count(*) from ipnet.{table} where node_id = $1 and {where}", node.Id.Value);

    private static void Add(NpgsqlCommand command, object[] values)
    {
        foreach (var value in values)
        {
            command.Parameters.Add(new() { Value = value });
        }
    }
}

internal sealed record Key(string Text, string Fingerprint = "f", string Route = "POST /x");
