using IpNetwork.App.Data;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Kernel;
using IpNetwork.Domain.Staff;
using IpNetwork.SignOn;

namespace IpNetwork.App.Staff;

/// <summary>Lets the first person in: <c>admit &lt;userName&gt; &lt;name&gt; &lt;node&gt; &lt;role&gt;</c>. Everybody after is appointed by somebody.</summary>
internal static class AdmitCommand
{
    private const string Variable = "IPNETWORK_PASSWORD";
    private const string Usage = $"用法：admit <用户名> <姓名> <平台网址名> <岗位>。新账号的密码放在环境变量 {Variable} 里，或者从标准输入给一行。";

    public static async Task<int> RunAsync(IServiceProvider services, IReadOnlyList<string> arguments, TextReader input, TextWriter output, CancellationToken ct)
    {
        if (arguments is not [var user, var name, var slug, var roleText])
        {
            await output.WriteLineAsync(Usage);
            return 2;
        }

        var nodes = await services.GetRequiredService<NodeDirectory>().CurrentAsync(ct);
        if (nodes.BySlug(slug) is not { } node)
        {
            await output.WriteLineAsync($"没有网址名为 {slug} 的平台。");
            return 1;
        }

        if (!Enum.TryParse<Role>(roleText, out var role) || !role.IsHeldAt(node.Kind))
        {
            await output.WriteLineAsync($"{slug} 没有岗位 {roleText}。可用：{string.Join("、", RoleScope.For(node.Kind))}。");
            return 1;
        }

        var refusals = await AccountAsync(services, user, name, input, ct);
        if (refusals.Count == 0)
        {
            var outcome = await services.GetRequiredService<NodeScopes>().RunAsync(NodeDirectory.Tenant(node), inNode => inNode.GetRequiredService<Appoint>()
                .HandleAsync(new() { UserName = user, Role = roleText }, Actor.Program("admit", node.Id), _ => Task.FromResult<Refusal?>(null), ct));
            refusals = [.. outcome.Refusals.Select(r => r.Message)];
        }

        foreach (var refusal in refusals)
        {
            await output.WriteLineAsync(refusal);
        }

        if (refusals.Count > 0)
        {
            return 1;
        }

        await output.WriteLineAsync($"{user} 已在 {slug} 任“{role.Chinese()}”，可以登录。");
        return 0;
    }

    private static async Task<IReadOnlyList<string>> AccountAsync(IServiceProvider services, string user, string name, TextReader input, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<Accounts>();
        if (await accounts.FindByUserNameAsync(user, ct) is not null)
        {
            return [];
        }

        var password = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given ? given : await input.ReadLineAsync(ct);
        var made = await accounts.CreateAsync(user, name, password ?? "", ct);
        return [.. made.Refusals.Select(r => r.Message)];
    }
}
