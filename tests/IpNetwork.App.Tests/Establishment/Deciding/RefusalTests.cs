using System.Net;
using IpNetwork.Domain.Establishment;
using IpNetwork.Domain.Kernel;
using IpNetwork.Domain.Staff;
using IpNetwork.Testing;
using Xunit;

namespace IpNetwork.App.Tests.Establishment.Deciding;

/// <summary>Every way the officers' routes say no, by code.</summary>
public sealed class RefusalTests(DecidingHost host) : IClassFixture<DecidingHost>, IAsyncLifetime
{
    private DecidingTown town = null!;

    public async Task InitializeAsync() => town = await DecidingTown.MakeAsync(host);

    public Task DisposeAsync()
    {
        town.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    [Trait("Rule", "APP-11")]
    public async Task Another_citys_opinion_is_refused_and_it_sees_nothing()
    {
        var number = await town.SubmittedAsync();
        var other = await town.Given.CityAsync(town.Province, "德阳市", "510600");
        using var stranger = await town.Given.StaffAsync(other, Role.Manager);

        var code = await town.ActAsync(stranger, number, "opinion", new { recommends = true, text = "推荐" }, at: other);
        using var shown = await stranger.GetAsync($"{other.Api}/applications/{number}");

        Assert.Equal(("FORBIDDEN_SCOPE", HttpStatusCode.NotFound), (code, shown.StatusCode));
        Assert.Empty((await stranger.JsonAsync($"{other.Api}/applications"))["items"]!.AsArray());
    }

    [Fact]
    [Trait("Rule", "APP-11")]
    public async Task An_opinion_is_said_once_and_in_words()
    {
        var number = await town.SubmittedAsync();

        Assert.Equal("CHOICE_MISSING", await town.ActAsync(town.Manager, number, "opinion", new { text = "推荐" }, at: town.City));
        Assert.Equal("EMPTY", await town.ActAsync(town.Manager, number, "opinion", new { recommends = false, text = " " }, at: town.City));
        Assert.Equal("", await town.OpineAsync(number, recommends: false));
        Assert.Equal("OPINION_GIVEN", await town.OpineAsync(number));
    }

    [Fact]
    [Trait("Rule", "APP-11")]
    public async Task Assessment_waits_for_the_opinion_until_its_day_has_passed()
    {
        var number = await town.SubmittedAsync();

        Assert.Equal("OPINION_PENDING", await town.ActAsync(town.Assessor, number, "assessment", new { }));

        using var later = await DecidingTown.MakeAsync(host, DecidingTown.Morning.AddDays(15));
        await later.Given.JoinAsync(later.Assessor, town.Province, Role.Assessor);
        using var record = await later.Assessor.GetAsync(town.Application(number));
        Assert.Equal("", await town.ActAsync(later.Assessor, number, "assessment", new { }, record.Headers.ETag!.ToString()));
    }

    [Fact]
    [Trait("Rule", "APP-12")]
    public async Task Defects_are_told_once()
    {
        var number = await town.SubmittedAsync();
        object Defects(params string[] parts) => new { defects = parts.Select(part => new { part, text = "写明细" }) };

        Assert.Equal("NO_DEFECTS", await town.ActAsync(town.Assessor, number, "return", new { defects = Array.Empty<object>() }));
        Assert.Equal("CHOICE_MISSING", await town.ActAsync(town.Assessor, number, "return", Defects("elsewhere")));
        Assert.Equal("", await town.ActAsync(town.Assessor, number, "return", Defects("funds")));
        Assert.Equal("WRONG_APPLICATION_STATUS", await town.ActAsync(town.Assessor, number, "return", Defects("funds")));
        await town.ResubmitAsync(number, form => form with { Funds = form.Funds with { Source = "市级财政预算" } });
        Assert.Equal("NOT_ONE_TIME", await town.ActAsync(town.Assessor, number, "return", Defects("premises")));
        Assert.Equal("", await town.ActAsync(town.Assessor, number, "return", Defects("funds")));
    }

    [Fact]
    [Trait("Rule", "ASM-01")]
    public async Task A_conclusion_needs_a_recorded_means()
    {
        var number = await town.BegunAsync();

        Assert.Equal("NO_ASSESSMENT", await town.ActAsync(town.Assessor, number, "proposal", DecidingTown.Inclusion()));
        Assert.Equal("BAD_DATE", await town.ActAsync(town.Assessor, number, "assessments", DecidingTown.Visit("2026-03-03")));
        Assert.Equal("CHOICE_MISSING", await town.ActAsync(town.Assessor, number, "assessments", new { heldOn = town.Today, findings = "看过" }));
        Assert.Equal("EMPTY", await town.ActAsync(town.Assessor, number, "assessments", new { means = "Other", heldOn = town.Today, findings = "看过" }));
        Assert.Equal("BAD_NUMBER", await town.ActAsync(town.Assessor, number, "assessments", new { means = "Hearing", heldOn = town.Today, findings = "看过", measuredStaff = -1 }));
        Assert.Equal("", await town.ActAsync(town.Assessor, number, "assessments", DecidingTown.Visit(town.Today)));
    }

    [Fact]
    [Trait("Rule", "ASM-02")]
    public async Task What_was_measured_decides_about_a_hard_condition()
    {
        var number = await town.BegunAsync(NodeKind.City);
        await town.ActAsync(town.Assessor, number, "assessments", new { means = "SiteVisit", heldOn = town.Today, findings = "到岗四人", measuredStaff = 4 });

        Assert.Equal("CONDITION_NOT_MET", await town.ActAsync(town.Assessor, number, "proposal", DecidingTown.Inclusion()));
        await town.ActAsync(town.Assessor, number, "assessments", new { means = "SiteVisit", heldOn = town.Today, findings = "到岗五人", measuredStaff = 5 });
        Assert.Equal("", await town.ActAsync(town.Assessor, number, "proposal", DecidingTown.Inclusion()));
    }

    [Fact]
    [Trait("Rule", "EST-01b")]
    public async Task A_soft_condition_is_waived_in_writing_or_stands_in_the_way()
    {
        var number = await town.BegunAsync(NodeKind.City, area: 199.99m);
        await town.ActAsync(town.Assessor, number, "assessments", DecidingTown.Visit(town.Today));
        static object Waive(bool isGranted, string reason) => DecidingTown.Inclusion(new { code = Threshold.Workspace, isGranted, reason });

        Assert.Equal("CONDITION_NOT_MET", await town.ActAsync(town.Assessor, number, "proposal", DecidingTown.Inclusion()));
        Assert.Equal("CONDITION_NOT_MET", await town.ActAsync(town.Assessor, number, "proposal", Waive(false, "不同意")));
        Assert.Equal("EMPTY", await town.ActAsync(town.Assessor, number, "proposal", Waive(true, " ")));
        Assert.Equal("", await town.ActAsync(town.Assessor, number, "proposal", Waive(true, "十月扩建后达到")));
        Assert.Equal("", await town.ActAsync(town.Leader, number, "decision", new { }));
    }

    [Fact]
    [Trait("Rule", "ASM-02")]
    public async Task Inclusion_names_modules_and_an_office()
    {
        var number = await town.BegunAsync();
        await town.ActAsync(town.Assessor, number, "assessments", DecidingTown.Visit(town.Today));

        Assert.Equal("CHOICE_MISSING", await town.ActAsync(town.Assessor, number, "proposal", new { }));
        Assert.Equal("CHOICE_MISSING", await town.ActAsync(town.Assessor, number, "proposal", new { includes = true, modules = new[] { "unheard-of" }, guidingOffice = "服务处" }));
        Assert.Equal("MODULES_MISSING", await town.ActAsync(town.Assessor, number, "proposal", new { includes = true, guidingOffice = "服务处" }));
        Assert.Equal("EMPTY", await town.ActAsync(town.Assessor, number, "proposal", new { includes = true, modules = new[] { "government" } }));
        Assert.Equal("NO_PROPOSAL", await town.ActAsync(town.Leader, number, "decision", new { }));
        Assert.Equal("", await town.ActAsync(town.Assessor, number, "proposal", DecidingTown.Inclusion()));
        Assert.Equal("PROPOSAL_WAITS", await town.ActAsync(town.Assessor, number, "proposal", DecidingTown.Inclusion()));
        Assert.Equal("EMPTY", await town.ActAsync(town.Leader, number, "proposal-return", new { reason = "" }));
    }

    [Fact]
    [Trait("Rule", "ACC-01")]
    public async Task Acceptance_needs_its_checklist_module_by_module()
    {
        var number = await town.BuiltAsync();
        object Checked(bool isMet, string evidence) => new { heldOn = town.Today, qualifies = true, checklist = new[] { new { module = "government", isMet = true, evidence = "窗口" }, new { module = "training", isMet, evidence } } };

        Assert.Equal("NO_CHECKLIST", await town.ActAsync(town.Leader, number, "confirmation", new { slug = "n-too-early" }));
        Assert.Equal("NO_CHECKLIST", await town.ActAsync(town.Assessor, number, "inspection", Checked(true, " ")));
        Assert.Equal("MODULE_NOT_MET", await town.ActAsync(town.Assessor, number, "inspection", Checked(false, "没有场地")));
        Assert.Equal("CHOICE_MISSING", await town.ActAsync(town.Assessor, number, "inspection", new { heldOn = town.Today }));
        Assert.Equal("BAD_DATE", await town.ActAsync(town.Assessor, number, "inspection", DecidingTown.Qualifying("2026-03-03")));
        Assert.Equal("", await town.ActAsync(town.Assessor, number, "inspection", Checked(true, "课程表")));
        Assert.Equal("PROPOSAL_WAITS", await town.ActAsync(town.Assessor, number, "inspection", Checked(true, "课程表")));
        Assert.Equal("", await town.ActAsync(town.Leader, number, "inspection-return", new { reason = "补拍照片" }));
    }

    [Fact]
    [Trait("Rule", "ACC-02")]
    public async Task Thresholds_are_checked_again_on_the_real_premises()
    {
        var number = await town.BuiltAsync(NodeKind.City);

        Assert.Equal("CONDITION_NOT_MET", await town.ActAsync(town.Assessor, number, "inspection", DecidingTown.Qualifying(town.Today, staff: 4)));
        Assert.Equal("CONDITION_NOT_MET", await town.ActAsync(town.Assessor, number, "inspection", DecidingTown.Qualifying(town.Today, area: 199.99m)));
        Assert.Equal("", await town.ActAsync(town.Assessor, number, "inspection", DecidingTown.Qualifying(town.Today, area: 200m, staff: 5)));
    }

    [Theory]
    [InlineData("", "BAD_SLUG")]
    [InlineData("a b", "BAD_SLUG")]
    [InlineData("api", "SLUG_RESERVED")]
    [Trait("Rule", "ACC-01")]
    public async Task The_address_name_of_the_node_to_be_is_fit(string slug, string code)
    {
        var number = await town.InspectedAsync();

        var refused = await town.ActAsync(town.Leader, number, "confirmation", new { slug });

        Assert.Equal(code, refused);
    }

    [Fact]
    [Trait("Rule", "ACC-01")]
    public async Task An_address_name_is_given_once()
    {
        var number = await town.InspectedAsync();

        Assert.Equal("SLUG_TAKEN", await town.ActAsync(town.Leader, number, "confirmation", new { slug = town.City.Slug }));
        Assert.Equal("", await town.ActAsync(town.Leader, number, "confirmation", new { slug = $"n-first-{number.ToLowerInvariant()}" }));
        Assert.Equal("SLUG_TAKEN", await town.ActAsync(town.Leader, await town.InspectedAsync(), "confirmation", new { slug = $"n-first-{number.ToLowerInvariant()}" }));
        Assert.Equal("SLUG_TAKEN", await town.ActAsync(town.Leader, number, "address", new { slug = town.City.Slug }));
        Assert.Equal("", await town.ActAsync(town.Leader, number, "address", new { slug = $"n-other-{number.ToLowerInvariant()}" }));
        Assert.Equal("WRONG_APPLICATION_STATUS", await town.ActAsync(town.Leader, await town.SubmittedAsync(), "address", new { slug = "n-too-early" }));
    }

    [Fact]
    [Trait("Rule", "APP-11")]
    [Trait("Rule", "ASM-01")]
    [Trait("Rule", "BLD-01")]
    [Trait("Rule", "ACC-01")]
    public async Task What_officers_write_has_a_longest_length_everywhere()
    {
        var (submitted, begun, proposed, planned, built, inspected) = (await town.SubmittedAsync(), await town.BegunAsync(), await town.ProposedAsync(), await town.PlannedAsync(), await town.BuiltAsync(), await town.InspectedAsync());
        await town.ActAsync(town.Assessor, begun, "assessments", DecidingTown.Visit(town.Today));
        object[] checklist = [new { module = "government", isMet = true, evidence = Words(1_001) }, new { module = "training", isMet = true, evidence = "课程表" }];
        (Visitor Who, string Number, string Act, object Body, TestNode? At)[] acts =
        [
            (town.Manager, submitted, "opinion", new { recommends = true, text = Words(2_001) }, town.City),
            (town.Assessor, submitted, "return", new { defects = new[] { new { part = "funds", text = Words(1_001) } } }, null),
            (town.Assessor, begun, "assessments", new { means = "Hearing", heldOn = town.Today, findings = Words(5_001) }, null),
            (town.Assessor, begun, "assessments", new { means = "Other", otherMeans = Words(51), heldOn = town.Today, findings = "看过" }, null),
            (town.Assessor, begun, "proposal", new { includes = true, modules = new[] { "government" }, guidingOffice = Words(101) }, null),
            (town.Assessor, begun, "proposal", new { includes = true, modules = new[] { "government" }, guidingOffice = "服务处", reasons = Words(5_001) }, null),
            (town.Assessor, begun, "proposal", new { includes = false, reasons = Words(5_001) }, null),
            (town.Leader, proposed, "proposal-return", new { reason = Words(1_001) }, null),
            (town.Leader, proposed, "decision", new { newDueOn = "2026-11-30", extensionReason = Words(1_001) }, null),
            (town.Leader, planned, "extension", new { newDueOn = "2027-06-30", reason = Words(1_001) }, null),
            (town.Assessor, built, "inspection", new { heldOn = town.Today, qualifies = false, defects = Words(5_001), checklist = Array.Empty<object>() }, null),
            (town.Assessor, built, "inspection", new { heldOn = town.Today, qualifies = true, checklist }, null),
            (town.Leader, inspected, "inspection-return", new { reason = Words(1_001) }, null),
        ];

        foreach (var (who, number, act, body, at) in acts)
        {
            Assert.Equal((act, "TEXT_TOO_LONG"), (act, await town.ActAsync(who, number, act, body, at: at)));
        }

        static string Words(int length) => new('字', length);
    }

    [Fact]
    [Trait("Rule", "ASM-02")]
    public async Task A_text_too_long_stays_in_its_field_and_is_said_beside_it()
    {
        var number = await town.BegunAsync();
        var page = $"/{town.Province.Slug}/workbench/applications/{number}/assessments";
        var findings = new string('看', 5_001);

        using var answer = await town.Assessor.SubmitAsync(page, page, new Dictionary<string, string> { ["means"] = "Hearing", ["heldOn"] = town.Today, ["findings"] = findings });
        var shown = await answer.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("评估情况超过 5000 个字。请缩短。", shown, StringComparison.Ordinal);
        Assert.Contains(findings, shown, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "APP-10")]
    public async Task An_act_names_the_version_it_was_made_from()
    {
        var number = await town.BegunAsync();

        using var without = await town.Assessor.PostAsync($"{town.Application(number)}/assessments", DecidingTown.Visit(town.Today));
        using var absent = await town.Assessor.PostAsync($"{town.Application("SL-NONE")}/assessments", DecidingTown.Visit(town.Today), version: "\"1\"");
        var stale = await town.ActAsync(town.Assessor, number, "assessments", DecidingTown.Visit(town.Today), "\"1\"");

        Assert.Equal((HttpStatusCode.PreconditionRequired, HttpStatusCode.NotFound, "STALE"), (without.StatusCode, absent.StatusCode, stale));
    }
}
