using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace IpNetwork.SignOn.SignIn;

/// <summary>
/// Counts guesses in the database, so that every process counts alike. A guess is counted before it is checked:
/// many at once find the door closed by the first ones.
/// </summary>
internal sealed class Throttling([FromKeyedServices(SignOnDefaults.Scheme)] NpgsqlDataSource database, TimeProvider clock)
{
    private const string CountOne = """
        with counted as (
          insert into signon.throttles as t (key, failures, last_at, open_at) values ($1, 1, $2, $2)
          on conflict (key) do update set
            failures = case when t.last_at < $3 then 1 else t.failures + 1 end,
            last_at = $2,
            open_at = case when t.last_at < $3 or t.failures + 1 < $4 then $2
                      else $2 + least($6, $5 * power(2, least(t.failures + 1 - $4, 20))) * interval '1 second' end
          where t.open_at <= $2
          returning open_at)
        select true, open_at from counted
        union all
        select false, open_at from signon.throttles where key = $1 and not exists (select from counted)
        """;

    /// <returns>Null when the guess may be looked at, else how long to wait.</returns>
    public async Task<TimeSpan?> TryAsync(string key, GuessLimit limit, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await using var command = database.CreateCommand(CountOne);
        command.Parameters.AddRange(new NpgsqlParameter[]
        {
            new() { Value = key }, new() { Value = now }, new() { Value = now - limit.Memory }, new() { Value = limit.Free },
            new() { Value = limit.FirstDelay.TotalSeconds }, new() { Value = limit.LongestDelay.TotalSeconds },
        });
        await using var reader = await command.ExecuteReaderAsync(ct);

        // No row: two first guesses met, and the other one was counted a moment ago.
        if (!await reader.ReadAsync(ct))
        {
            return TimeSpan.FromSeconds(1);
        }

        return reader.GetBoolean(0) ? null : reader.GetFieldValue<DateTimeOffset>(1) - now;
    }

    public Task ForgetAsync(string key, CancellationToken ct) =>
        RunAsync("delete from signon.throttles where key = $1", [new() { Value = key }], ct);

    /// <summary>Takes one back: it was no wrong guess after all.</summary>
    public Task TakeBackAsync(string key, CancellationToken ct) =>
        RunAsync(
            "update signon.throttles set failures = greatest(failures - 1, 0), open_at = least(open_at, $2) where key = $1",
            [new() { Value = key }, new() { Value = clock.GetUtcNow() }],
            ct);

    private async Task RunAsync(string sql, NpgsqlParameter[] parameters, CancellationToken ct)
    {
        await using var command = database.CreateCommand(sql);
        command.Parameters.AddRange(parameters);
        await command.ExecuteNonQueryAsync(ct);
    }
}
