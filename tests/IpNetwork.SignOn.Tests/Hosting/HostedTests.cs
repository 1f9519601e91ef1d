using Xunit;

namespace IpNetwork.SignOn.Tests.Hosting;

/// <summary>A class's tests share the database; each has its own process and clock.</summary>
public abstract class HostedTests(MigratedDatabase database) : IClassFixture<MigratedDatabase>, IAsyncLifetime
{
    private SignOnHost? running;

    internal SignOnHost Host => running ?? throw new InvalidOperationException("The host has not been started.");

    protected MigratedDatabase Database => database;

    public async Task InitializeAsync() => running = await SignOnHost.StartAsync(database);

    public async Task DisposeAsync() => await Host.DisposeAsync();
}
