using System.Globalization;

namespace IpNetwork.LocalPostgres;

/// What the server writes about itself into its data folder: process, folder, start, port, socket folder, address, shared memory, state.
internal sealed record PidFile(string Path, int ProcessId, string Sockets, string Memory)
{
    public static PidFile? In(string data)
    {
        var path = System.IO.Path.Combine(data, "postmaster.pid");
        try
        {
            var lines = File.ReadAllLines(path);
            return lines.Length > 0 && int.TryParse(lines[0], CultureInfo.InvariantCulture, out var pid)
                ? new PidFile(path, pid, lines.ElementAtOrDefault(4)?.Trim() ?? "", lines.ElementAtOrDefault(6) ?? "")
                : null;
        }
        catch (IOException)
        {
            return null;
        }
    }

    public bool BelongsToLiveServer(string data)
    {
        if (!OperatingSystem.IsLinux())
        {
            return Posix.Signal(ProcessId, 0);
        }

        // A zombie has an empty command line, and a number used again has another one.
        try
        {
            return File.ReadAllText($"/proc/{ProcessId}/cmdline").Split('\0').Contains(data);
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    // PostgreSQL gives up when the number in the file lives on as something else of the same user.
    // Its own test for a survivor is whether anybody is attached to the old shared memory.
    public void RemoveIfStale(string data)
    {
        const string segments = "/proc/sysvipc/shm";
        if (!File.Exists(segments) || BelongsToLiveServer(data))
        {
            return;
        }

        var id = Memory.Split(' ', StringSplitOptions.RemoveEmptyEntries).LastOrDefault();
        var attached = File.ReadLines(segments).Skip(1)
            .Select(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .FirstOrDefault(p => p.Length > 6 && p[1] == id)?[6];
        if (id is not null && attached is null or "0")
        {
            File.Delete(Path);
        }
    }
}
