using IpNetwork.App.Data.Trail;
using IpNetwork.Domain.Kernel;
using IpNetwork.Domain.Staff;
using IpNetwork.Testing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace IpNetwork.App.Tests.Establishment.Deciding;

/// <summary>The end of the build year: reminders before it, decisions after it.</summary>
public sealed class BuildYearTests(DecidingHost host) : IClassFixture<DecidingHost>
{
    private const string Reminded = "establishment.reminded";

    [Fact]
    [Trait("Rule", "BLD-01")]
    public async Task A_builder_is_reminded_on_each_of_the_days_and_once()
    {
        using var town = await DecidingTown.MakeAsync(host);
        await town.PlannedAsync();

        await SweepAsync(new(2026, 12, 1, 0, 59, 0, TimeSpan.Zero));
        Assert.Empty(await RemindersAsync(town));
        await SweepAsync(new(2026, 12, 1, 1, 1, 0, TimeSpan.Zero));
        await SweepAsync(new(2026, 12, 1, 1, 5, 0, TimeSpan.Zero));
        Assert.Equal(["13800000001", "a@example.cn"], await RemindersAsync(town));
        await SweepAsync(new(2026, 12, 31, 2, 0, 0, TimeSpan.Zero));

        Assert.Equal(8, (await RemindersAsync(town)).Count);
    }

    [Fact]
    [Trait("Rule", "BLD-01")]
    public async Task Another_day_brings_other_reminders()
    {
        using var town = await DecidingTown.MakeAsync(host);
        var number = await town.PlannedAsync();

        Assert.Equal("EXTENSION_NEEDS_REASON", await town.ActAsync(town.Leader, number, "extension", new { newDueOn = "2027-03-31", reason = " " }));
        Assert.Equal("BAD_DATE", await town.ActAsync(town.Leader, number, "extension", new { newDueOn = "2026-12-31", reason = "返修" }));
        Assert.Equal("", await town.ActAsync(town.Leader, number, "extension", new { newDueOn = "2027-03-31", reason = "返修" }));
        await SweepAsync(new(2026, 12, 31, 2, 0, 0, TimeSpan.Zero));
        Assert.Empty(await RemindersAsync(town));
        await SweepAsync(new(2027, 3, 1, 2, 0, 0, TimeSpan.Zero));

        Assert.Equal(2, (await RemindersAsync(town)).Count);
    }

    [Fact]
    [Trait("Rule", "BLD-01")]
    public async Task What_has_been_built_is_not_reminded_of()
    {
        using var town = await DecidingTown.MakeAsync(host);
        await town.BuiltAsync();

        await SweepAsync(new(2026, 12, 31, 2, 0, 0, TimeSpan.Zero));

        Assert.Empty(await RemindersAsync(town));
        Assert.Equal(4, await town.HappenedAsync("establishment.reminder-dropped"));
    }

    [Fact]
    [Trait("Rule", "BLD-02")]
    public async Task A_decision_in_January_about_an_application_of_November_sets_a_new_day()
    {
        using var town = await DecidingTown.MakeAsync(host, new(2026, 11, 28, 2, 0, 0, TimeSpan.Zero));
        var number = await town.ProposedAsync();
        host.Clock.MoveTo(new(2027, 1, 15, 2, 0, 0, TimeSpan.Zero));
        using var leader = await town.Given.StaffAsync(town.Province, Role.Leader);
        using var record = await leader.GetAsync(town.Application(number));
        var seen = record.Headers.ETag!.ToString();

        var page = await leader.TextAsync($"/{town.Province.Slug}/workbench/applications/{number}/decision");
        Assert.Contains("newDueOn", page, StringComparison.Ordinal);
        Assert.Equal("DUE_DATE_PAST", await town.ActAsync(leader, number, "decision", new { }, seen));
        Assert.Equal("EXTENSION_NEEDS_REASON", await town.ActAsync(leader, number, "decision", new { newDueOn = "2027-06-30" }, seen));
        Assert.Equal("BAD_DATE", await town.ActAsync(leader, number, "decision", new { newDueOn = "2027-01-15", extensionReason = "跨年" }, seen));
        Assert.Equal("", await town.ActAsync(leader, number, "decision", new { newDueOn = "2027-06-30", extensionReason = "评估跨年" }, seen));

        var after = await leader.JsonAsync(town.Application(number));
        Assert.Equal(("2027-06-30", 2026), (after["buildDueOn"]!.GetValue<string>(), after["applicationYear"]!.GetValue<int>()));
        Assert.Single((await leader.JsonAsync($"{town.Province.Api}/build-plan?year=2027"))["items"]!.AsArray());
        Assert.Single((await leader.JsonAsync($"{town.Province.Api}/build-plan?year=2026"))["items"]!.AsArray());
    }

    [Fact]
    [Trait("Rule", "BLD-03")]
    public async Task A_corrected_application_keeps_the_year_of_its_first_submission()
    {
        using var town = await DecidingTown.MakeAsync(host, new(2026, 12, 30, 2, 0, 0, TimeSpan.Zero));
        var number = await town.SubmittedAsync();
        TownDone(await town.ActAsync(town.Assessor, number, "return", new { defects = new[] { new { part = "funds", text = "写明年度" } } }));
        host.Clock.MoveTo(new(2027, 1, 4, 2, 0, 0, TimeSpan.Zero));

        await town.ResubmitAsync(number, form => form with { Funds = form.Funds with { Source = "2027 年预算" } });

        using var assessor = await town.Given.StaffAsync(town.Province, Role.Assessor);
        Assert.Equal(2026, (await assessor.JsonAsync(town.Application(number)))["applicationYear"]!.GetValue<int>());
    }

    private static void TownDone(string code) => Assert.Equal("", code);

    private async Task SweepAsync(DateTimeOffset at)
    {
        host.Clock.MoveTo(at);
        await using var scope = host.Services.CreateAsyncScope();
        await ActivatorUtilities.CreateInstance<DueSweep>(scope.ServiceProvider).RunAsync(CancellationToken.None);
    }

    private static async Task<IReadOnlyList<string>> RemindersAsync(DecidingTown town) => [.. (await town.LettersAsync()).Where(letter => letter.Topic == Reminded).Select(letter => letter.To).Order()];
}
