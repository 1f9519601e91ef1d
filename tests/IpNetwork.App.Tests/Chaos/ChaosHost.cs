using System.Diagnostics;
using System.Net.Http.Json;
using System.Runtime.Versioning;
using System.Text.Json.Nodes;
using IpNetwork.App.Tests.LocalPostgres;
using IpNetwork.Domain.Staff;
using IpNetwork.LocalPostgres;
using IpNetwork.SignOn;
using IpNetwork.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace IpNetwork.App.Tests.Chaos;

/// <summary>A durable server of its own that can be killed, a node in it, and somebody signed on who works there.</summary>
[UnsupportedOSPlatform("windows")]
internal sealed class ChaosHost : NetworkHost, IDisposable
{
    private readonly PostgresFolder home = new();
    private PrivatePostgres? postgres;

    public TestNode Node { get; private set; } = null!;

    public string Cookie { get; private set; } = "";

    public string Csrf { get; private set; } = "";

    public string ProgramData => Path.Combine(home.Path, "program-data");

    public string Mailbox => Path.Combine(ProgramData, "outbox", "mail");

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        var given = new Given(this);
        Node = await given.CityAsync(await given.ProvinceAsync());
        await using var scope = Services.CreateAsyncScope();
        var person = (await scope.ServiceProvider.GetRequiredService<Accounts>().CreateAsync("chaos", "王五", null, CancellationToken.None)).AccountId
            ?? throw new InvalidOperationException();
        var sessions = scope.ServiceProvider.GetRequiredService<Sessions>();
        Cookie = $"{sessions.CookieName}={(await sessions.StartAsync(person, "127.0.0.1", CancellationToken.None)).Cookie}";
        using var visitor = new Visitor(Address, person, Cookie);
        await given.JoinAsync(visitor, Node, Role.CatalogEditor);
        using var http = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = Address };
        http.DefaultRequestHeaders.Add("Cookie", Cookie);
        using var answer = await http.GetAsync(new Uri("/api/v1/session", UriKind.Relative));
        Csrf = (await answer.Content.ReadFromJsonAsync<JsonNode>())?["csrfToken"]?.GetValue<string>() ?? "";
        if (answer.Headers.TryGetValues("Set-Cookie", out var more))
        {
            Cookie = string.Join("; ", more.Select(c => c.Split(';')[0]).Prepend(Cookie));
        }
    }

    /// <summary>How many messages the workers have delivered so far.</summary>
    public int Delivered() => Directory.Exists(Mailbox) ? Directory.GetFiles(Mailbox).Length : 0;

    /// <summary>SIGKILL, and back again.</summary>
    public async Task<TimeSpan> KillPostgresAsync()
    {
        var down = Stopwatch.StartNew();
        var killed = postgres ?? throw new InvalidOperationException("Not started.");
        PostgresFolder.Kill(killed.ProcessId);
        postgres = await PrivatePostgres.StartAsync(Options, CancellationToken.None);
        await killed.DisposeAsync();
        return down.Elapsed;
    }

    public async Task EndAsync()
    {
        await DisposeAsync();
        await (postgres?.DisposeAsync() ?? default);
    }

    public void Dispose() => home.Dispose();

    protected override async Task<string> DatabaseAsync()
    {
        postgres = await PrivatePostgres.StartAsync(Options, CancellationToken.None);
        await PrepareAsync(postgres.ConnectionString());
        return postgres.ConnectionString();
    }

    private PrivatePostgresOptions Options => home.Options with { Durable = true };
}
