using IpNetwork.Domain.Funding;
using IpNetwork.Domain.Kernel;
using Xunit;

namespace IpNetwork.Domain.Tests.Funding;

public sealed class FundingProjectTests
{
    private const string Uscc = "91510100MA6000016A";
    private static readonly DateTimeOffset Now = new(2026, 11, 27, 2, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Today = new(2026, 11, 27);

    [Theory]
    [InlineData("100", "wan", 1_000_000)]
    [InlineData("1,000,000", "yuan", 1_000_000)]
    [InlineData("0.01", "yuan", 0.01)]
    [InlineData("0.000001", "wan", 0.01)]
    [Trait("Rule", "FND-02")]
    public void Ten_thousands_are_converted_once(string typed, string unit, decimal yuan) =>
        Assert.Equal(yuan, Yuan.Parse(typed, unit, "amount").Value.Value);

    [Theory]
    [InlineData("0", "yuan")]
    [InlineData("-1", "yuan")]
    [InlineData("0.001", "yuan")]
    [InlineData("十万", "yuan")]
    [InlineData("", "wan")]
    [InlineData("1e3", "yuan")]
    [InlineData("9999999999999999999999999999999", "wan")]
    [InlineData("100", "元")]
    [Trait("Rule", "FND-02")]
    public void What_is_no_amount_is_refused(string typed, string unit)
    {
        var refusal = Assert.Single(Yuan.Parse(typed, unit, "amount").Refusals);

        Assert.Equal(("BAD_AMOUNT", "amount"), (refusal.Code, refusal.Field));
    }

    [Fact]
    [Trait("Rule", "FND-02")]
    public void An_amount_shows_both_units() => Assert.Equal("1,000,000 元（100 万元）", new Yuan(1_000_000).ToString());

    [Fact]
    [Trait("Rule", "FND-01")]
    public void Nothing_is_awarded_before_the_review_is_passed()
    {
        var waiting = Registered();
        var failed = Registered();
        failed.Reviewed(false, Today, "论证不足", Now);

        Assert.Equal("NOT_REVIEWED", waiting.Award(new(1), Today, "川财〔2026〕1号", 0, 1_000_000, Now).Refusals[0].Code);
        Assert.Equal("NOT_REVIEWED", Assert.Single(failed.Award(new(1), Today, "川财〔2026〕1号", 0, 1_000_000, Now).Refusals).Code);
    }

    [Theory]
    [InlineData(1_000_000, 0, null)]
    [InlineData(1_000_000.01, 0, "OVER_CAP")]
    [InlineData(400_000, 600_000, null)]
    [InlineData(400_000.01, 600_000, "OVER_CAP")]
    [Trait("Rule", "FND-02")]
    [Trait("Rule", "FND-04")]
    public void The_cap_itself_may_be_given_and_no_fen_more(decimal amount, decimal before, string? code)
    {
        var project = Passed();

        var outcome = project.Award(new(amount), Today, "川财〔2026〕1号", before, 1_000_000, Now);

        Assert.Equal(code, outcome.IsDone ? null : outcome.Refusals[0].Code);
        Assert.Equal(code is null ? amount : null, project.Amount);
    }

    [Fact]
    [Trait("Rule", "FND-05")]
    public void Without_a_cap_the_award_waits() =>
        Assert.Equal("NO_CAP_DEFINED", Assert.Single(Passed(NodeKind.County).Award(new(1), Today, "川财〔2026〕1号", 0, null, Now).Refusals).Code);

    [Fact]
    [Trait("Rule", "FND-03")]
    public void Funds_are_given_in_the_build_year()
    {
        var project = Passed(year: 2025);

        var refusal = Assert.Single(project.Award(new(1), Today, "川财〔2026〕1号", 0, 1_000_000, Now).Refusals);

        Assert.Equal(("NOT_BUILD_YEAR", "awardedOn"), (refusal.Code, refusal.Field));
    }

    [Fact]
    [Trait("Rule", "FND-01")]
    public void A_project_is_reviewed_and_awarded_once()
    {
        var project = Passed();
        Assert.True(project.Award(new(1), Today, "川财〔2026〕1号", 0, 1_000_000, Now).IsDone);

        Assert.Equal("ALREADY_REVIEWED", project.Reviewed(false, Today, "再审", Now).Refusals[0].Code);
        Assert.Equal("ALREADY_AWARDED", project.Award(new(1), Today, "川财〔2026〕1号", 0, 1_000_000, Now).Refusals[0].Code);
    }

    [Fact]
    [Trait("Rule", "FND-01")]
    public void Everything_wrong_with_a_registration_is_said_at_once()
    {
        var outcome = FundingProject.Register(new(51), new(null, "nowhere", " ", "123"), null, isNumberTaken: false, Now);

        Assert.Equal(["projectNumber", "platform", "workBody", "uscc"], outcome.Refusals.Select(refusal => refusal.Field));
    }

    [Fact]
    [Trait("Rule", "FND-06")]
    public void A_demonstration_ends_once_and_stays_on_record()
    {
        var demonstration = Demonstration.Begin(new(51), new(5107), Today, "川知〔2026〕3号", isOne: false, Now).Value;

        Assert.Equal("ALREADY_DEMONSTRATION", Assert.Single(Demonstration.Begin(new(51), new(5107), Today, "川知〔2026〕4号", isOne: true, Now).Refusals).Code);
        Assert.Equal("BAD_DATE", Assert.Single(demonstration.End(Today.AddDays(1), Now).Refusals).Code);
        Assert.True(demonstration.End(Today, Now).IsDone);
        Assert.Equal("NO_DEMONSTRATION", Assert.Single(demonstration.End(Today, Now).Refusals).Code);
    }

    [Fact]
    [Trait("Rule", "FND-07")]
    public void Local_funds_are_of_a_year_that_has_begun()
    {
        Assert.Equal("BAD_YEAR", Assert.Single(LocalFunds.For(new(5107), 2027, new(1), "市财政", null, Now).Refusals).Code);
        Assert.Equal("EMPTY", Assert.Single(LocalFunds.For(new(5107), 2026, new(1), " ", null, Now).Refusals).Code);
        Assert.Equal(30_000m, LocalFunds.For(new(5107), 2026, new(30_000), "市财政", null, Now).Value.Amount);
    }

    private static FundingProject Registered(NodeKind kind = NodeKind.City, int year = 2026) =>
        FundingProject.Register(new(51), new("2026-ZX-001", "mianyang", "绵阳市知识产权服务中心", Uscc), new("mianyang", "绵阳", kind, year), isNumberTaken: false, Now).Value;

    private static FundingProject Passed(NodeKind kind = NodeKind.City, int year = 2026)
    {
        var project = Registered(kind, year);
        Assert.True(project.Reviewed(true, Today, "同意", Now).IsDone);
        return project;
    }
}
