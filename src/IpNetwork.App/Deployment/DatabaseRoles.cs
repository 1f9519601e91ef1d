using IpNetwork.App.Data;
using Npgsql;

namespace IpNetwork.App.Deployment;

/// <summary>The roles and schemas that an administrator lays once per server and database. In production a person runs deploy/roles.sql instead.</summary>
internal static class DatabaseRoles
{
    public static async Task EnsureAsync(string administrative, CancellationToken ct)
    {
        await using var connection = new NpgsqlConnection(administrative);
        await connection.OpenAsync(ct);
        foreach (var role in Walls.Roles)
        {
            await RunAsync(connection, $"""
                do $$ begin
                    if not exists (select 1 from pg_roles where rolname = '{role}') then
                        create role {role} login nosuperuser nobypassrls nocreatedb nocreaterole;
                    end if;
                exception when duplicate_object or unique_violation then null;
                end $$;
                """, ct);
        }

        await RunAsync(connection, $"""
            do $$ begin
                if not pg_has_role('{Walls.Owner}', '{Walls.App}', 'member') then
                    grant {Walls.App} to {Walls.Owner};
                end if;
            exception when unique_violation then null;
            end $$;
            """, ct);
        await RunAsync(connection, $"""
            create schema if not exists ipnet authorization {Walls.Owner};
            create schema if not exists signon authorization {Walls.Owner};
            create schema if not exists quartz authorization {Walls.Owner};
            revoke create on schema public from public;
            grant usage on schema signon to {Walls.SignOn};
            grant usage on schema quartz to {Walls.Dispatch};
            """, ct);
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(ct);
    }
}
