using IpNetwork.App.Tenancy;
using IpNetwork.SignOn;

namespace IpNetwork.App.Deployment;

/// <summary>What one process of the deployment runs with.</summary>
internal sealed record Settings(DatabaseLogins Logins, string DataFolder, bool IsDevelopment)
{
    public const string ForProtection = "IPNETWORK_PROTECTION_SECRET";

    public bool RunsWeb { get; init; } = true;

    public bool RunsWorker { get; init; } = true;

    /// <summary>Cookies over https only; plain http is for loopback development alone.</summary>
    public bool RequiresHttps => !IsDevelopment;

    /// <summary>How people outside reach this deployment, from <c>IPNETWORK_ADDRESS</c>; letters carry links that begin with it.</summary>
    public DeploymentAddress Address { get; init; } = DeploymentAddress.FromEnvironment(IsDevelopment ? Composition.AddressesInDevelopment.First() : null);

    /// <summary>The networks of proxies that end TLS, from <c>IPNETWORK_TRUSTED_PROXIES</c> such as <c>10.0.0.0/8,127.0.0.1/32</c>.</summary>
    public IReadOnlyList<System.Net.IPNetwork> TrustedProxies { get; init; } =
        [.. (Environment.GetEnvironmentVariable("IPNETWORK_TRUSTED_PROXIES") ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Network)];

    private static System.Net.IPNetwork Network(string text) =>
        System.Net.IPNetwork.TryParse(text, out var network)
            ? network
            : throw new SetupException($"不能启动：IPNETWORK_TRUSTED_PROXIES 里的 {text} 不是网段。请写成 10.0.0.0/8 这样，多个之间用英文逗号隔开。");

    /// <summary>Encrypts the keys of cookies and forms at rest; in production web does not start without it.</summary>
    public ProtectionSecrets ProtectionSecrets { get; init; } = Environment.GetEnvironmentVariable(ForProtection) is { Length: > 0 } text
        ? ProtectionSecrets.Parse(text) ?? throw new SetupException($"不能启动：{ForProtection} 应是 32 字节的密钥，写成 base64；多把之间用英文逗号隔开，新的在前。可用 openssl rand -base64 32 生成一把。")
        : ProtectionSecrets.None;


    public static bool IsDevelopmentEnvironment => Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT") == "Development";

    public static string DataFolderFromEnvironment =>
        Environment.GetEnvironmentVariable("IPNETWORK_DATA") is { Length: > 0 } folder ? Path.GetFullPath(folder) : Path.GetFullPath(".data");

    /// <summary>A server of one's own. Development may use one administrative login; production names one per role that this process needs.</summary>
    public static Settings FromEnvironment(IEnumerable<string> needed)
    {
        if (IsDevelopmentEnvironment && Environment.GetEnvironmentVariable("IPNETWORK_DB") is { Length: > 0 } administrative)
        {
            return new(DatabaseLogins.Administrative(administrative), DataFolderFromEnvironment, IsDevelopment: true);
        }

        var missing = needed.Distinct().Where(name => string.IsNullOrEmpty(Environment.GetEnvironmentVariable(name))).ToList();
        return missing.Count == 0
            ? new(DatabaseLogins.PerRole(name => Environment.GetEnvironmentVariable(name) ?? ""), DataFolderFromEnvironment, IsDevelopmentEnvironment)
            : throw new SetupException($"不能启动：缺少环境变量 {string.Join("、", missing)}。每个数据库角色各要一个连接串，网页程序另要一把保护密钥（见 docs/operations.md）。");
    }
}
