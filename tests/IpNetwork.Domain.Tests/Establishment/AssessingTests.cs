using IpNetwork.Domain.Establishment;
using IpNetwork.Domain.Kernel;
using Xunit;
using static IpNetwork.Domain.Tests.Establishment.DecidingGiven;

namespace IpNetwork.Domain.Tests.Establishment;

public sealed class AssessingTests
{
    [Fact]
    [Trait("Rule", "APP-11")]
    public void Assessment_waits_for_the_city_until_its_day_has_passed()
    {
        var application = Submitted();
        var due = application.OpinionDueOn!.Value;

        var early = application.BeginAssessment(Rules, Assessor.At(ChinaTime.StartOf(due)));
        var late = application.BeginAssessment(Rules, Assessor.At(ChinaTime.EndOf(due)));

        Assert.Equal("OPINION_PENDING", early.Code());
        Assert.True(late.IsDone);
        Assert.Equal(Assessor.PersonId, application.BegunBy!.PersonId);
    }

    [Fact]
    [Trait("Rule", "APP-11")]
    public void A_city_speaks_once_and_about_its_territory_alone()
    {
        var application = Submitted();
        var opinion = new CityOpinion { From = new(7), Recommends = false, Text = "场地没有落实", By = Colleague };
        application.GiveOpinion(opinion).Done();

        Assert.Equal("OPINION_GIVEN", application.GiveOpinion(opinion).Code());
        Assert.Equal("NO_OPINION_NEEDED", Submitted(Form(NodeKind.City)).GiveOpinion(opinion).Code());
        Assert.Equal("EMPTY", Submitted().GiveOpinion(opinion with { Text = " " }).Code());
    }

    [Fact]
    [Trait("Rule", "APP-12")]
    public void A_second_return_may_only_speak_of_what_has_changed()
    {
        var application = Submitted();
        application.Return([new("premises", "地址写到门牌")], Assessor).Done();
        var form = application.Form with { Premises = application.Form.Premises with { Address = "示例路 1 号 2 楼" } };
        application.Write(form, Morning).Done();
        application.Submit(Rules, "x", null, Morning).Done();

        var old = application.Return([new("staff", "人数不对")], Assessor);
        var again = application.Return([new("premises", "还缺产权证明")], Assessor);

        Assert.Equal("NOT_ONE_TIME", old.Code());
        Assert.True(again.IsDone);
        Assert.Equal(2026, application.ApplicationYear);
    }

    [Fact]
    [Trait("Rule", "APP-12")]
    public void A_return_names_known_parts_and_says_what_is_wrong()
    {
        Assert.Equal("NO_DEFECTS", Submitted().Return([], Assessor).Code());
        Assert.Equal("CHOICE_MISSING", Submitted().Return([new("colour", "蓝")], Assessor).Code());
        Assert.Equal("EMPTY", Submitted().Return([new("plan", " ")], Assessor).Code());
    }

    [Fact]
    [Trait("Rule", "ASM-01")]
    public void Without_a_recorded_means_nothing_can_be_concluded() =>
        Assert.Equal("NO_ASSESSMENT", UnderAssessment().Propose(Inclusion(Assessor), Rules).Code());

    [Fact]
    [Trait("Rule", "ASM-01")]
    public void An_assessment_has_a_means_a_day_and_findings()
    {
        var application = UnderAssessment();

        Assert.Equal("CHOICE_MISSING", application.RecordAssessment(Visit(Morning) with { Means = null }, Assessor).Code());
        Assert.Equal("EMPTY", application.RecordAssessment(Visit(Morning) with { Means = AssessmentMeans.Other }, Assessor).Code());
        Assert.Equal("BAD_DATE", application.RecordAssessment(Visit(Morning.AddDays(1)), Assessor).Code());
        Assert.Equal("BAD_DATE", application.RecordAssessment(Visit(Morning.AddDays(-1)), Assessor).Code());
        Assert.Equal("EMPTY", application.RecordAssessment(Visit(Morning) with { Findings = "" }, Assessor).Code());
        Assert.Equal("BAD_NUMBER", application.RecordAssessment(Visit(Morning, new(-1, null, null)), Assessor).Code());
    }

    [Fact]
    [Trait("Rule", "ASM-02")]
    public void What_was_found_on_the_spot_goes_before_what_was_written()
    {
        var application = UnderAssessment(Form(NodeKind.City));
        application.RecordAssessment(Visit(Morning, new(null, 4, null)), Assessor).Done();

        var refused = application.Propose(Inclusion(Assessor), Rules);

        Assert.Equal("CONDITION_NOT_MET", refused.Code());
        Assert.Contains("4 人", refused.Refusals[0].Message, StringComparison.Ordinal);
        Assert.Equal(ConditionVerdict.HardFail, application.ConditionResults(Rules).Single(r => r.Code == Threshold.Staff).Verdict);
    }

    [Theory]
    [Trait("Rule", "ASM-02")]
    [InlineData(false, "在扩建", "CONDITION_NOT_MET")]
    [InlineData(true, "", "EMPTY")]
    [InlineData(true, "已有批复", null)]
    public void A_soft_condition_is_waived_in_writing_or_stands_in_the_way(bool granted, string reason, string? code)
    {
        var application = UnderAssessment(Form(NodeKind.City, area: 186));
        application.RecordAssessment(Visit(Morning), Assessor).Done();

        Assert.Equal(code, application.Propose(Inclusion(Assessor, new WaiverDecision(Threshold.Workspace, granted, reason)), Rules).Code());
    }

    [Fact]
    [Trait("Rule", "ASM-02")]
    public void An_inclusion_allots_modules_and_names_the_guiding_office()
    {
        var application = UnderAssessment();
        application.RecordAssessment(Visit(Morning), Assessor).Done();

        Assert.Equal("MODULES_MISSING", application.Propose(Inclusion(Assessor) with { Modules = [] }, Rules).Code());
        Assert.Equal("EMPTY", application.Propose(Inclusion(Assessor) with { GuidingOffice = "" }, Rules).Code());
    }

    [Fact]
    [Trait("Rule", "ASM-03")]
    public void A_no_needs_its_reasons_and_ends_the_application()
    {
        var application = UnderAssessment();
        application.RecordAssessment(Visit(Morning), Assessor).Done();
        var no = new DecisionProposal { Includes = false, Reasons = "", By = Assessor };

        Assert.Equal("EMPTY", application.Propose(no, Rules).Code());
        application.Propose(no with { Reasons = "需求不足" }, Rules).Done();
        application.Decide(Rules, null, null, Leader).Done();

        Assert.Equal(ApplicationStatus.Rejected, application.Status);
        Assert.Null(application.OpenKey);
        Assert.Null(application.DueOn);
    }

    [Fact]
    [Trait("Rule", "NET-03")]
    public void Nobody_decides_what_they_assessed()
    {
        var application = Proposed();

        Assert.Equal("SAME_PERSON", application.Decide(Rules, null, null, Assessor).Code());
        Assert.True(application.Decide(Rules, null, null, Leader).IsDone);
    }

    [Fact]
    [Trait("Rule", "NET-03")]
    public void Who_proposed_what_was_sent_back_took_part_as_well()
    {
        var application = UnderAssessment();
        application.RecordAssessment(Visit(Morning), Assessor).Done();
        application.Propose(Inclusion(Leader), Rules).Done();
        application.SendBackProposal("模块太少", Colleague).Done();
        application.Propose(Inclusion(Assessor), Rules).Done();

        Assert.Equal("SAME_PERSON", application.Decide(Rules, null, null, Leader).Code());
        Assert.Equal("模块太少", application.SentBack.Single().Reason);
    }

    [Fact]
    [Trait("Rule", "ASM-01")]
    public void One_conclusion_waits_at_a_time()
    {
        var application = Proposed();

        Assert.Equal("PROPOSAL_WAITS", application.Propose(Inclusion(Colleague), Rules).Code());
        Assert.Equal("EMPTY", application.SendBackProposal(" ", Leader).Code());
        Assert.Equal("NO_PROPOSAL", UnderAssessment().Decide(Rules, null, null, Leader).Code());
    }

    [Fact]
    [Trait("Rule", "ASM-01")]
    public void The_whole_record_can_be_read_years_later()
    {
        var application = AcceptanceRequested();
        application.Inspect(Qualifying(), Rules, Assessor).Done();
        application.ConfirmInspection("beichuan", Leader).Done();

        var told = ApplicationHistory.Of(application).Select(step => step.What).ToList();

        foreach (var what in new[] { "提交申报，第 1 版", "属地意见：推荐", "开始评估", "评估结论：建议纳入建设计划", "纳入建设计划，2026-12-31 前建成", "登记进度：100%", "申请验收", "验收结论：合格", "认定合格" })
        {
            Assert.Contains(what, told);
        }
    }
}
