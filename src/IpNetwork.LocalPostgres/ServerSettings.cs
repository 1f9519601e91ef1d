using System.Globalization;

namespace IpNetwork.LocalPostgres;

internal static class ServerSettings
{
    public static IEnumerable<string> For(Home home, PrivatePostgresOptions options)
    {
        var safe = options.Durable ? "on" : "off";
        string[] settings =
        [
            $"unix_socket_directories={home.Sockets}",
            "listen_addresses=",
            "unix_socket_permissions=0700",
            $"max_connections={options.MaxConnections.ToString(CultureInfo.InvariantCulture)}",
            "shared_buffers=128MB",
            $"fsync={safe}",
            $"full_page_writes={safe}",
            $"synchronous_commit={safe}",
            "timezone=UTC",
            "jit=off",
            "log_min_messages=warning",
        ];
        return settings.SelectMany(s => new[] { "-c", s });
    }
}
