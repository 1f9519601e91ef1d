using IpNetwork.App;
using IpNetwork.App.Data;
using IpNetwork.App.Deployment;
using IpNetwork.App.Outbox;
using IpNetwork.App.Tenancy;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace IpNetwork.Testing.Chaos;

/// <summary>
/// The program in a process of its own for tests to kill: the whole composition, a room that only tests have, and, where it is
/// asked for, a unit of work that never hears of the caller's key.
/// </summary>
internal static class BreakableProgram
{
    public const string Name = "program";
    public const string Web = "web";
    public const string Worker = "worker";
    public const string Forgetful = "forgetful";

    public static async Task<int> RunAsync(string[] args)
    {
        var logins = DatabaseLogins.Administrative(Environment.GetEnvironmentVariable("IPNETWORK_DB") ?? "");
        var settings = new Settings(logins, Settings.DataFolderFromEnvironment, IsDevelopment: true) { RunsWeb = args.Contains(Web), RunsWorker = args.Contains(Worker) };
        await using var app = Composition.Build(settings, builder =>
        {
            builder.Logging.SetMinimumLevel(LogLevel.Critical);
            builder.Services.Replace(ServiceDescriptor.Singleton(new OutboxSettings { Lease = TimeSpan.FromSeconds(5) }));
            if (args.Contains(Forgetful))
            {
                builder.Services.Replace(ServiceDescriptor.Scoped(WithoutKeys));
            }
        }, Notes.Map);
        await app.RunAsync();
        return 0;
    }

    private static UnitOfWork WithoutKeys(IServiceProvider services) => new(
        services.GetRequiredService<NetworkDb>(), services.GetRequiredService<CurrentNode>(), new RequestKey(),
        services.GetRequiredService<ChangeSignal>(), services.GetRequiredService<TimeProvider>());
}
