namespace IpNetwork.App.Tenancy;

/// <summary>Runs work in a node other than the request's: jobs, and a parent that acts on its child.</summary>
internal sealed class NodeScopes(IServiceScopeFactory scopes)
{
    public async Task<T> RunAsync<T>(TenantNode node, Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentNode>().Set(node);
        return await work(scope.ServiceProvider);
    }

    /// <summary>For an act of a request that is carried out at another node: what it creates is kept there under the request's key.</summary>
    public Task<T> CarryAsync<T>(TenantNode node, RequestKey key, Func<IServiceProvider, Task<T>> work) => RunAsync(node, async services =>
    {
        var there = services.GetRequiredService<RequestKey>();
        if (key.Key is { } sent)
        {
            there.Set(sent, key.Route, key.Fingerprint);
        }

        var result = await work(services);
        key.IsReplay = there.IsReplay;
        return result;
    });

    public Task RunAsync(TenantNode node, Func<IServiceProvider, Task> work) =>
        RunAsync(node, async services =>
        {
            await work(services);
            return true;
        });
}
