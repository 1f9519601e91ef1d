namespace IpNetwork.Journeys.Tests.Browsers;

/// <summary>The browser this machine has. Nothing is downloaded for it.</summary>
internal static class Chromium
{
    private const string Variable = "IPNETWORK_CHROMIUM";
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];

    public const string Missing = $"跳过浏览器测试：没有找到 Chromium。请安装 chromium，或用环境变量 {Variable} 指明程序。";

    public static string? Program { get; } = Find();

    // The resolver rule is the wall: what a page asks of another machine is seen and reported, and still goes nowhere.
    public static IReadOnlyList<string> Arguments { get; } =
    [
        "--no-sandbox",
        "--disable-dev-shm-usage",
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1 , EXCLUDE localhost",
    ];

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named)
        {
            return File.Exists(named) ? named : null;
        }

        return (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(folder => Names.Select(name => Path.Combine(folder, OperatingSystem.IsWindows() ? $"{name}.exe" : name)))
            .FirstOrDefault(File.Exists);
    }
}
