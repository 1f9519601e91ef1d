using IpNetwork.LocalPostgres;

namespace IpNetwork.App.Deployment;

/// <summary>The database a command works with: the one the environment names, or a developer's private one, which stops with its last user.</summary>
internal sealed class Workplace : IAsyncDisposable
{
    private readonly PrivatePostgres? postgres;

    private Workplace(Settings settings, PrivatePostgres? postgres) => (Settings, this.postgres) = (settings, postgres);

    public Settings Settings { get; }

    public static async Task<Workplace> OpenAsync(IEnumerable<string> needed, Action<string> say, CancellationToken ct)
    {
        if (!Settings.IsDevelopmentEnvironment || Environment.GetEnvironmentVariable("IPNETWORK_DB") is { Length: > 0 })
        {
            return new(Settings.FromEnvironment(needed), null);
        }

        var folder = Settings.DataFolderFromEnvironment;
        var postgres = await DevelopmentDatabase.StartAsync(folder, say, ct);
        return new(new(DatabaseLogins.Administrative(DevelopmentDatabase.ConnectionString(postgres)), folder, IsDevelopment: true), postgres);
    }

    public async ValueTask DisposeAsync()
    {
        if (postgres is not null)
        {
            Npgsql.NpgsqlConnection.ClearAllPools();
            await postgres.DisposeAsync();
        }
    }
}
