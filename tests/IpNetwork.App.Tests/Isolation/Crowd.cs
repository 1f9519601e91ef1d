using IpNetwork.App.Data;
using IpNetwork.App.Data.Trail;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace IpNetwork.App.Tests.Isolation;

/// <summary>The program's own way to the data over a given connection, and two hundred workers of twenty nodes who all use it at once while things go wrong.</summary>
internal sealed class Crowd : IAsyncDisposable
{
    public const int Nodes = 20;
    public const int RowsEach = 5;
    public const int First = 7000;
    private const int Enough = 1500;

    private readonly NpgsqlDataSource source;
    private readonly ServiceProvider services;

    private Crowd(NpgsqlDataSource source)
    {
        this.source = source;
        services = new ServiceCollection()
            .AddSingleton(TimeProvider.System)
            .AddSingleton<ChangeSignal>()
            .AddScoped<CurrentNode>().AddScoped<CurrentPerson>().AddScoped<RequestKey>().AddSingleton<NodeScopes>()
            .AddScoped<UnitOfWork>()
            .AddDbContext<NetworkDb>(options => DataServices.Use(options, source))
            .BuildServiceProvider(validateScopes: true);
    }

    public IServiceProvider Services => services;

    public static async Task<Crowd> OverAsync(WalledDatabase database, NpgsqlConnectionStringBuilder connection)
    {
        await database.RunAsync($"""
            insert into ipnet.due_work (node_id, id, due_at, kind, ref)
            select {First} + n, gen_random_uuid(), now(), 'probe', n || '-' || r from generate_series(0, {Nodes - 1}) n, generate_series(1, {RowsEach}) r
            where not exists (select from ipnet.due_work where node_id = {First} + n)
            """);
        connection.NoResetOnClose = true;
        connection.Timeout = 60;
        return new(new NpgsqlDataSourceBuilder(connection.ConnectionString).Build());
    }

    public static TenantNode Tenant(int id) => new(new(id), $"n{id}", NodeKind.City, NodePath.Root(new(id)), new(id), NodeStatus.Operating);

    /// <summary>How many looks were made, and how many of them saw a row that was not the node's own or missed one that was.</summary>
    public async Task<(int Reads, int Wrong)> RunAsync()
    {
        using var time = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var (reads, wrong) = (0, 0);
        await Task.WhenAll(Enumerable.Range(0, 200).Select(worker => Task.Run(async () =>
        {
            var dice = new Random(worker);
            while (!time.IsCancellationRequested && Volatile.Read(ref reads) < Enough)
            {
                var node = dice.Next(Nodes + 1);
                try
                {
                    if (!await LookAsync(node == Nodes ? null : First + node, dice))
                    {
                        Interlocked.Increment(ref wrong);
                    }

                    Interlocked.Increment(ref reads);
                }
                catch (Exception e) when (e is OperationCanceledException or PostgresException or NpgsqlException { InnerException: TimeoutException } or AbortedException
                    || e.InnerException is PostgresException or OperationCanceledException or TimeoutException)
                {
                }
            }
        })));
        return reads >= Enough ? (reads, wrong) : throw new InvalidOperationException($"Only {reads} reads.");
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await source.DisposeAsync();
    }

    /// <summary>One look with something going wrong around it; true when every row seen was the node's own.</summary>
    private async Task<bool> LookAsync(int? node, Random dice)
    {
        await using var scope = services.CreateAsyncScope();
        if (node is { } id)
        {
            scope.ServiceProvider.GetRequiredService<CurrentNode>().Set(Tenant(id));
        }

        var db = scope.ServiceProvider.GetRequiredService<NetworkDb>();
        using var impatience = new CancellationTokenSource();
        var trouble = dice.Next(8);
        if (trouble == 0)
        {
            impatience.CancelAfter(dice.Next(4));
        }

        // Both the filter of the program is lifted and connections are reused as they are: what is left is the second wall.
        var query = db.Set<DueWork>().IgnoreQueryFilters([NetworkDb.NodeFilter]).AsNoTracking().Select(w => w.NodeId);
        if (trouble < 4)
        {
            await using var transaction = await db.Database.BeginTransactionAsync(impatience.Token);
            if (trouble == 1)
            {
                throw new AbortedException();
            }

            if (trouble == 2)
            {
                await db.Set<DueWork>().IgnoreQueryFilters([NetworkDb.NodeFilter]).Where(w => 1 / (w.Ref.Length - w.Ref.Length) > 0).ToListAsync(impatience.Token);
            }

            var inside = await query.ToListAsync(impatience.Token);
            if (dice.Next(2) == 0)
            {
                await transaction.CommitAsync(impatience.Token);
            }

            return AreOwn(inside, node);
        }

        return AreOwn(await query.ToListAsync(impatience.Token), node);
    }

    private static bool AreOwn(List<NodeId> seen, int? node) =>
        seen.All(id => id.Value == node) && seen.Count == (node is null ? 0 : RowsEach);

    private sealed class AbortedException : Exception;
}
