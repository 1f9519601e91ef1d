using System.Diagnostics;
using System.Runtime.Versioning;
using IpNetwork.App.Data;
using IpNetwork.App.Data.Sealing;
using IpNetwork.Testing.Chaos;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Xunit;
using Xunit.Abstractions;

namespace IpNetwork.App.Tests.Chaos;

[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;

/// <summary>Everything is killed while people submit: what was acknowledged is there, once, with its event and its message.</summary>
[Collection(nameof(Alone))]
[Trait("Size", "Chaos")]
[UnsupportedOSPlatform("windows")]
public sealed class ChaosTests(ITestOutputHelper output)
{
    private const int Submitters = 16;
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(20);

    [Fact]
    public async Task Nothing_acknowledged_is_lost_or_doubled_while_program_and_server_are_killed()
    {
        var (ledger, chain) = await RunAsync([], (acknowledged, programKills, serverKills) => acknowledged >= 5_000 && programKills >= 12 && serverKills >= 5);

        Assert.True(ledger.Acknowledged >= 5_000);
        Assert.Empty(ledger.Lost);
        Assert.Empty(ledger.Doubled);
        Assert.Empty(ledger.Strange);
        Assert.Equal((0, 0, 0), (ledger.WithoutOneEvent, ledger.WithoutOneMessageEach, ledger.EventsWithoutRecord));
        Assert.Empty(ledger.FilesMissing);
        Assert.Empty(ledger.FilesBesides);
        Assert.Null(chain.Break);
        Assert.Equal(0, chain.Unsealed);
    }

    /// <summary>The same run must notice when the program forgets its keys; else it proves nothing.</summary>
    [Fact]
    public async Task The_same_run_finds_doubles_when_the_key_is_not_kept()
    {
        var (ledger, _) = await RunAsync([BreakableProgram.Forgetful], (acknowledged, programKills, serverKills) => acknowledged >= 500 && programKills >= 8 && serverKills >= 1);

        Assert.NotEmpty(ledger.Doubled);
        Assert.Empty(ledger.Lost);
    }

    private async Task<(Ledger Ledger, ChainReport Chain)> RunAsync(string[] defects, Func<int, int, int, bool> isEnough)
    {
        var clock = Stopwatch.StartNew();
        using var host = new ChaosHost();
        try
        {
            await host.InitializeAsync();
            using var web = new ProgramProcess(host, [BreakableProgram.Web, .. defects]);
            using var worker = new ProgramProcess(host, [BreakableProgram.Worker, .. defects]);
            await Task.WhenAll(web.StartAsync(CancellationToken.None), worker.StartAsync(CancellationToken.None));
            output.WriteLine($"ready after {clock.Elapsed.TotalSeconds:0.0} s");

            using var enough = new CancellationTokenSource(Limit);
            var clients = new Clients(host, web.Address, withOwnItems: defects.Length == 0);
            var nemesis = new Nemesis(host);
            var hunts = Task.WhenAll(Nemesis.HuntAsync(web, () => clients.Acknowledged.Count, enough.Token), Nemesis.HuntAsync(worker, host.Delivered, enough.Token), nemesis.HuntServerAsync(enough.Token));
            var submitting = clients.RunAsync(Submitters, enough.Token);
            while (!enough.IsCancellationRequested && !submitting.IsCompleted && !isEnough(clients.Acknowledged.Count, web.Kills, nemesis.ServerDown.Count))
            {
                await Task.Delay(200);
            }

            await enough.CancelAsync();
            await hunts;
            await submitting;
            output.WriteLine($"calm after {clock.Elapsed.TotalSeconds:0.0} s: {clients.Acknowledged.Count} acknowledged, {clients.Retries} retries ({string.Join(", ", clients.Refusals)}), "
                + $"kills: web {web.Kills}, worker {worker.Kills}, server {nemesis.ServerDown.Count}, server away {string.Join(" ", nemesis.ServerDown.Select(d => $"{d.TotalSeconds:0.0}"))} s");

            var chain = await SettleAsync(host);
            var ledger = await Ledger.ReadAsync(host, clients.Acknowledged);
            output.WriteLine($"settled after {clock.Elapsed.TotalSeconds:0.0} s: {ledger.Records} records, lost {ledger.Lost.Count}, doubled {ledger.Doubled.Count}, "
                + $"without event {ledger.WithoutOneEvent}, without message {ledger.WithoutOneMessageEach}, files missing {ledger.FilesMissing.Count}, chain: {chain.Events} events in {chain.Seals} seals, {chain.Break?.Kind.ToString() ?? "sound"}");
            return (ledger, chain);
        }
        finally
        {
            await host.EndAsync();
        }
    }

    /// <summary>Until every message has gone and every event is sealed, as a worker left in peace does.</summary>
    private static async Task<ChainReport> SettleAsync(ChaosHost host)
    {
        await using var source = NpgsqlDataSource.Create(host.AdministrativeConnection);
        var check = new ChainCheck(host.Services.GetRequiredKeyedService<NpgsqlDataSource>(Walls.Dispatch), new HeadLog(SealingServices.FolderIn(host.ProgramData)));
        for (var patience = Stopwatch.StartNew(); ; await Task.Delay(500))
        {
            await using var command = source.CreateCommand("select count(*) from ipnet.outbox where sent_at is null");
            var waiting = await command.ExecuteScalarAsync() as long?;
            var chain = await check.RunAsync(CancellationToken.None);
            if (waiting == 0 && chain.Single().Unsealed == 0 || patience.Elapsed > TimeSpan.FromSeconds(90))
            {
                return chain.Single();
            }
        }
    }
}
