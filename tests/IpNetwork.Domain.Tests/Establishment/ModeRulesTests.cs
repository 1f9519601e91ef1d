using IpNetwork.Domain.Establishment;
using Xunit;
using static IpNetwork.Domain.Establishment.BuilderType;
using static IpNetwork.Domain.Tests.Establishment.Written;

namespace IpNetwork.Domain.Tests.Establishment;

public sealed class ModeRulesTests
{
    private static readonly BuilderLine Other = Builder(Institution, Park);

    [Fact]
    [Trait("Rule", "MODE-01")]
    public void There_are_four_modes_and_no_other() =>
        Assert.Equal(["UNKNOWN_MODE"], ModeRules.Check((ConstructionMode)7, [Builder()]).Codes());

    [Fact]
    [Trait("Rule", "MODE-01")]
    public void No_mode_is_none_of_the_four() => Assert.Equal(["UNKNOWN_MODE"], ModeRules.Check(null, [Builder()]).Codes());

    [Fact]
    [Trait("Rule", "MODE-02")]
    public void Own_building_has_exactly_one_builder()
    {
        Assert.Empty(ModeRules.Check(ConstructionMode.Own, [Builder()]));
        Assert.Equal(["BUILDER_COUNT"], ModeRules.Check(ConstructionMode.Own, [Builder(), Other]).Codes());
        Assert.Equal(["BUILDER_COUNT"], ModeRules.Check(ConstructionMode.Own, []).Codes());
    }

    [Theory]
    [InlineData(ConstructionMode.Shared)]
    [InlineData(ConstructionMode.Joint)]
    [Trait("Rule", "MODE-03")]
    public void Building_together_takes_two_different_ones(ConstructionMode mode)
    {
        Assert.Empty(ModeRules.Check(mode, [Builder(), Other]));
        Assert.Equal(["BUILDER_COUNT"], ModeRules.Check(mode, [Builder()]).Codes());
        Assert.Equal(["DUPLICATE_BUILDER"], ModeRules.Check(mode, [Builder(), Builder($" {Organ} ")]).Codes());
    }

    [Fact]
    [Trait("Rule", "MODE-04")]
    public void Commissioned_building_has_a_principal_and_somebody_else_who_builds()
    {
        var principal = Builder(part: BuilderPart.Principal);
        var contractor = Other with { Part = BuilderPart.Contractor };

        Assert.Empty(ModeRules.Check(ConstructionMode.Commissioned, [principal, contractor]));
        Assert.Equal(["BUILDER_COUNT"], ModeRules.Check(ConstructionMode.Commissioned, [principal]).Codes());
        Assert.Equal(["BUILDER_COUNT"], ModeRules.Check(ConstructionMode.Commissioned, [principal, Builder("91510100MA6000016A", HighTechEnterprise, BuilderPart.Principal), contractor]).Codes());
        Assert.Equal(["SELF_COMMISSION"], ModeRules.Check(ConstructionMode.Commissioned, [principal, Builder(part: BuilderPart.Contractor)]).Codes());
    }

    [Theory]
    [InlineData(Organ, AdministrativeOrgan, null)]
    [InlineData(Organ, SocialOrganisation, "TYPE_USCC_MISMATCH")]
    [InlineData(Organ, HighTechEnterprise, "TYPE_USCC_MISMATCH")]
    [InlineData(Institution, UniversityOrInstitute, null)]
    [InlineData(Institution, ServiceAgency, null)]
    [InlineData(Institution, AdministrativeOrgan, "TYPE_USCC_MISMATCH")]
    [InlineData(Association, SocialOrganisation, null)]
    [InlineData(Association, ServiceAgency, "TYPE_USCC_MISMATCH")]
    [InlineData(Enterprise, HighTechEnterprise, null)]
    [InlineData(Enterprise, AdministrativeOrgan, "TYPE_USCC_MISMATCH")]
    [InlineData(SoleTrader, HighTechEnterprise, "NOT_ELIGIBLE")]
    [InlineData(SoleTrader, SocialOrganisation, "NOT_ELIGIBLE")]
    [InlineData("91510100MA60000160", HighTechEnterprise, "BAD_USCC")]
    [Trait("Rule", "MODE-05")]
    public void Who_may_build_is_read_from_the_code(string uscc, BuilderType type, string? code) =>
        Assert.Equal(code is null ? [] : [code], ModeRules.Check(ConstructionMode.Own, [Builder(uscc, type)]).Codes());

    [Fact]
    [Trait("Rule", "MODE-05")]
    public void A_line_without_name_or_type_says_so_at_its_place() =>
        Assert.Equal(
            ["builders[0].name", "builders[0].uscc", "builders[0].type"],
            ModeRules.Check(ConstructionMode.Own, [new()]).Select(refusal => refusal.Field));
}
