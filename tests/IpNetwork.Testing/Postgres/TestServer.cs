using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace IpNetwork.Testing.Postgres;

internal sealed class TestServer
{
    private const string RunPrefix = "ipnet_test_";
    private const string TemplatePrefix = "ipnet_template_";

    // Open for the life of the process: as long as it is, the other processes let the databases of this run stand.
    private readonly Presence _presence;

    private TestServer(string administrative, string run, Presence presence)
    {
        Administrative = administrative;
        Run = run;
        _presence = presence;
    }

    public string Administrative { get; }

    public string Run { get; }

    public static async Task<TestServer> OpenAsync(CancellationToken ct)
    {
        var given = Environment.GetEnvironmentVariable("IPNETWORK_DB");
        var administrative = string.IsNullOrEmpty(given) ? await OwnServer.StartAsync(ct) : given;
        var run = $"{RunPrefix}{Random.Shared.Next():x8}";
        var presence = await Presence.OpenAsync(administrative, ct);
        await presence.LockAsync(run, ct);
        var server = new TestServer(administrative, run, presence);
        await server.SweepAsync(ct);
        return server;
    }

    public string In(string database) => new NpgsqlConnectionStringBuilder(Administrative) { Database = database }.ConnectionString;

    public async Task CreateAsync(string name, string? template)
    {
        await using var connection = await Presence.OpenAsync(Administrative, CancellationToken.None);
        var from = template is null ? "" : $" template \"{template}\" strategy file_copy";
        await connection.ExecuteAsync($"create database \"{name}\"{from}", CancellationToken.None);
    }

    public async Task DropAsync(string name)
    {
        await using var connection = await Presence.OpenAsync(Administrative, CancellationToken.None);
        await connection.DropAsync(name, CancellationToken.None);
    }

    public async Task<string> TemplateAsync(string key, Func<string, Task> prepare)
    {
        var name = TemplatePrefix + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))[..16];
        var ct = CancellationToken.None;
        if (!await _presence.ShareIfThereAsync(name, ct))
        {
            await using var maker = await Presence.OpenAsync(Administrative, ct);
            await maker.LockAsync(name, ct);
            if (!await maker.HasAsync(name, ct))
            {
                await MakeAsync(maker, name, prepare, ct);
            }
        }

        return await _presence.ShareIfThereAsync(name, ct) ? name : await TemplateAsync(key, prepare);
    }

    // Under its final name only when complete: a run broken off leaves no half template behind.
    private async Task MakeAsync(Presence maker, string name, Func<string, Task> prepare, CancellationToken ct)
    {
        var side = $"{Run}_{name[TemplatePrefix.Length..]}";
        await CreateAsync(side, null);
        await prepare(new NpgsqlConnectionStringBuilder(In(side)) { Pooling = false }.ConnectionString);
        await maker.ExecuteAsync($"comment on database \"{side}\" is '{DateTimeOffset.UtcNow.ToUnixTimeSeconds()}'", ct);
        await maker.ExecuteAsync($"alter database \"{side}\" rename to \"{name}\"", ct);
    }

    private async Task SweepAsync(CancellationToken ct)
    {
        await using var sweeper = await Presence.OpenAsync(Administrative, ct);
        var old = await sweeper.NamesAsync(
            $"""
            select datname from pg_database d
            where datname like '{RunPrefix}%'
            or datname like '{TemplatePrefix}%'
                and to_timestamp(shobj_description(d.oid, 'pg_database')::bigint) < now() - interval '1 hour'
            """, ct);
        foreach (var name in old)
        {
            var owner = name.StartsWith(RunPrefix, StringComparison.Ordinal) ? string.Join('_', name.Split('_').Take(3)) : name;
            if (await sweeper.TryLockAsync(owner, ct))
            {
                await sweeper.DropAsync(name, ct);
            }
        }
    }
}
