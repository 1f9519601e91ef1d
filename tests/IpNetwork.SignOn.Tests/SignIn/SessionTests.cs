using System.Net;
using IpNetwork.SignOn.Tests.Hosting;
using Xunit;

namespace IpNetwork.SignOn.Tests.SignIn;

public sealed class SessionTests(MigratedDatabase database) : HostedTests(database)
{
    private static readonly TimeSpan ASecond = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task A_session_left_alone_for_half_an_hour_is_over()
    {
        using var browser = await Host.OpenSignedInAsync(await Host.CreateAccountAsync("idle"));
        Assert.True(await browser.IsSignedInAsync());

        Host.Clock.Advance(TimeSpan.FromMinutes(29));
        var before = await browser.IsSignedInAsync();
        Host.Clock.Advance(TimeSpan.FromMinutes(31));
        var after = await browser.IsSignedInAsync();

        Assert.True(before);
        Assert.False(after);
        Assert.Equal(SessionEnd.Idle, Assert.Single(Host.Events.Of<SessionEnded>()).Reason);
    }

    [Fact]
    public async Task A_session_in_use_is_over_after_twelve_hours()
    {
        using var browser = await Host.OpenSignedInAsync(await Host.CreateAccountAsync("busy"));

        for (var minutes = 0; minutes < 700; minutes += 20)
        {
            Assert.True(await browser.IsSignedInAsync(), $"over after {minutes} minutes");
            Host.Clock.Advance(TimeSpan.FromMinutes(20));
        }

        Host.Clock.Advance(TimeSpan.FromMinutes(20));
        Assert.False(await browser.IsSignedInAsync());
        Assert.Equal(SessionEnd.Expired, Assert.Single(Host.Events.Of<SessionEnded>()).Reason);
    }

    [Fact]
    public async Task A_session_that_was_over_does_not_come_back()
    {
        using var browser = await Host.OpenSignedInAsync(await Host.CreateAccountAsync("gone"));
        Host.Clock.Advance(TimeSpan.FromMinutes(31));
        await browser.IsSignedInAsync();

        Host.Clock.Advance(TimeSpan.FromMinutes(-31));

        Assert.False(await browser.IsSignedInAsync());
    }

    [Fact]
    public async Task A_disabled_account_is_out_within_a_second_on_every_process()
    {
        await using var other = await SignOnHost.StartAsync(Database);
        var id = await Host.CreateAccountAsync("disabled");
        using var here = await Host.OpenSignedInAsync(id);
        using var there = other.OpenBrowser();
        there.SetCookie("ipnet", here.Cookie("ipnet") ?? "");
        Assert.True(await there.IsSignedInAsync());
        Assert.True(await here.IsSignedInAsync());

        await Host.UseAsync((Accounts accounts) => accounts.DisableAsync(id, CancellationToken.None));

        Assert.False(await here.IsSignedInAsync());
        await Task.Delay(ASecond);
        Assert.False(await there.IsSignedInAsync());
        Assert.Equal(SessionEnd.AccountDisabled, Assert.Single(Host.Events.Of<SessionEnded>()).Reason);
    }

    [Fact]
    public async Task A_busy_session_is_asked_about_again_although_it_never_rests()
    {
        await using var other = await SignOnHost.StartAsync(Database);
        var id = await Host.CreateAccountAsync("restless");
        using var browser = await other.OpenSignedInAsync(id);
        var stop = DateTime.UtcNow.AddSeconds(3);
        Assert.True(await browser.IsSignedInAsync());

        await Host.UseAsync((Accounts accounts) => accounts.EndSessionsAsync(id, CancellationToken.None));
        var ended = DateTime.UtcNow;
        while (await browser.IsSignedInAsync() && DateTime.UtcNow < stop)
        {
            await Task.Delay(20);
        }

        Assert.InRange(DateTime.UtcNow - ended, TimeSpan.Zero, ASecond);
    }

    [Fact]
    public async Task An_account_enabled_again_signs_in_anew()
    {
        var id = await Host.CreateAccountAsync("back");
        using var old = await Host.OpenSignedInAsync(id);
        await Host.UseAsync((Accounts accounts) => accounts.DisableAsync(id, CancellationToken.None));

        await Host.UseAsync((Accounts accounts) => accounts.EnableAsync(id, CancellationToken.None));

        using var fresh = await Host.OpenSignedInAsync(id);
        Assert.False(await old.IsSignedInAsync());
        Assert.True(await fresh.IsSignedInAsync());
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!")]
    public async Task An_invented_cookie_opens_nothing(string cookie)
    {
        using var browser = Host.OpenBrowser();
        browser.SetCookie("ipnet", cookie);

        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.GetAsync("/who")).StatusCode);
    }

    [Fact]
    public async Task A_person_sees_their_sessions_and_ends_the_others()
    {
        var id = await Host.CreateAccountAsync("several");
        using var one = await Host.OpenSignedInAsync(id);
        using var two = await Host.OpenSignedInAsync(id);
        using var stranger = await Host.OpenSignedInAsync(await Host.CreateAccountAsync("stranger"));
        var page = await (await one.GetAsync("/account")).Content.ReadAsStringAsync();
        Assert.Equal(3, page.Split("<li>").Length);

        var answer = await one.PostAsync("/account/end-others", await one.TokenAsync("/account"));

        Assert.Equal("/account?done=others", answer.Headers.Location?.OriginalString);
        Assert.True(await one.IsSignedInAsync());
        Assert.False(await two.IsSignedInAsync());
        Assert.True(await stranger.IsSignedInAsync());
    }

    [Fact]
    public async Task Old_sessions_and_counts_are_swept_and_open_ones_stay()
    {
        var id = await Host.CreateAccountAsync("swept");
        await Host.OpenSignedInAsync(id);
        Host.Clock.Advance(TimeSpan.FromDays(31));
        using var browser = await Host.OpenSignedInAsync(id);

        await Host.Services.SweepAsync();

        Assert.True(await browser.IsSignedInAsync());
        Assert.Equal(1, await Database.CountAsync($"select count(*) from signon.sessions where account_id = '{id}'"));
    }
}
