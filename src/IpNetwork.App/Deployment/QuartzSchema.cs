using IpNetwork.App.Data;
using Npgsql;
using Quartz;

namespace IpNetwork.App.Deployment;

/// <summary>The scheduler's tables, from the script its package carries. Creates what is missing and changes nothing else; web and worker only look whether it is there.</summary>
internal static class QuartzSchema
{
    private const string Script = "Quartz.Impl.AdoJobStore.Schema.create_postgres.sql";
    private const string Separator = "--;;";
    private const string Prefix = "qrtz_";

    public static async Task ProvisionAsync(NpgsqlConnection owner, CancellationToken ct)
    {
        await using var transaction = await owner.BeginTransactionAsync(ct);
        await RunAsync(owner, "select pg_advisory_xact_lock(714003)", ct);
        await RunAsync(owner, "do $$ begin if to_regnamespace('quartz') is null then create schema quartz; end if; end $$; set local search_path = quartz", ct);
        foreach (var statement in (await ReadAsync(ct)).Split('\n').Aggregate(new List<List<string>> { new() }, Split).Where(HasStatement))
        {
            await RunAsync(owner, string.Join('\n', statement), ct);
        }

        await RunAsync(owner, $"grant usage on schema quartz to {Walls.Dispatch}; grant select, insert, update, delete on all tables in schema quartz to {Walls.Dispatch}", ct);
        await transaction.CommitAsync(ct);
    }

    private static List<List<string>> Split(List<List<string>> statements, string line)
    {
        if (line.Trim() == Separator)
        {
            statements.Add([]);
        }
        else
        {
            statements[^1].Add(line);
        }

        return statements;
    }

    private static bool HasStatement(List<string> lines) => lines.Any(line => line.Trim() is { Length: > 0 } text && !text.StartsWith("--", StringComparison.Ordinal));

    private static async Task<string> ReadAsync(CancellationToken ct)
    {
        await using var stream = typeof(IJob).Assembly.GetManifestResourceStream(Script) ?? throw new InvalidOperationException($"The scheduler's package has no {Script}.");
        using var reader = new StreamReader(stream);
        return (await reader.ReadToEndAsync(ct)).Replace("{0}", Prefix, StringComparison.Ordinal).Replace("{1}", Prefix, StringComparison.Ordinal);
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(ct);
    }
}
