using IpNetwork.Domain.Kernel;
using IpNetwork.Domain.Plates;
using Xunit;

namespace IpNetwork.Domain.Tests.Plates;

public sealed class PlateNumberingTests
{
    private static readonly PlateNumbering Sichuan = new() { Pattern = "SC-{kind}-{serial:000}" };

    [Theory]
    [Trait("Rule", "PLT-01")]
    [InlineData(PlateKind.Platform, NodeKind.City, "SC-C-001")]
    [InlineData(PlateKind.Platform, NodeKind.Workstation, "SC-W-001")]
    [InlineData(PlateKind.Function, NodeKind.City, "SC-F-001")]
    public void The_first_number_carries_the_letter_of_its_kind(PlateKind plate, NodeKind node, string number) => Assert.Equal(number, Sichuan.Next(plate, node, []));

    [Fact]
    [Trait("Rule", "PLT-01")]
    public void Numbers_go_on_after_the_highest_of_the_kind_and_others_do_not_count() =>
        Assert.Equal("SC-C-008", Sichuan.Next(PlateKind.Platform, NodeKind.City, ["SC-C-002", "SC-C-007", "SC-P-040", "SC-C-OLD", "ZJ-C-050"]));

    [Fact]
    public void More_plates_than_digits_make_a_longer_number() => Assert.Equal("SC-C-1000", Sichuan.Next(PlateKind.Platform, NodeKind.City, ["SC-C-999"]));

    [Theory]
    [InlineData("SC-{kind}-{serial:000}", true)]
    [InlineData("{kind}-{serial:0}", true)]
    [InlineData("SC-{serial:000}", false)]
    [InlineData("SC-{kind}-{serial}", false)]
    [InlineData("sc-{kind}-{serial:000}", false)]
    [InlineData("SC/{kind}-{serial:000}", false)]
    public void A_pattern_that_could_not_stand_in_an_address_is_known(string pattern, bool fits) => Assert.Equal(fits, new PlateNumbering { Pattern = pattern }.IsWellFormed);

    [Fact]
    public void Two_kinds_of_one_letter_are_known() => Assert.False(new PlateNumbering { City = "X" }.IsWellFormed);
}
