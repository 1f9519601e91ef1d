using IpNetwork.App.Tests.Shell;
using Xunit;

namespace IpNetwork.App.Tests.Establishment.Deciding;

/// <summary>The province's queue and its build plan, on the page and as spreadsheets.</summary>
public sealed class QueueTests(DecidingHost host) : IClassFixture<DecidingHost>
{
    [Fact]
    [Trait("Rule", "ASM-01")]
    public async Task The_queue_stands_by_due_day_and_says_what_comes_next()
    {
        using var town = await DecidingTown.MakeAsync(host);
        var inspected = await town.InspectedAsync();
        var proposed = await town.ProposedAsync();
        var submitted = await town.SubmittedAsync();

        var items = (await town.Assessor.JsonAsync($"{town.Province.Api}/applications"))["items"]!.AsArray();
        var rows = await ExportTests.RowsAsync(town.Assessor, $"/{town.Province.Slug}/workbench/applications/export");

        Assert.Equal(submitted, items[0]!["number"]!.GetValue<string>());
        Assert.Equal(["形式审查", "作出决定", "确认验收"], new[] { submitted, proposed, inspected }.Select(number => rows.Single(row => row[0] == number)[^1]));
        Assert.Single(await ExportTests.RowsAsync(town.Assessor, $"/{town.Province.Slug}/workbench/applications/export?stage=returned"));
    }

    [Fact]
    [Trait("Rule", "BLD-01")]
    public async Task The_build_plan_of_a_year_is_taken_along_with_its_changes()
    {
        using var town = await DecidingTown.MakeAsync(host);
        var number = await town.PlannedAsync();
        await town.ActAsync(town.Leader, number, "extension", new { newDueOn = "2027-03-31", reason = "汛期返修" });

        var rows = await ExportTests.RowsAsync(town.Leader, $"/{town.Province.Slug}/workbench/build-plan/export?year=2026");

        var row = rows.Single(line => line[0] == number);
        Assert.Contains("2027-03-31", row);
        Assert.Contains("2026-12-31 改为 2027-03-31：汛期返修", row);
    }

    [Fact]
    [Trait("Rule", "APP-11")]
    public async Task A_city_finds_what_waits_for_its_opinion_among_its_tasks()
    {
        using var town = await DecidingTown.MakeAsync(host);
        var number = await town.SubmittedAsync();

        var before = await town.Manager.TextAsync($"/{town.City.Slug}/workbench");
        await town.OpineAsync(number);
        var after = await town.Manager.TextAsync($"/{town.City.Slug}/workbench");

        Assert.Contains($"/workbench/opinions/{number}", before, StringComparison.Ordinal);
        Assert.DoesNotContain($"/workbench/opinions/{number}", after, StringComparison.Ordinal);
    }
}
