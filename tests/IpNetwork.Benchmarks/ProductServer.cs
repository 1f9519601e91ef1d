using IpNetwork.App;
using IpNetwork.App.Data;
using IpNetwork.App.Deployment;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace IpNetwork.Benchmarks;

/// <summary>The product as it is; or, to see what its memory is worth, told before every request that everything changed.</summary>
internal static class ProductServer
{
    public static async Task<int> RunAsync(string connection, string port, bool keepNothing)
    {
        var settings = new Settings(DatabaseLogins.Administrative(connection), Path.GetTempPath(), IsDevelopment: true) { RunsWorker = false };
        await using var app = Composition.Build(settings, builder =>
        {
            builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
            builder.Logging.SetMinimumLevel(LogLevel.Error);
            if (keepNothing)
            {
                builder.Services.AddSingleton<IStartupFilter, ForgetFirst>();
            }
        });
        await app.RunAsync();
        return 0;
    }

    private sealed class ForgetFirst(ChangeSignal signal) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, following) =>
            {
                signal.Raise("*");
                return following(context);
            });
            next(app);
        };
    }
}
