using System.Runtime.InteropServices;

namespace IpNetwork.LocalPostgres;

internal static class Posix
{
    public const int Interrupt = 2;
    public const int Quit = 3;

    public static uint UserId { get; } = EffectiveUserId();

    public static bool IsRoot => UserId == 0;

    public static bool Signal(int processId, int signal) => Kill(processId, signal) == 0;

    public static void Give(string path, RunAs to)
    {
        if (!to.IsSelf && ChangeOwner(path, to.UserId, to.GroupId) != 0)
        {
            throw new IOException($"chown {to.UserId}:{to.GroupId} {path}: errno {Marshal.GetLastPInvokeError()}");
        }
    }

    public static async Task<(uint UserId, uint GroupId)> OwnerAsync(string path, CancellationToken ct)
    {
        string[] format = OperatingSystem.IsLinux() ? ["-c", "%u:%g"] : ["-f", "%u:%g"];
        var answer = await Command.RunAsync(["stat", .. format, path], TimeSpan.FromSeconds(10), ct);
        if (answer.ExitCode != 0)
        {
            throw new IOException(answer.Text);
        }

        var parts = answer.Text.Trim().Split(':');
        return (uint.Parse(parts[0], null), uint.Parse(parts[1], null));
    }

    [DllImport("libc", EntryPoint = "geteuid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern uint EffectiveUserId();

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int Kill(int processId, int signal);

    [DllImport("libc", EntryPoint = "chown", SetLastError = true, CharSet = CharSet.Ansi, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int ChangeOwner(string path, uint userId, uint groupId);
}
