using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace IpNetwork.App.Data;

/// <summary>
/// Sends the context with the first statement of a read, in one round trip. The settings are local to the implicit
/// transaction of that batch, so nothing is left on the pooled connection. Inside a transaction its start has set them.
/// </summary>
internal sealed class ContextOnReads : DbCommandInterceptor
{
    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
    {
        Prefix(command, eventData);
        return result;
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Prefix(command, eventData);
        return new(result);
    }

    public override DbDataReader ReaderExecuted(DbCommand command, CommandExecutedEventData eventData, DbDataReader result)
    {
        if (IsPrefixed(command))
        {
            result.NextResult();
        }

        return result;
    }

    public override async ValueTask<DbDataReader> ReaderExecutedAsync(
        DbCommand command, CommandExecutedEventData eventData, DbDataReader result, CancellationToken cancellationToken = default)
    {
        if (IsPrefixed(command))
        {
            await result.NextResultAsync(cancellationToken);
        }

        return result;
    }

    private const string Mark = "select set_config('app.";

    private static bool IsPrefixed(DbCommand command) => command.CommandText.StartsWith(Mark, StringComparison.Ordinal);

    private static void Prefix(DbCommand command, CommandEventData eventData)
    {
        if (eventData.CommandSource is not CommandSource.LinqQuery || command.Transaction is not null || eventData.Context is not INodeContext context)
        {
            return;
        }

        if (ContextSettings.Statement(command, context) is { } statement)
        {
            command.CommandText = $"{statement};\n{command.CommandText}";
        }
    }
}
