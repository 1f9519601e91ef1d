namespace IpNetwork.LocalPostgres;

public sealed record PrivatePostgresOptions(string DataRoot)
{
    public string? BinFolder { get; init; }

    public bool Durable { get; init; } = true;

    public int MaxConnections { get; init; } = 200;

    public bool LeaveRunning { get; init; }

    /// Several processes share the server; it stops by itself this long after the last of them has gone.
    public TimeSpan? StopWhenUnusedFor { get; init; }

    /// PostgreSQL refuses to run as root: the first of these that exists runs it then.
    public IReadOnlyList<string> Accounts { get; init; } = ["postgres", "nobody", "daemon"];

    public Action<string> Report { get; init; } = _ => { };

    internal bool OnlyFromNpm { get; init; }
}
