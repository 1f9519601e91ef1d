using System.Collections.Concurrent;
using System.Globalization;

namespace IpNetwork.Testing.Postgres;

/// One server for every test process of this account; each test makes its own databases in it.
public static class TestPostgres
{
    private static readonly Lazy<Task<TestServer>> Server = new(() => TestServer.OpenAsync(CancellationToken.None));
    private static readonly ConcurrentDictionary<string, Lazy<Task<string>>> Templates = new();
    private static int _made;

    public static async Task<string> AdministrativeAsync() => (await Server.Value).Administrative;

    public static async Task<TestDatabase> CreateDatabaseAsync(string? template = null)
    {
        var server = await Server.Value;
        var name = $"{server.Run}_{Interlocked.Increment(ref _made).ToString(CultureInfo.InvariantCulture)}";
        await server.CreateAsync(name, template);
        return new TestDatabase(server, name);
    }

    /// A database prepared once for all test processes and copied from then on; the key names its content, such as the last migration.
    public static Task<string> TemplateAsync(string key, Func<string, Task> prepare) =>
        Templates.GetOrAdd(key, k => new Lazy<Task<string>>(async () => await (await Server.Value).TemplateAsync(k, prepare))).Value;
}
