using IpNetwork.Domain.Nodes;

namespace IpNetwork.App.Tenancy;

/// <summary>Where every node can be reached by its path, whichever host name a visitor came by; null where the deployment has not named it.</summary>
internal sealed record DeploymentAddress(Uri? Root)
{
    public const string Variable = "IPNETWORK_ADDRESS";

    public static DeploymentAddress FromEnvironment(string? usual) =>
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } text ? Parse(text)
        : new(Uri.TryCreate(usual, UriKind.Absolute, out var root) ? root : null);

    public static DeploymentAddress Parse(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var root) && root.Scheme is "http" or "https" && root is { PathAndQuery: "/", Fragment: "", UserInfo: "" } ? new(root)
        : throw new SetupException($"不能启动：{Variable} 应写成 https://ip.example.gov.cn 这样，不带路径，收到的是 {text}。");

    /// <summary>The path as it stands where the address was not told.</summary>
    public string To(string path) => Root is null ? path : $"{Root.GetLeftPart(UriPartial.Authority)}{path}";

    /// <summary>For letters, which no request is there to tell it.</summary>
    public string Of(Node node, string path) => Root is not null && node.HostName is { } host ? $"{Root.Scheme}://{host}{path}" : To($"/{node.Slug}{path}");
}
