using IpNetwork.Domain.Plates;
using Xunit;

namespace IpNetwork.Domain.Tests.Plates;

public sealed class NodePlatesTests
{
    private readonly Plate platform = Given.Hanging();
    private readonly Plate function = Given.Hanging(Given.Branch());

    private NodePlates Plates => new([platform, function]);

    [Fact]
    [Trait("Rule", "PLT-06")]
    public void With_the_platforms_plate_the_functions_stop_and_wait()
    {
        var changed = Plates.TakeDown(Given.Order()).Value;

        Assert.Equal([platform, function], changed);
        Assert.Equal((PlateStatus.TakenDown, PlateEnding.Delisting, Given.Today), (platform.Status, platform.Ending, platform.TakenDownOn));
        Assert.Equal((PlateStatus.Suspended, Given.Today), (function.Status, function.SuspendedOn));
        Assert.Equal(("川知促摘〔2026〕1号", "现场记录 3 号"), (platform.History.Changes[^1].DocumentNumber, platform.History.Changes[^1].Evidence));
    }

    [Fact]
    [Trait("Rule", "PLT-06")]
    public void What_waits_is_restored_or_taken_down_one_by_one()
    {
        Assert.True(Plates.TakeDown(Given.Order()).IsDone);

        Assert.True(Plates.Restore(function.Number, Given.Order()).IsDone);
        Assert.Equal((PlateStatus.Valid, null), (function.Status, function.SuspendedOn));
        Assert.True(Plates.TakeDownFunction(function.Number, Given.Order()).IsDone);
        Assert.Equal(PlateStatus.TakenDown, function.Status);
        Assert.Equal(["授牌", "暂停，等候逐块处理", "恢复", "摘牌"], function.History.Changes.Select(change => change.Says));
    }

    [Theory]
    [Trait("Rule", "PLT-06")]
    [InlineData("2026-11-20", "2026-11-19", "x", "BAD_DATE")]
    [InlineData("2026-11-20", "2026-11-21", "x", "BAD_DATE")]
    [InlineData("2026-11-18", "2026-11-19", "x", "BAD_DATE")]
    [InlineData("2026-11-20", "2026-11-20", null, "EVIDENCE_REQUIRED")]
    public void A_plate_comes_down_on_a_day_that_can_be_and_with_evidence(string ordered, string effective, string? evidence, string code)
    {
        Assert.Equal(code, Given.Code(Plates.TakeDown(Given.Order(ordered, effective, evidence))));

        Assert.Equal(PlateStatus.Valid, platform.Status);
        Assert.Equal(PlateStatus.Valid, function.Status);
    }

    [Fact]
    [Trait("Rule", "PLT-06")]
    public void Without_a_document_nothing_comes_down() => Assert.Equal("DOCUMENT_REQUIRED", Given.Code(Plates.TakeDown(Given.Order(document: " "))));

    [Fact]
    public void What_is_down_cannot_come_down_again()
    {
        Assert.True(Plates.TakeDown(Given.Order()).IsDone);

        Assert.Equal("ALREADY_DOWN", Given.Code(Plates.TakeDown(Given.Order())));
    }

    [Theory]
    [Trait("Rule", "PLT-06")]
    [InlineData(true)]
    [InlineData(false)]
    public void Only_a_suspended_function_is_restored(bool ofPlatform) =>
        Assert.Equal("NOT_SUSPENDED", Given.Code(Plates.Restore(ofPlatform ? platform.Number : function.Number, Given.Order())));

    [Fact]
    [Trait("Rule", "NET-07")]
    public void After_a_renaming_the_old_words_stay_with_their_dates_and_functions_go_on()
    {
        Assert.Equal([platform], Plates.End(PlateEnding.Renaming, Given.Order(evidence: null)).Value);

        Assert.Equal((Given.Text, Given.Today, PlateEnding.Renaming), (platform.Text, platform.TakenDownOn, platform.Ending));
        Assert.Equal(PlateStatus.Valid, function.Status);
        Assert.True(Plates.AwaitsReplacement);
    }

    [Fact]
    [Trait("Rule", "NET-07")]
    public void After_a_merger_the_functions_wait_to_be_decided()
    {
        Assert.True(Plates.End(PlateEnding.Merger, Given.Order(evidence: null)).IsDone);

        Assert.Equal(PlateStatus.Suspended, function.Status);
        Assert.False(Plates.AwaitsReplacement);
    }
}
