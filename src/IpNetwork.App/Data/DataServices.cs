using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace IpNetwork.App.Data;

internal static class DataServices
{
    public static void AddNetworkData(this IServiceCollection services, string app, string oversight, string dispatch, string listen)
    {
        AddSource(Walls.App, app, 100);
        AddSource(Walls.Oversight, oversight, 20);
        AddSource(Walls.Dispatch, dispatch, 20);
        services.AddDbContext<NetworkDb>((provider, options) => Use(options, provider.GetRequiredKeyedService<NpgsqlDataSource>(Walls.App)), optionsLifetime: ServiceLifetime.Singleton);
        services.AddDbContext<OversightDb>((provider, options) => Use(options, provider.GetRequiredKeyedService<NpgsqlDataSource>(Walls.Oversight)), optionsLifetime: ServiceLifetime.Singleton);
        services.AddScoped<UnitOfWork>();
        services.AddScoped<TreeWriter>();
        services.AddSingleton<ChangeSignal>();
        services.AddSingleton<NodeDirectory>();
        services.AddSingleton(new ListenLogin(listen));
        services.AddHostedService<ChangeListener>();

        // A process without the login of a role has nothing to do in that role.
        void AddSource(string role, string connectionString, int poolSize)
        {
            if (connectionString.Length > 0)
            {
                services.AddKeyedSingleton(role, (_, _) => Source(connectionString, poolSize));
            }
        }
    }

    private static readonly ContextOnReads Reads = new();
    private static readonly ContextOnTransactions Transactions = new();

    public static void Use(DbContextOptionsBuilder options, NpgsqlDataSource source) =>
        options.UseNpgsql(source, npgsql => npgsql.MigrationsHistoryTable("__migrations", NetworkModel.Schema))
            .AddInterceptors(Reads, Transactions);

    /// <summary>
    /// Settings are local to a transaction, so nothing is left on a connection that goes back to the pool and the
    /// reset on close, a third of a short read's cost, can be spared. Prepared statements do live on a connection:
    /// behind an old pooler the string says that there are to be none.
    /// </summary>
    private static NpgsqlDataSource Source(string connectionString, int poolSize) =>
        new NpgsqlDataSourceBuilder(new NpgsqlConnectionStringBuilder(connectionString)
        {
            NoResetOnClose = true,
            MaxAutoPrepare = SaysHowManyToPrepare(connectionString) ? new NpgsqlConnectionStringBuilder(connectionString).MaxAutoPrepare : 50,
            MaxPoolSize = poolSize,
            IncludeErrorDetail = false,
        }.ConnectionString).Build();

    private static bool SaysHowManyToPrepare(string connectionString)
    {
        var said = new DbConnectionStringBuilder { ConnectionString = connectionString };
        return said.ContainsKey("Max Auto Prepare") || said.ContainsKey(nameof(NpgsqlConnectionStringBuilder.MaxAutoPrepare));
    }
}
