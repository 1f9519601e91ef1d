using IpNetwork.App.Tenancy;

namespace IpNetwork.App.Shell.Papers;

/// <summary>The browser that prints: <c>IPNETWORK_CHROMIUM</c> names it, <c>none</c> wants none; else it is looked for where programs are.</summary>
internal sealed record PdfSettings(string? Program)
{
    public const string Variable = "IPNETWORK_CHROMIUM";
    private const string Off = "none";

    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];

    public TimeSpan Limit { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How long a print waits for the one before it.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(30);

    public static PdfSettings FromEnvironment() => Environment.GetEnvironmentVariable(Variable) switch
    {
        null or "" => new(Names.SelectMany(name => Folders().Select(folder => Path.Combine(folder, name))).FirstOrDefault(File.Exists)),
        Off => new((string?)null),
        var named when File.Exists(named) => new(Path.GetFullPath(named)),
        var named => throw new SetupException($"不能启动：{Variable} 指的 {named} 不存在。请给 Chromium 程序的路径；不要时写 {Off}。"),
    };

    private static string[] Folders() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
}
