using IpNetwork.App.Data;
using IpNetwork.App.Shell;
using IpNetwork.SignOn;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace IpNetwork.App.Site;

/// <summary>Whether this process lives, and whether it can serve: each check by name, without saying more to whoever asks.</summary>
internal static partial class Health
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);
    private static readonly string[] Roles = [Walls.App, Walls.Oversight, Walls.Dispatch];

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/health/live", (HttpContext context) => Answer(context, new("ok", new Dictionary<string, string>()), StatusCodes.Status200OK)).ExcludeFromDescription().Allow(RouteRule.Open);
        app.MapGet("/health/ready", ReadyAsync).ExcludeFromDescription().Allow(RouteRule.Open);
    }

    private static async Task<IResult> ReadyAsync(HttpContext context, CancellationToken ct)
    {
        var services = context.RequestServices;
        var checks = new Dictionary<string, string>();
        foreach (var role in Roles)
        {
            if (services.GetKeyedService<NpgsqlDataSource>(role) is { } source)
            {
                await CheckAsync($"database:{role}", token => AnswersAsync(source, token));
            }
        }

        await CheckAsync("database:ipnet_signon", async token =>
        {
            _ = await services.GetRequiredService<Accounts>().FindAsync(Guid.Empty, token);
            return true;
        });
        await CheckAsync("schema", token => IsMigratedAsync(services.GetRequiredService<NetworkDb>(), token));
        await CheckAsync("directory", async token => (await services.GetRequiredService<NodeDirectory>().CurrentAsync(token)).Turn > 0);
        var ready = checks.Values.All(state => state == "ok");
        return Answer(context, new(ready ? "ok" : "failed", checks), ready ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);

        async Task CheckAsync(string name, Func<CancellationToken, Task<bool>> check)
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
            patience.CancelAfter(Patience);
            try
            {
                checks[name] = await check(patience.Token) ? "ok" : "failed";
            }
            catch (Exception e) when (!ct.IsCancellationRequested)
            {
                Failed(services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(Health)), e, name);
                checks[name] = "failed";
            }
        }
    }

    private static async Task<bool> AnswersAsync(NpgsqlDataSource source, CancellationToken ct)
    {
        await using var command = source.CreateCommand("select 1");
        return await command.ExecuteScalarAsync(ct) is 1;
    }

    /// <summary>Every column this build knows is there. The history of migrations is the owner's alone.</summary>
    private static async Task<bool> IsMigratedAsync(NetworkDb db, CancellationToken ct)
    {
        var there = await db.Database.SqlQuery<string>($"""
            select c.relname || '.' || a.attname as "Value" from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
            where n.nspname = {NetworkModel.Schema} and c.relkind in ('r', 'p') and not a.attisdropped
            """).ToHashSetAsync(ct);
        return db.Model.GetRelationalModel().Tables.All(table => table.Columns.All(column => there.Contains($"{table.Name}.{column.Name}")));
    }

    private static IResult Answer(HttpContext context, HealthView view, int status)
    {
        context.Response.Headers.CacheControl = "no-store";
        return Results.Json(view, statusCode: status);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Not ready: {Check}")]
    private static partial void Failed(ILogger logger, Exception e, string check);
}

internal sealed record HealthView(string Status, IReadOnlyDictionary<string, string> Checks);
