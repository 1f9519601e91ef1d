using System.Globalization;
using System.Text.RegularExpressions;
using IpNetwork.SignOn.Tests.Hosting;
using Xunit;

namespace IpNetwork.SignOn.Tests.SignIn;

[Collection(nameof(Alone))]
public sealed partial class EnumerationTests(MigratedDatabase database) : IClassFixture<MigratedDatabase>
{
    private const string Right = "井盐是从很深的地方打上来的";

    [Fact]
    public async Task Unknown_wrong_disabled_and_delayed_get_the_same_bytes()
    {
        await using var host = await SignOnHost.StartAsync(database);
        await host.CreateAccountAsync("present", Right);
        await host.CreateAccountAsync("delayed", Right);
        var disabled = await host.CreateAccountAsync("disable", Right);
        await host.CreateAccountAsync("without");
        await host.UseAsync((Accounts accounts) => accounts.DisableAsync(disabled, CancellationToken.None));
        for (var guess = 0; guess < 6; guess++)
        {
            await AnswerAsync(host, "delayed", "wrong");
        }

        var unknown = await AnswerAsync(host, "unknown", Right);

        Assert.Equal(unknown, await AnswerAsync(host, "present", "wrong"));
        Assert.Equal(unknown, await AnswerAsync(host, "without", Right));
        Assert.Equal(unknown, await AnswerAsync(host, "disable", Right));
        Assert.Equal(unknown, await AnswerAsync(host, "delayed", Right));
        Assert.Equal(
            [SignInFailure.UnknownUserName, SignInFailure.WrongPassword, SignInFailure.WrongPassword, SignInFailure.AccountDisabled, SignInFailure.AccountDelayed],
            host.Events.Of<SignInFailed>().TakeLast(5).Select(f => f.Reason));
    }

    [Fact]
    public async Task An_unknown_name_takes_as_much_work_as_a_wrong_password()
    {
        await using var host = await SignOnHost.StartAsync(new SignOnOptions { ConnectionString = database.AsSignOn });
        await host.CreateAccountAsync("timed", Right);
        List<double> unknown = [], wrong = [];

        for (var pair = 0; pair < 7; pair++)
        {
            unknown.Add(await WorkAsync(host, $"unknown{pair}"));
            wrong.Add(await WorkAsync(host, "timed"));
            host.Clock.Advance(TimeSpan.FromMinutes(16));
        }

        // Work and not time: the machine is shared. Without the decoy the ratio would be near zero.
        Assert.InRange(unknown.Order().ElementAt(3) / wrong.Order().ElementAt(3), 0.7, 1.4);
    }

    private static async Task<double> WorkAsync(SignOnHost host, string userName)
    {
        using var browser = host.OpenBrowser();
        var token = await browser.TokenAsync();
        var before = Environment.CpuUsage.TotalTime;
        await browser.PostAsync("/sign-in", token, ("username", userName), ("password", "wrong"));
        return (Environment.CpuUsage.TotalTime - before).TotalMilliseconds;
    }

    private static async Task<string> AnswerAsync(SignOnHost host, string userName, string password)
    {
        using var browser = host.OpenBrowser();
        using var answer = await browser.SignInAsync(userName, password);
        var headers = answer.Headers.Where(h => h.Key != "Date").Select(h => $"{h.Key}: {string.Join(", ", h.Value)}");
        var page = (await answer.Content.ReadAsStringAsync()).Replace(userName, "…", StringComparison.Ordinal);
        return string.Create(CultureInfo.InvariantCulture, $"{(int)answer.StatusCode}\n{string.Join('\n', headers)}\n{Token().Replace(page, "")}");
    }

    [GeneratedRegex("(?<=name=\"__csrf\" value=\")[^\"]+")]
    private static partial Regex Token();
}
