using System.Diagnostics;
using System.Globalization;

namespace IpNetwork.LocalPostgres;

/// Outlives its starter and stops the server once nobody holds the users' lock any more, however the users ended.
internal static class Warden
{
    private const string Watch = """
        exec </dev/null >/dev/null 2>&1
        while :; do
          flock -x "$1" true
          sleep "$2"
          [ "$(head -n 1 "$3/postmaster.pid")" = "$4" ] || exit
          flock -xn "$1" kill -INT "$4" && exit
        done
        """;

    public static bool IsPossible => Command.Exists("flock") && Command.Exists("setsid");

    public static void Post(Home home, int processId, TimeSpan after)
    {
        var seconds = Math.Max(1, (int)after.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        using var _ = Process.Start(Command.Prepare(
            ["setsid", "sh", "-c", Watch, "sh", home.UsersLock, seconds, home.Data, processId.ToString(CultureInfo.InvariantCulture)], "/"));
    }
}
