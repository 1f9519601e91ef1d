using System.Diagnostics;

namespace IpNetwork.Architecture.Tests;

/// <summary>The source tree this build came from.</summary>
internal static class Repository
{
    private static readonly string[] Generated = ["/obj/", "/bin/", "/Migrations/", "/node_modules/", "/wwwroot/lib/"];

    public static string Root { get; } = Find(AppContext.BaseDirectory);

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    /// <summary>Hand-written files below a folder, as paths from the root with forward slashes.</summary>
    public static IReadOnlyList<string> Files(string folder, params string[] endings) =>
    [
        .. Directory.EnumerateFiles(Path.Combine(Root, folder), "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/'))
            .Where(path => endings.Any(ending => path.EndsWith(ending, StringComparison.Ordinal)))
            .Where(path => !Generated.Any(part => $"/{path}".Contains(part, StringComparison.Ordinal)))
            .Order(StringComparer.Ordinal),
    ];

    public static IReadOnlyList<SourceFile> Sources(string folder, params string[] endings) =>
        [.. Files(folder, endings).Select(path => new SourceFile(path, Read(path)))];

    /// <summary>Everything that is or is about to be committed; without git, every file.</summary>
    public static IReadOnlyList<string> Committed()
    {
        var start = new ProcessStartInfo("git", ["-c", "core.quotepath=off", "ls-files", "--cached", "--others", "--exclude-standard"])
        {
            WorkingDirectory = Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            using var git = Process.Start(start) ?? throw new InvalidOperationException("git did not start.");
            var list = git.StandardOutput.ReadToEnd();
            git.WaitForExit();
            if (git.ExitCode == 0)
            {
                return [.. list.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(path => File.Exists(Path.Combine(Root, path)))];
            }
        }
        catch (System.ComponentModel.Win32Exception)
        {
        }

        return Files(".", ".cs", ".razor", ".json", ".md", ".yml", ".yaml", ".sh", ".sql", ".props", ".csproj");
    }

    private static string Find(string from)
    {
        for (var folder = new DirectoryInfo(from); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "IpNetwork.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"No solution above {from}.");
    }
}

/// <param name="Path">From the root of the repository, with forward slashes.</param>
internal sealed record SourceFile(string Path, string Text)
{
    public int Lines => Text.AsSpan().Count('\n');
}
