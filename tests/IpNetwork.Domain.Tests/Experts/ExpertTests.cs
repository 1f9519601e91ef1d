using IpNetwork.Domain.Experts;
using IpNetwork.Domain.Kernel;
using Xunit;

namespace IpNetwork.Domain.Tests.Experts;

public sealed class ExpertTests
{
    private const string Employer = "12510100450700012L";
    private const string Other = "91510100MA6000016A";
    private static readonly string[] Categories = ["法律", "技术"];
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 1, 0, 0, TimeSpan.Zero);
    private static readonly Matter Others = new("川设2026-0001", "北川", [new("示例公司", Other)]);

    [Fact]
    [Trait("Rule", "EXP-01")]
    public void An_expert_stays_out_of_the_employers_own_matter()
    {
        var expert = Expert.Enrol(new(51), Entry(), Categories, Now).Value;

        Assert.Equal("EXPERT_CONFLICT", expert.Stops(Others with { Parties = [.. Others.Parties, new("示例大学", Employer.ToLowerInvariant())] }, Day)?.Code);
        Assert.Null(expert.Stops(Others, Day));
    }

    [Theory]
    [Trait("Rule", "EXP-01")]
    [InlineData("2026-03-01", null)]
    [InlineData("2026-12-31", null)]
    [InlineData("2027-01-01", "TERM_OVER")]
    [InlineData("2026-02-28", "TERM_OVER")]
    public void The_last_day_of_the_term_still_counts(string day, string? code) =>
        Assert.Equal(code, Expert.Enrol(new(51), Entry(), Categories, Now).Value.Stops(Others, DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture))?.Code);

    [Fact]
    [Trait("Rule", "EXP-01")]
    public void A_declared_avoidance_keeps_an_expert_out()
    {
        var expert = Expert.Enrol(new(51), Entry(), Categories, Now).Value;
        Assert.Equal("EMPTY", expert.Avoid(new(null, null, "亲属"), Now).Refusals[0].Code);
        Assert.True(expert.Avoid(new(null, Others.Number, "亲属"), Now).IsDone);

        Assert.Equal("EXPERT_CONFLICT", expert.Stops(Others, Day)?.Code);
        Assert.Null(expert.Stops(Others with { Number = "川设2026-0002" }, Day));
    }

    [Fact]
    [Trait("Rule", "EXP-01")]
    public void Nobody_is_assigned_twice_to_one_matter_until_released()
    {
        var expert = Expert.Enrol(new(51), Entry(), Categories, Now).Value;
        var first = ExpertAssignment.Assign(expert, Others, [], new(Guid.CreateVersion7()), "贺", Now).Value;

        Assert.Equal("ALREADY_ASSIGNED", ExpertAssignment.Assign(expert, Others, [first], new(Guid.CreateVersion7()), "贺", Now).Refusals[0].Code);
        Assert.Equal("EMPTY", first.Release("", Now).Refusals[0].Code);
        Assert.True(first.Release("出差", Now).IsDone);
        Assert.True(ExpertAssignment.Assign(expert, Others, [first], new(Guid.CreateVersion7()), "贺", Now).IsDone);
    }

    [Fact]
    [Trait("Rule", "EXP-01")]
    public void What_is_typed_wrong_is_said_by_field()
    {
        var refused = Expert.Enrol(new(51), new() { Category = "占星", EmployerUscc = "1", From = new(2026, 5, 1), To = new(2026, 4, 1) }, Categories, Now);

        Assert.Equal(["name", "category", "employer", "to", "employerUscc"], refused.Refusals.Select(r => r.Field));
    }

    private static DateOnly Day => ChinaTime.DayOf(Now);

    private static ExpertEntry Entry() => new() { Name = "李专家", Category = "法律", Employer = "示例大学", EmployerUscc = Employer, From = new(2026, 3, 1), To = new(2026, 12, 31) };
}
