using System.Net;
using IpNetwork.SignOn.Tests.Hosting;
using Xunit;

namespace IpNetwork.SignOn.Tests.SignIn;

public sealed class ChangePasswordTests(MigratedDatabase database) : HostedTests(database)
{
    private const string Old = "茶馆里的盖碗茶凉得很慢";
    private const string Before = Old + "很慢";
    private const string After = "river-stones-under-the-old-bridge";

    [Fact]
    public async Task A_new_password_ends_the_other_sessions_and_renews_this_one()
    {
        var id = await Host.CreateAccountAsync("changing", Before);
        using var browser = await Host.OpenSignedInAsync(id);
        using var other = await Host.OpenSignedInAsync(id);
        var cookie = browser.Cookie("ipnet");

        var answer = await ChangeAsync(browser, Before, After, After);

        Assert.Equal("/account?done=password", answer.Headers.Location?.OriginalString);
        Assert.NotEqual(cookie, browser.Cookie("ipnet"));
        Assert.True(await browser.IsSignedInAsync());
        Assert.False(await other.IsSignedInAsync());
        using var fresh = Host.OpenBrowser();
        await fresh.SignInAsync("changing", Before);
        Assert.False(await fresh.IsSignedInAsync());
        await fresh.SignInAsync("changing", After);
        Assert.True(await fresh.IsSignedInAsync());
        Assert.Equal(id, Assert.Single(Host.Events.Of<PasswordChanged>()).AccountId);
    }

    [Theory]
    [InlineData("wrong", After, After, "current-error")]
    [InlineData(Before, "短", "短", "new-error")]
    [InlineData(Before, After, "something else", "repeat-error")]
    public async Task What_is_wrong_stands_beside_its_field(string current, string wanted, string repeated, string error)
    {
        using var browser = await Host.OpenSignedInAsync(await Host.CreateAccountAsync($"mistaken-{error}", Before));

        var answer = await ChangeAsync(browser, current, wanted, repeated);
        var page = await answer.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal([error], new[] { "current-error", "new-error", "repeat-error" }.Where(e => page.Contains($"id=\"{e}\"", StringComparison.Ordinal)));
        Assert.Empty(Host.Events.Of<PasswordChanged>());
    }

    [Fact]
    public async Task A_borrowed_session_cannot_try_passwords_without_end()
    {
        using var browser = await Host.OpenSignedInAsync(await Host.CreateAccountAsync("borrowed", Before));
        for (var guess = 0; guess < 5; guess++)
        {
            await ChangeAsync(browser, $"guess {guess}", After, After);
        }

        Assert.Equal(HttpStatusCode.BadRequest, (await ChangeAsync(browser, Before, After, After)).StatusCode);
    }

    private static async Task<HttpResponseMessage> ChangeAsync(Browser browser, string current, string wanted, string repeated) =>
        await browser.PostAsync("/account/password", await browser.TokenAsync("/account"), ("current", current), ("new", wanted), ("repeat", repeated));
}
