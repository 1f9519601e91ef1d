using System.Net;
using IpNetwork.Domain.Kernel;
using IpNetwork.Domain.Staff;
using IpNetwork.Testing;
using Xunit;

namespace IpNetwork.App.Tests.Establishment.Deciding;

/// <summary>The whole road of an application through the officers' hands, over HTTP.</summary>
public sealed class RoadTests(DecidingHost host) : IClassFixture<DecidingHost>
{
    [Fact]
    [Trait("Rule", "NET-03")]
    [Trait("Rule", "APP-11")]
    [Trait("Rule", "APP-12")]
    [Trait("Rule", "ASM-01")]
    [Trait("Rule", "ASM-02")]
    [Trait("Rule", "BLD-01")]
    [Trait("Rule", "ACC-01")]
    public async Task An_application_goes_the_whole_road_and_everybody_hears_of_each_step()
    {
        using var town = await DecidingTown.MakeAsync(host);
        var number = await town.SubmittedAsync();

        await StepAsync("opinion-given", ["13800000001", "a@example.cn", $"post:{town.Province.Slug}/Assessor"], () => town.OpineAsync(number));
        await StepAsync("returned", ["13800000001", "a@example.cn", $"post:{town.City.Slug}/Manager"],
            () => town.ActAsync(town.Assessor, number, "return", new { defects = new[] { new { part = "premises", text = "面积和平面图不一致" } } }));
        await town.ResubmitAsync(number, form => form with { Premises = form.Premises with { Area = 236 } });
        await StepAsync("assessment-begun", ["13800000001", "a@example.cn", $"post:{town.City.Slug}/Manager"], () => town.ActAsync(town.Assessor, number, "assessment", new { }));
        await StepAsync("assessment-recorded", [], () => town.ActAsync(town.Assessor, number, "assessments", DecidingTown.Visit(town.Today)));
        await StepAsync("decision-proposed", [$"post:{town.Province.Slug}/Leader"], () => town.ActAsync(town.Assessor, number, "proposal", DecidingTown.Inclusion()));
        await StepAsync("included", ["13800000001", "a@example.cn", $"post:{town.City.Slug}/Manager"], () => town.ActAsync(town.Leader, number, "decision", new { }));
        var plan = await town.Leader.JsonAsync($"{town.Province.Api}/build-plan?year=2026");
        Assert.Equal((number, "2026-12-31"), (plan["items"]![0]!["number"]!.GetValue<string>(), plan["items"]![0]!["buildDueOn"]!.GetValue<string>()));
        await town.BuilderAsync(number, (application, _, now) => application.ReportProgress(ChinaTime.DayOf(now), 100, "建成", [], application.PersonId, now));
        await town.BuilderAsync(number, (application, rules, now) => application.RequestAcceptance("全部建成", rules, now));
        await StepAsync("inspected", [$"post:{town.Province.Slug}/Leader"], () => town.ActAsync(town.Assessor, number, "inspection", DecidingTown.Qualifying(town.Today)));
        await StepAsync("accepted", ["13800000001", "a@example.cn", $"post:{town.City.Slug}/Manager"], () => town.ActAsync(town.Leader, number, "confirmation", new { slug = $"n-{number.ToLowerInvariant()}" }));

        Assert.Equal("Accepted", await town.StatusAsync(number));
        var page = await town.Assessor.TextAsync($"/{town.Province.Slug}/workbench/applications/{number}");
        Assert.All(["属地意见：推荐", "退回补正，1 处", "开始评估", "现场考察", "建议纳入建设计划", "纳入建设计划，2026-12-31 前建成", "登记进度：100%", "申请验收", "验收结论：合格", "认定合格"], step => Assert.Contains(step, page, StringComparison.Ordinal));

        async Task StepAsync(string verb, string[] recipients, Func<Task<string>> act)
        {
            Assert.Equal("", await act());
            Assert.Equal(1, await town.HappenedAsync($"establishment.{verb}"));
            Assert.Equal(recipients.Order(), (await town.LettersAsync()).Where(letter => letter.Topic == $"establishment.{verb}").Select(letter => letter.To).Order());
        }
    }

    [Fact]
    [Trait("Rule", "NET-03")]
    public async Task Whoever_assessed_does_not_decide()
    {
        using var town = await DecidingTown.MakeAsync(host);
        var number = await town.ProposedAsync();
        await town.Given.JoinAsync(town.Assessor, town.Province, Role.Leader);

        var own = await town.ActAsync(town.Assessor, number, "decision", new { });
        var other = await town.ActAsync(town.Leader, number, "decision", new { });

        Assert.Equal(("SAME_PERSON", ""), (own, other));
    }

    [Fact]
    [Trait("Rule", "ACC-01")]
    public async Task Whoever_inspected_does_not_confirm()
    {
        using var town = await DecidingTown.MakeAsync(host);
        var number = await town.InspectedAsync();
        await town.Given.JoinAsync(town.Assessor, town.Province, Role.Leader);

        var own = await town.ActAsync(town.Assessor, number, "confirmation", new { slug = "n-own-confirmed" });

        Assert.Equal("SAME_PERSON", own);
        Assert.Equal("AcceptanceRequested", await town.StatusAsync(number));
    }

    [Fact]
    [Trait("Rule", "NET-03")]
    public async Task A_city_recommends_and_approves_nothing()
    {
        using var town = await DecidingTown.MakeAsync(host);
        var number = await town.ProposedAsync();

        var code = await town.ActAsync(town.Manager, number, "decision", new { }, at: town.City);

        Assert.Equal("NOT_APPROVER", code);
        Assert.Equal("UnderAssessment", await town.StatusAsync(number));
    }

    [Fact]
    [Trait("Rule", "ASM-02")]
    public async Task Of_two_who_decide_at_once_one_is_told_so()
    {
        using var town = await DecidingTown.MakeAsync(host);
        using var second = await town.Given.StaffAsync(town.Province, Role.Leader);
        var number = await town.ProposedAsync();
        var seen = await town.VersionAsync(number);

        var codes = await Task.WhenAll(
            town.ActAsync(town.Leader, number, "decision", new { }, seen),
            town.ActAsync(second, number, "proposal-return", new { reason = "再看一次场地" }, seen));

        Assert.Single(codes, "");
        Assert.Single(codes, "STALE");
        Assert.Equal(1, await town.HappenedAsync("establishment.included") + await town.HappenedAsync("establishment.proposal-sent-back"));
    }

    [Fact]
    [Trait("Rule", "ASM-01")]
    public async Task A_browser_that_posts_twice_writes_once_and_keeps_what_was_typed()
    {
        using var town = await DecidingTown.MakeAsync(host);
        var number = await town.BegunAsync();
        var page = $"/{town.Province.Slug}/workbench/applications/{number}/assessments";
        var typed = new Dictionary<string, string> { ["means"] = "Hearing", ["heldOn"] = town.Today, ["findings"] = "听取汇报，需求明确", ["__version"] = (await town.VersionAsync(number)).Trim('"') };

        using var first = await town.Assessor.SubmitAsync(page, page, typed);
        using var again = await town.Assessor.SubmitAsync(page, page, typed);

        Assert.Equal(HttpStatusCode.Redirect, first.StatusCode);
        Assert.Equal(HttpStatusCode.PreconditionFailed, again.StatusCode);
        Assert.Contains("听取汇报，需求明确", await again.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(1, await town.HappenedAsync("establishment.assessment-recorded"));
    }

    [Fact]
    [Trait("Rule", "ASM-02")]
    public async Task A_conclusion_sent_back_is_drawn_anew_and_still_not_decided_by_its_author()
    {
        using var town = await DecidingTown.MakeAsync(host);
        var number = await town.ProposedAsync();

        Assert.Equal("", await town.ActAsync(town.Leader, number, "proposal-return", new { reason = "再看一次场地" }));
        Assert.Equal("NO_PROPOSAL", await town.ActAsync(town.Leader, number, "decision", new { }));
        Assert.Equal("", await town.ActAsync(town.Assessor, number, "proposal", DecidingTown.Inclusion()));
        Assert.Equal("", await town.ActAsync(town.Leader, number, "decision", new { }));
    }

    [Fact]
    [Trait("Rule", "ACC-01")]
    public async Task What_does_not_qualify_yet_is_built_on_and_accepted_the_second_time()
    {
        using var town = await DecidingTown.MakeAsync(host);
        var number = await town.BuiltAsync();
        var lacking = new
        {
            heldOn = town.Today,
            qualifies = false,
            defects = "培训场地还没有",
            checklist = new[] { new { module = "government", isMet = true, evidence = "窗口四个" }, new { module = "training", isMet = false, evidence = "没有场地" } },
        };

        Assert.Equal("", await town.ActAsync(town.Assessor, number, "inspection", lacking));
        Assert.Equal("", await town.ActAsync(town.Leader, number, "confirmation", new { }));
        Assert.Equal("Building", await town.StatusAsync(number));
        await town.BuilderAsync(number, (application, rules, now) => application.RequestAcceptance("场地建成", rules, now));
        Assert.Equal("", await town.ActAsync(town.Assessor, number, "inspection", DecidingTown.Qualifying(town.Today)));
        Assert.Equal("", await town.ActAsync(town.Leader, number, "confirmation", new { slug = $"n-again-{number.ToLowerInvariant()}" }));

        Assert.Equal(2, (await town.Assessor.JsonAsync(town.Application(number)))["inspections"]!.AsArray().Count);
    }

    [Fact]
    [Trait("Rule", "ASM-03")]
    public async Task A_rejection_tells_its_reasons_in_full()
    {
        using var town = await DecidingTown.MakeAsync(host);
        var number = await town.BegunAsync();
        await town.ActAsync(town.Assessor, number, "assessments", DecidingTown.Visit(town.Today));

        Assert.Equal("EMPTY", await town.ActAsync(town.Assessor, number, "proposal", new { includes = false, reasons = " " }));
        Assert.Equal("", await town.ActAsync(town.Assessor, number, "proposal", new { includes = false, reasons = "场地没有落实" }));
        Assert.Equal("", await town.ActAsync(town.Leader, number, "decision", new { }));

        Assert.Equal("Rejected", await town.StatusAsync(number));
        Assert.Contains(await town.LettersAsync(), letter => letter is ("establishment.rejected", "13800000001"));
    }
}
