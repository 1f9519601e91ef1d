using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace IpNetwork.App.Data;

/// <summary>Sets the context as the first statement of every transaction; Npgsql sends it together with BEGIN.</summary>
internal sealed class ContextOnTransactions : DbTransactionInterceptor
{
    public override DbTransaction TransactionStarted(DbConnection connection, TransactionEndEventData eventData, DbTransaction result)
    {
        using var command = Command(connection, eventData, result);
        command?.ExecuteNonQuery();
        return result;
    }

    public override async ValueTask<DbTransaction> TransactionStartedAsync(
        DbConnection connection, TransactionEndEventData eventData, DbTransaction result, CancellationToken cancellationToken = default)
    {
        await using var command = Command(connection, eventData, result);
        if (command is not null)
        {
            await command.ExecuteNonQueryAsync(cancellationToken);
        }

        return result;
    }

    private static DbCommand? Command(DbConnection connection, TransactionEndEventData eventData, DbTransaction transaction)
    {
        if (eventData.Context is not INodeContext context)
        {
            return null;
        }

        var command = connection.CreateCommand();
        if (ContextSettings.Statement(command, context) is not { } statement)
        {
            command.Dispose();
            return null;
        }

        command.Transaction = transaction;
        command.CommandText = statement;
        return command;
    }
}
