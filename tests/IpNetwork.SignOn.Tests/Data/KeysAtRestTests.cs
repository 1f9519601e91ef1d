using System.Net;
using System.Security.Cryptography;
using IpNetwork.SignOn.Tests.Hosting;
using Xunit;

namespace IpNetwork.SignOn.Tests.Data;

/// <summary>Each test has a database of its own: what is asked is which keys lie in it.</summary>
public sealed class KeysAtRestTests
{
    private static readonly string First = NewSecret();
    private static readonly string Second = NewSecret();

    [Fact]
    public async Task With_a_secret_no_key_lies_in_the_open()
    {
        await using var database = await FreshAsync();
        await DrawAsync(database, First);

        Assert.Equal(1, await database.Made.CountAsync("select count(*) from signon.protection_keys"));
        Assert.Equal(0, await database.Made.CountAsync("select count(*) from signon.protection_keys where xml like '%masterKey%'"));
        Assert.Equal(1, await database.Made.CountAsync("select count(*) from signon.protection_keys where xml like '%ipnetEncrypted%'"));
    }

    [Fact]
    public async Task A_form_drawn_under_the_old_secret_is_taken_while_both_are_given()
    {
        await using var database = await FreshAsync();

        Assert.Equal(HttpStatusCode.Redirect, await DrawnAndSentAsync(database, First, $"{Second},{First}"));
        Assert.Equal(1, await database.Made.CountAsync("select count(*) from signon.protection_keys"));
    }

    [Fact]
    public async Task A_form_drawn_under_another_secret_is_not_taken()
    {
        await using var database = await FreshAsync();

        Assert.Equal(HttpStatusCode.BadRequest, await DrawnAndSentAsync(database, First, Second));
    }

    /// <summary>Whoever can write into the table must not be able to hand us a key of their own.</summary>
    [Fact]
    public async Task A_key_in_the_open_is_not_used_where_keys_are_encrypted()
    {
        await using var database = await FreshAsync();

        Assert.Equal(HttpStatusCode.BadRequest, await DrawnAndSentAsync(database, null, First));
        Assert.Equal(1, await database.Made.CountAsync("select count(*) from signon.protection_keys where xml like '%ipnetEncrypted%'"));
    }

    [Fact]
    public async Task A_command_that_draws_no_form_leaves_no_key()
    {
        await using var database = await FreshAsync();
        await using var host = await SignOnHost.StartAsync(Options(database.Made, null, makesKeys: false));
        await host.CreateAccountAsync("admitted");

        Assert.Equal(0, await database.Made.CountAsync("select count(*) from signon.protection_keys"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("not base 64")]
    [InlineData("c2hvcnQ=")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=,")]
    public void A_secret_that_is_none_is_refused(string text) => Assert.Null(ProtectionSecrets.Parse(text));

    private static async Task<HttpStatusCode> DrawnAndSentAsync(Fresh database, string? drawnUnder, string sentUnder)
    {
        var (id, session, csrf, token) = await DrawAsync(database, drawnUnder);
        await using var other = await SignOnHost.StartAsync(Options(database.Made, sentUnder));
        using var here = other.OpenBrowser();
        here.SetCookie("ipnet", session);
        here.SetCookie("ipnet-csrf", csrf);
        using var answer = await here.PostAsync("/sign-out", token);
        return answer.StatusCode;
    }

    private static async Task<(Guid Id, string Session, string Csrf, string Token)> DrawAsync(Fresh database, string? secret)
    {
        await using var host = await SignOnHost.StartAsync(Options(database.Made, secret));
        var id = await host.CreateAccountAsync("at-rest");
        using var there = await host.OpenSignedInAsync(id);
        var token = await there.TokenAsync("/account");
        return (id, there.Cookie("ipnet") ?? "", there.Cookie("ipnet-csrf") ?? "", token);
    }

    private static SignOnOptions Options(MigratedDatabase database, string? secrets, bool makesKeys = true) => new()
    {
        ConnectionString = database.AsSignOn,
        PasswordIterations = 1000,
        ProtectionSecrets = secrets is null ? ProtectionSecrets.None : ProtectionSecrets.Parse(secrets) ?? throw new ArgumentException(secrets),
        MakesKeys = makesKeys,
    };

    private static string NewSecret() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    private static async Task<Fresh> FreshAsync()
    {
        var database = new MigratedDatabase();
        await database.InitializeAsync();
        return new(database);
    }

    private sealed record Fresh(MigratedDatabase Made) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync() => await Made.DisposeAsync();
    }
}
