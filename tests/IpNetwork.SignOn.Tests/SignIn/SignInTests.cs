using System.Net;
using IpNetwork.SignOn.Tests.Hosting;
using Npgsql;
using Xunit;

namespace IpNetwork.SignOn.Tests.SignIn;

public sealed class SignInTests(MigratedDatabase database) : HostedTests(database)
{
    private const string Password = "竹海里有一条小火车";
    private const string LongPassword = Password + "开往县城";

    [Fact]
    public async Task A_person_signs_in_and_goes_on_to_where_they_were_going()
    {
        var id = await Host.CreateAccountAsync("going", LongPassword);
        using var browser = Host.OpenBrowser();

        var wall = await browser.VisitAsync("/who?x=%E4%B8%93");
        var answer = await browser.SignInAsync("going", LongPassword, "/who?x=%E4%B8%93");
        var who = await browser.GetAsync("/who");

        Assert.Equal("/sign-in?returnUrl=%2Fwho%3Fx%3D%25E4%25B8%2593", wall.Headers.Location?.OriginalString);
        Assert.Equal("/who?x=%E4%B8%93", answer.Headers.Location?.OriginalString);
        var session = Assert.Single(Host.Events.Of<SignedIn>());
        Assert.Equal($"{id} 王小明 {session.SessionId}", await who.Content.ReadAsStringAsync());
        Assert.Equal(id, session.AccountId);
    }

    [Fact]
    public async Task A_user_name_is_found_whatever_its_case_and_whatever_form_its_letters_come_in()
    {
        await Host.CreateAccountAsync("René", LongPassword + "é");
        using var browser = Host.OpenBrowser();

        await browser.SignInAsync(" rENe\u0301", LongPassword + "e\u0301");

        Assert.True(await browser.IsSignedInAsync());
    }

    [Fact]
    public async Task Whoever_is_not_signed_on_is_told_by_status_when_they_read_no_pages()
    {
        using var browser = Host.OpenBrowser();

        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.GetAsync("/who")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.PostAsync("/act", token: null)).StatusCode);
    }

    [Fact]
    public async Task An_empty_field_is_named_and_the_user_name_stays()
    {
        using var browser = Host.OpenBrowser();

        var answer = await browser.SignInAsync("<b>\"lu", "");
        var page = await answer.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("id=\"password-error\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"username-error\"", page, StringComparison.Ordinal);
        Assert.Contains("value=\"&lt;b&gt;&quot;lu\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_password_is_never_shown_again()
    {
        using var browser = Host.OpenBrowser();

        var answer = await browser.SignInAsync("nobody", "not-to-be-seen-again");

        Assert.DoesNotContain("not-to-be-seen-again", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_needs_neither_script_nor_style_of_its_own()
    {
        using var browser = Host.OpenBrowser();

        var page = await (await browser.GetAsync("/sign-in")).Content.ReadAsStringAsync();

        Assert.StartsWith("<!DOCTYPE html>", page, StringComparison.Ordinal);
        Assert.Contains("<label class=\"form-label\" for=\"username\">登录名</label>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("style=", page, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("a\0b")]
    [InlineData("名\u202e字")]
    [InlineData("' or 1=1 --")]
    [InlineData(" ")]
    [InlineData("\ud83d\ude00")]
    public async Task A_hostile_user_name_is_only_a_wrong_one(string userName)
    {
        using var browser = Host.OpenBrowser();

        Assert.Equal(HttpStatusCode.BadRequest, (await browser.SignInAsync(userName, "\0\u0301")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.SignInAsync(userName + new string('长', 1000), new('x', 2000))).StatusCode);
    }

    [Theory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example/")]
    [InlineData("/\\elsewhere.example/")]
    [InlineData("/.//elsewhere.example/")]
    [InlineData("/\t/elsewhere.example")]
    [InlineData("\\\\elsewhere.example")]
    [InlineData("~/who")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/x\r\nSet-Cookie: a=b")]
    [InlineData("/sign-out")]
    public async Task Nobody_is_sent_to_another_site_after_signing_in(string returnUrl)
    {
        var id = await Host.CreateAccountAsync($"sent-{Guid.NewGuid():N}");
        using var browser = await Host.OpenSignedInAsync(id);

        var byLink = await browser.VisitAsync($"/sign-in?returnUrl={Uri.EscapeDataString(returnUrl)}");
        var byForm = await browser.PostAsync("/sign-out", await browser.TokenAsync("/account"), ("returnUrl", returnUrl));

        Assert.Equal("/account", byLink.Headers.Location?.OriginalString);
        Assert.Equal("/", byForm.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task A_page_with_Chinese_in_its_address_can_be_returned_to()
    {
        await Host.CreateAccountAsync("chinese", LongPassword);
        using var browser = Host.OpenBrowser();

        var answer = await browser.SignInAsync("chinese", LongPassword, "/services?q=专利");

        Assert.Equal("/services?q=%E4%B8%93%E5%88%A9", answer.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task Signing_in_makes_a_new_session_and_ends_the_one_before()
    {
        await Host.CreateAccountAsync("rotated", LongPassword);
        using var browser = Host.OpenBrowser();
        await browser.SignInAsync("rotated", LongPassword);
        var token = await browser.TokenAsync("/account");
        var first = browser.Cookie("ipnet") ?? "";

        await browser.PostAsync("/sign-in", token, ("username", "rotated"), ("password", LongPassword));

        Assert.NotEqual(first, browser.Cookie("ipnet"));
        Assert.True(await browser.IsSignedInAsync());
        using var thief = Host.OpenBrowser();
        thief.SetCookie("ipnet", first);
        Assert.False(await thief.IsSignedInAsync());
        Assert.Equal(SessionEnd.Replaced, Assert.Single(Host.Events.Of<SessionEnded>()).Reason);
    }

    [Fact]
    public async Task A_planted_cookie_is_not_taken_over()
    {
        await Host.CreateAccountAsync("planted", LongPassword);
        using var browser = Host.OpenBrowser();
        var planted = new string('A', 43);
        browser.SetCookie("ipnet", planted);

        await browser.SignInAsync("planted", LongPassword);

        Assert.NotEqual(planted, browser.Cookie("ipnet"));
        Assert.True(await browser.IsSignedInAsync());
    }

    [Fact]
    public async Task Signing_out_ends_the_session_for_whoever_still_has_its_cookie()
    {
        using var browser = await Host.OpenSignedInAsync(await Host.CreateAccountAsync("leaving"));
        var cookie = browser.Cookie("ipnet") ?? "";
        Assert.True(await browser.IsSignedInAsync());

        await browser.PostAsync("/sign-out", await browser.TokenAsync("/account"));

        Assert.Null(browser.Cookie("ipnet"));
        browser.SetCookie("ipnet", cookie);
        Assert.False(await browser.IsSignedInAsync());
        Assert.Equal(SessionEnd.SignedOut, Assert.Single(Host.Events.Of<SessionEnded>()).Reason);
    }

    [Fact]
    public async Task Following_a_link_signs_nobody_out()
    {
        using var browser = await Host.OpenSignedInAsync(await Host.CreateAccountAsync("staying"));

        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await browser.GetAsync("/sign-out")).StatusCode);
        Assert.True(await browser.IsSignedInAsync());
    }

    [Fact]
    public async Task Cookies_travel_by_https_only_and_out_of_reach_of_scripts()
    {
        await Host.CreateAccountAsync("flags", LongPassword);
        await using var strict = await SignOnHost.StartAsync(
            new SignOnOptions { ConnectionString = Database.AsSignOn, PasswordIterations = 1000, RequireHttps = true });
        await using var scope = strict.Services.OpenRequest();
        var context = scope.NewContext();

        await scope.SignInAsync(context, "flags", LongPassword);

        var cookies = context.Response.Headers.SetCookie.Select(c => c ?? "").ToList();
        Assert.Equal(["__Host-ipnet", "__Host-ipnet-device"], cookies.Select(c => c.Split('=')[0]).Order());
        Assert.All(cookies, c => Assert.Matches("path=/;.* secure; samesite=lax; httponly$", c));
        Assert.DoesNotContain("expires", cookies.Single(c => c.StartsWith("__Host-ipnet=", StringComparison.Ordinal)), StringComparison.OrdinalIgnoreCase);
        Assert.All(cookies, c => Assert.DoesNotContain("domain", c, StringComparison.OrdinalIgnoreCase));
        using var browser = strict.OpenBrowser();
        var csrf = Assert.Single((await browser.GetAsync("/sign-in")).Headers.GetValues("Set-Cookie"));
        Assert.Matches("^__Host-ipnet-csrf=.+; path=/; secure; samesite=lax; httponly$", csrf);
    }

    [Fact]
    public async Task The_database_holds_no_secret_that_would_open_a_session()
    {
        using var browser = await Host.OpenSignedInAsync(await Host.CreateAccountAsync("kept"));
        await using var connection = new NpgsqlConnection(Database.Administrative);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("select coalesce(string_agg(s::text || encode(s.secret_hash, 'base64'), ''), '') from signon.sessions s", connection);

        var all = (string?)await command.ExecuteScalarAsync() ?? "";

        var cookie = (browser.Cookie("ipnet") ?? "").Replace('-', '+').Replace('_', '/');
        Assert.NotEmpty(all);
        Assert.DoesNotContain(cookie, all, StringComparison.Ordinal);
        Assert.DoesNotContain(Convert.ToHexString(Convert.FromBase64String(cookie + "=")), all, StringComparison.OrdinalIgnoreCase);
    }
}
