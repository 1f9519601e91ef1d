using System.Globalization;
using System.Net;
using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace IpNetwork.SignOn.Tests.Hosting;

/// <summary>A small product that calls sign-on as the real one does.</summary>
internal sealed class SignOnHost : IAsyncDisposable
{
    public const string AddressHeader = "X-Test-Address";

    private static int browsers;

    private readonly WebApplication app;

    private SignOnHost(WebApplication app, SettableClock clock, HeardEvents events) => (this.app, Clock, Events) = (app, clock, events);

    public SettableClock Clock { get; }

    public HeardEvents Events { get; }

    public IServiceProvider Services => app.Services;

    public Uri Address => new(app.Urls.First());

    public static Task<SignOnHost> StartAsync(MigratedDatabase database) => StartAsync(Options(database));

    /// <summary>Cheap hashes: what they cost is a matter of its own tests.</summary>
    public static SignOnOptions Options(MigratedDatabase database) => new() { ConnectionString = database.AsSignOn, PasswordIterations = 1000 };

    public static async Task<SignOnHost> StartAsync(SignOnOptions options)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var (clock, events) = (new SettableClock(), new HeardEvents());
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.Services.AddSingleton<ISignOnEvents>(events);
        builder.Services.AddSignOn(options);

        var app = builder.Build();
        app.Use((context, next) =>
        {
            if (IPAddress.TryParse(context.Request.Headers[AddressHeader], out var address))
            {
                context.Connection.RemoteIpAddress = address;
            }

            context.Request.Scheme = options.RequireHttps ? "https" : "http";

            return next(context);
        });
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapSignOn();
        app.MapGet("/who", (ClaimsPrincipal user) => $"{user.FindFirst("sub")?.Value} {user.Identity?.Name} {user.FindFirst("sid")?.Value}").RequireAuthorization();
        app.MapPost("/act", async (HttpContext http) => await CsrfCheck.PassesAsync(http) ? Results.NoContent() : Results.BadRequest()).RequireAuthorization();
        await app.StartAsync();
        return new(app, clock, events);
    }

    /// <summary>A browser of its own, at an address of its own.</summary>
    public Browser OpenBrowser(string? from = null)
    {
        var n = Interlocked.Increment(ref browsers);
        return new(Address, from ?? string.Create(CultureInfo.InvariantCulture, $"10.{n >> 16}.{(n >> 8) & 255}.{n & 255}"));
    }

    public async Task<Guid> CreateAccountAsync(string userName, string? password = null)
    {
        var outcome = await UseAsync((Accounts accounts) => accounts.CreateAsync(userName, "王小明", password, CancellationToken.None));
        return outcome.AccountId ?? throw new InvalidOperationException(outcome.Refusals[0].Message);
    }

    public async Task<Browser> OpenSignedInAsync(Guid accountId)
    {
        var session = await UseAsync((Sessions sessions) => sessions.StartAsync(accountId, "10.0.0.1", CancellationToken.None));
        var browser = OpenBrowser();
        browser.SetCookie("ipnet", session.Cookie);
        return browser;
    }

    public async Task<TResult> UseAsync<T, TResult>(Func<T, Task<TResult>> use)
        where T : notnull
    {
        await using var scope = Services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<T>());
    }

    public Task UseAsync<T>(Func<T, Task> use)
        where T : notnull =>
        UseAsync<T, bool>(async service =>
        {
            await use(service);
            return true;
        });

    public async ValueTask DisposeAsync() => await app.DisposeAsync();
}
