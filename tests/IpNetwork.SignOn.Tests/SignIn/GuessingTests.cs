using System.Net;
using IpNetwork.SignOn.Tests.Hosting;
using Xunit;

namespace IpNetwork.SignOn.Tests.SignIn;

public sealed class GuessingTests(MigratedDatabase database) : HostedTests(database)
{
    private const string Password = "腊肉要配新炒的青蒜苗";
    private const string Right = Password + "才香";

    [Fact]
    public async Task After_five_wrong_guesses_even_the_right_one_has_to_wait()
    {
        await Host.CreateAccountAsync("guessed", Right);
        await GuessAsync("guessed", 5);
        using var owner = Host.OpenBrowser();

        await owner.SignInAsync("guessed", Right);
        var atOnce = await owner.IsSignedInAsync();
        Host.Clock.Advance(TimeSpan.FromSeconds(6));
        await owner.SignInAsync("guessed", Right);

        Assert.False(atOnce);
        Assert.True(await owner.IsSignedInAsync());
    }

    [Fact]
    public async Task Four_wrong_guesses_cost_nothing()
    {
        await Host.CreateAccountAsync("clumsy", Right);
        await GuessAsync("clumsy", 4);
        using var owner = Host.OpenBrowser();

        await owner.SignInAsync("clumsy", Right);

        Assert.True(await owner.IsSignedInAsync());
    }

    [Fact]
    public async Task The_wait_grows_and_never_passes_a_minute()
    {
        await Host.CreateAccountAsync("besieged", Right);
        await GuessAsync("besieged", 5);
        for (var guess = 0; guess < 30; guess++)
        {
            Host.Clock.Advance(TimeSpan.FromSeconds(46));
            await GuessAsync("besieged", 1);
        }

        using var owner = Host.OpenBrowser();
        Host.Clock.Advance(TimeSpan.FromSeconds(20));
        await owner.SignInAsync("besieged", Right);
        var early = await owner.IsSignedInAsync();
        Host.Clock.Advance(TimeSpan.FromSeconds(40));
        await owner.SignInAsync("besieged", Right);

        Assert.False(early);
        Assert.True(await owner.IsSignedInAsync());
    }

    [Fact]
    public async Task A_browser_that_was_in_before_does_not_wait_for_a_strangers_guesses()
    {
        await Host.CreateAccountAsync("known", Right);
        using var owner = Host.OpenBrowser();
        await owner.SignInAsync("known", Right);
        await owner.PostAsync("/sign-out", await owner.TokenAsync("/account"));
        await GuessAsync("known", 8);

        await owner.SignInAsync("known", Right);

        Assert.True(await owner.IsSignedInAsync());
    }

    [Fact]
    public async Task A_known_browser_guesses_no_more_often_than_others()
    {
        await Host.CreateAccountAsync("insider", Right);
        using var browser = Host.OpenBrowser();
        await browser.SignInAsync("insider", Right);
        await browser.PostAsync("/sign-out", await browser.TokenAsync("/account"));
        for (var guess = 0; guess < 5; guess++)
        {
            await browser.SignInAsync("insider", "wrong");
        }

        await browser.SignInAsync("insider", Right);

        Assert.False(await browser.IsSignedInAsync());
    }

    [Fact]
    public async Task A_browser_known_for_one_name_has_no_guesses_of_its_own_at_another()
    {
        await Host.CreateAccountAsync("neighbour", Right);
        await Host.CreateAccountAsync("target", Right);
        using var browser = Host.OpenBrowser();
        await browser.SignInAsync("neighbour", Right);
        await browser.PostAsync("/sign-out", await browser.TokenAsync("/account"));
        await GuessAsync("target", 5);

        await browser.SignInAsync("target", Right);

        Assert.False(await browser.IsSignedInAsync());
    }

    [Fact]
    public async Task Guesses_made_at_once_are_counted_before_they_are_looked_at()
    {
        await Host.CreateAccountAsync("rushed", Right);

        await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => GuessAsync("rushed", 1)));

        var reasons = Host.Events.Of<SignInFailed>().CountBy(f => f.Reason).ToDictionary();
        Assert.InRange(reasons[SignInFailure.WrongPassword], 1, 5);
        Assert.Equal(40, reasons.Values.Sum());
    }

    [Fact]
    public async Task An_address_that_tries_many_names_is_told_to_wait_and_others_are_not()
    {
        await Host.CreateAccountAsync("bystander", Right);
        using var sprayer = Host.OpenBrowser("2001:db8:1:2::1");
        var token = await sprayer.TokenAsync();
        HttpResponseMessage answer;
        var guesses = 0;
        do
        {
            answer = await sprayer.PostAsync("/sign-in", token, ("username", $"name{guesses++}"), ("password", "wrong"));
        }
        while (answer.StatusCode == HttpStatusCode.BadRequest && guesses < 100);

        using var neighbour = Host.OpenBrowser("2001:db8:1:2::99");
        using var bystander = Host.OpenBrowser("2001:db8:1:3::1");
        await bystander.SignInAsync("bystander", Right);

        Assert.Equal(31, guesses);
        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.InRange(answer.Headers.RetryAfter?.Delta ?? TimeSpan.Zero, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1));
        Assert.Equal(HttpStatusCode.TooManyRequests, (await neighbour.SignInAsync("bystander", Right)).StatusCode);
        Assert.True(await bystander.IsSignedInAsync());
        Host.Clock.Advance(TimeSpan.FromMinutes(1));
        await neighbour.SignInAsync("bystander", Right);
        Assert.True(await neighbour.IsSignedInAsync());
    }

    [Fact]
    public async Task People_who_sign_in_rightly_do_not_use_up_their_offices_address()
    {
        await Host.CreateAccountAsync("office", Right);

        for (var person = 0; person < 40; person++)
        {
            using var browser = Host.OpenBrowser("10.99.0.1");
            Assert.Equal(HttpStatusCode.Redirect, (await browser.SignInAsync("office", Right)).StatusCode);
        }
    }

    [Fact]
    public async Task What_was_typed_as_a_user_name_is_kept_nowhere()
    {
        await GuessAsync("a-password-typed-into-the-wrong-field", 1);

        var kept = await Database.CountAsync("select count(*) from signon.throttles t where t::text ilike '%typed%'");

        Assert.Equal(0, kept);
    }

    private async Task GuessAsync(string userName, int times)
    {
        for (var guess = 0; guess < times; guess++)
        {
            using var browser = Host.OpenBrowser();
            await browser.SignInAsync(userName, $"wrong {guess}");
        }
    }
}
