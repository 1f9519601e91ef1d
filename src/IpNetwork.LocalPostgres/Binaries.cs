namespace IpNetwork.LocalPostgres;

internal sealed record Binaries(string Folder, int Major, string Version)
{
    public string Initdb => Path.Combine(Folder, "initdb");

    public string Postgres => Path.Combine(Folder, "postgres");

    public static async Task<Binaries?> AtAsync(string? folder, RunAs runAs, CancellationToken ct)
    {
        if (string.IsNullOrEmpty(folder) || !File.Exists(Path.Combine(folder, "initdb")) || !File.Exists(Path.Combine(folder, "postgres")))
        {
            return null;
        }

        // Asked as the account that will run it: the folder may be closed to it, or a library missing.
        var answer = await Command.RunAsync(
            runAs.Words(Path.Combine(folder, "postgres"), "--version"), TimeSpan.FromSeconds(20), ct);
        var version = answer.Text.Split(' ').SkipWhile(w => w != "(PostgreSQL)").Skip(1).FirstOrDefault()?.Trim();
        return answer.ExitCode == 0 && version is not null && int.TryParse(version.Split('.', 'b', 'r')[0], out var major)
            ? new Binaries(folder, major, version)
            : null;
    }
}
