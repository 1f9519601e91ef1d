using IpNetwork.App;
using IpNetwork.App.Deployment;
using IpNetwork.SignOn;
using IpNetwork.Testing.Postgres;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Xunit;

namespace IpNetwork.Testing;

/// <summary>The whole program in this process: real HTTP on a free port, a database of its own, a clock that tests move.</summary>
public class NetworkHost : IAsyncLifetime
{
    private TestDatabase? database;
    private string? administrative;
    private WebApplication? app;
    private string folder = "";

    public TestClock Clock { get; } = new();

    public Uri Address => new(App.Urls.First());

    public IServiceProvider Services => App.Services;

    public string DataFolder => folder;

    /// <summary>As an administrator: for looking behind the walls and for mutations that no role of ours may do.</summary>
    public string AdministrativeConnection => administrative ?? throw new InvalidOperationException("Not started.");

    private WebApplication App => app ?? throw new InvalidOperationException("Not started.");

    /// <summary>Most tests call the verb a job would call; few need the jobs themselves.</summary>
    protected virtual bool RunsWorker => false;

    /// <summary>The database this host begins with: the bare schema, unless a host prepares more.</summary>
    protected virtual Task<string> TemplateAsync() => TestPostgres.TemplateAsync(Schema.Fingerprint(), PrepareAsync);

    /// <summary>Replaces the edges: mail, faults, a room that only tests have.</summary>
    protected virtual void Adjust(WebApplicationBuilder builder)
    {
    }

    /// <summary>Adds routes that only tests have; they pass the same pipeline as all others.</summary>
    protected virtual void Map(IEndpointRouteBuilder routes)
    {
    }

    /// <summary>A copy of the prepared database on the shared server, unless a test needs a server of its own to break.</summary>
    protected virtual async Task<string> DatabaseAsync()
    {
        database = await TestPostgres.CreateDatabaseAsync(await TemplateAsync());
        return database.ConnectionString;
    }

    public virtual async Task InitializeAsync()
    {
        administrative = await DatabaseAsync();
        folder = Directory.CreateTempSubdirectory("ipnet-test-").FullName;
        var settings = new Settings(DatabaseLogins.Administrative(administrative), folder, IsDevelopment: true) { RunsWorker = RunsWorker, Address = new(null as Uri) };
        app = Composition.Build(settings, builder =>
        {
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock));
            Adjust(builder);
        }, Map);
        await app.StartAsync();
    }

    public async Task DisposeAsync()
    {
        if (app is not null)
        {
            await app.StopAsync();
            await app.DisposeAsync();
        }

        if (database is not null)
        {
            await database.DisposeAsync();
        }

        if (folder.Length > 0)
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>A visitor without a session.</summary>
    public Visitor Visitor() => new(Address);

    /// <summary>A person with an account and a session of their own; no password is hashed.</summary>
    /// <param name="known">Of records that were there before the account.</param>
    public async Task<Visitor> SignedOnAsync(string name, Guid? known = null)
    {
        await using var scope = Services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<Accounts>();
        var user = $"t{Guid.CreateVersion7():n}";
        var person = known is { } id && await accounts.FindAsync(id, CancellationToken.None) is not null ? id
            : (await accounts.CreateAsync(known ?? Guid.CreateVersion7(), user, name, null, CancellationToken.None)).AccountId ?? throw new InvalidOperationException();
        var sessions = scope.ServiceProvider.GetRequiredService<Sessions>();
        var session = await sessions.StartAsync(person, "127.0.0.1", CancellationToken.None);
        return new(Address, person, $"{sessions.CookieName}={session.Cookie}");
    }

    protected static Task PrepareAsync(string connection) =>
        Migration.AllAsync(new(DatabaseLogins.Administrative(connection), Path.GetTempPath(), IsDevelopment: true), CancellationToken.None);
}
