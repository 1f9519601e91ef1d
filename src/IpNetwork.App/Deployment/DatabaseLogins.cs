using IpNetwork.App.Data;
using Npgsql;

namespace IpNetwork.App.Deployment;

/// <summary>How each role reaches the database.</summary>
internal sealed record DatabaseLogins(string Owner, string App, string Oversight, string Dispatch, string SignOn)
{
    public const string ForOwner = "IPNETWORK_DB_OWNER";
    public const string ForApp = "IPNETWORK_DB_APP";
    public const string ForOversight = "IPNETWORK_DB_OVERSIGHT";
    public const string ForDispatch = "IPNETWORK_DB_DISPATCH";
    public const string ForSignOn = "IPNETWORK_DB_SIGNON";
    private const string ForListen = "IPNETWORK_DB_LISTEN";

    public static IReadOnlyList<string> OfWeb { get; } = [ForApp, ForOversight, ForSignOn];

    public static IReadOnlyList<string> OfWorker { get; } = [ForApp, ForOversight, ForDispatch];

    /// <summary>Commands that write into the network: packs, and letting the first person in.</summary>
    public static IReadOnlyList<string> OfSetup { get; } = [ForApp, ForSignOn];

    /// <summary>The administrative login itself, where there is one: development and tests.</summary>
    public string? Administrator { get; private init; }

    /// <summary>The application's login past any pooler: who listens needs a connection of its own.</summary>
    public string Listen { get; private init; } = App;

    /// <summary>An administrator connects and lays down its rights at once: PostgreSQL starts the session as the named role.</summary>
    public static DatabaseLogins Administrative(string connectionString)
    {
        return new(As(Walls.Owner), As(Walls.App), As(Walls.Oversight), As(Walls.Dispatch), As(Walls.SignOn)) { Administrator = connectionString };

        string As(string role) =>
            new NpgsqlConnectionStringBuilder(connectionString) { Options = $"-c role={role}", ApplicationName = role }.ConnectionString;
    }

    /// <summary>A process has the logins of its roles and no others; what it lacks is empty.</summary>
    public static DatabaseLogins PerRole(Func<string, string> variable) =>
        new(variable(ForOwner), variable(ForApp), variable(ForOversight), variable(ForDispatch), variable(ForSignOn))
        {
            Listen = variable(ForListen) is { Length: > 0 } direct ? direct : variable(ForApp),
        };
}
