using IpNetwork.Domain.Catalog;
using IpNetwork.Domain.Catalog.Items;
using IpNetwork.Domain.Kernel;
using Xunit;
using static IpNetwork.Domain.Tests.Catalog.CatalogWorld;

namespace IpNetwork.Domain.Tests.Catalog;

public sealed class BaseItemTests
{
    private readonly CatalogWorld world = new();

    [Theory]
    [Trait("Rule", "CAT-01")]
    [InlineData("SC-IP-99", "商标质押登记", "name")]
    [InlineData("SC-IP-99", "商标 质押登记", "name")]
    [InlineData("sc-ip-12", "别的事项", "code")]
    public void The_same_name_or_code_twice_is_a_duplicate(string code, string name, string field)
    {
        world.Publish();

        var refusal = Assert.Single(world.TryPublish(Content(name), code).Refusals);

        Assert.Equal(("DUPLICATE_ITEM", field), (refusal.Code, refusal.Field));
    }

    [Fact]
    [Trait("Rule", "CAT-01")]
    public void Brackets_in_full_and_half_width_are_the_same_name()
    {
        world.Publish(Content("知识产权（专利）信息检索"), "SC-IP-31");

        Assert.Equal("DUPLICATE_ITEM", Assert.Single(world.TryPublish(Content("知识产权(专利)信息检索"), "SC-IP-98").Refusals).Code);
    }

    [Fact]
    [Trait("Rule", "CAT-01")]
    public void The_same_basic_code_twice_is_a_duplicate()
    {
        world.Publish(Content() with { BasicCode = "510106043001" });

        var refusal = Assert.Single(world.TryPublish(Content("别的事项") with { BasicCode = "510106043001" }, "SC-IP-99").Refusals);

        Assert.Equal(("DUPLICATE_ITEM", "basicCode"), (refusal.Code, refusal.Field));
    }

    [Fact]
    [Trait("Rule", "CAT-01")]
    public void A_name_announced_for_a_later_day_is_already_taken()
    {
        world.Publish();
        world.Publish(Content("商标权质押登记"), on: "2026-06-01");

        Assert.Equal("DUPLICATE_ITEM", Assert.Single(world.TryPublish(Content("商标权质押登记"), "SC-IP-99").Refusals).Code);
    }

    [Fact]
    [Trait("Rule", "CAT-01")]
    public void The_name_of_a_cancelled_item_is_free_until_it_comes_back()
    {
        world.Publish();
        world.Turn(ItemState.Cancelled);
        world.At("2026-03-03 09:00").Publish(Content(), "SC-IP-99");

        var restored = world.Base.Turn(Pledge, ItemState.InUse, "恢复", world.Today, world.Now, Guid.NewGuid());

        Assert.Equal("DUPLICATE_ITEM", Assert.Single(restored.Refusals).Code);
    }

    [Fact]
    [Trait("Rule", "CAT-07")]
    public void Both_rows_must_be_complete_and_every_gap_is_named()
    {
        var refusals = world.TryPublish(new ItemContent { Name = "新事项", Bundle = new(1) }).Refusals;

        Assert.All(refusals, refusal => Assert.Equal("IMPLEMENTATION_MISSING", refusal.Code));
        Assert.Equal(
            ["category", "serviceObject", "content", "form", "flowConditions", "handlingWay", "committedLimit", "materials", "supervisionWay", "targetKinds"],
            refusals.Select(refusal => refusal.Field));
    }

    [Fact]
    [Trait("Rule", "CAT-07")]
    public void An_item_that_asks_for_no_material_says_so_and_is_complete()
    {
        Assert.True(world.TryPublish(Content() with { Materials = [] }).IsDone);
        Assert.Equal("materials", Assert.Single(world.TryPublish(Content() with { Materials = null }).Refusals).Field);
    }

    [Fact]
    [Trait("Rule", "CAT-07")]
    public void A_charge_needs_what_it_rests_on() =>
        Assert.Equal("fee", Assert.Single(world.TryPublish(Content() with { Fee = new(true, "200 元") }).Refusals).Field);

    [Theory]
    [Trait("Rule", "CAT-08")]
    [InlineData("2026-03-01", "BAD_DATE")]
    [InlineData("2026-03-02", null)]
    [InlineData("2026-03-03", null)]
    public void A_version_cannot_begin_in_the_past(string on, string? code) =>
        Assert.Equal(code, world.TryPublish(Content(), on: on).Refusals.SingleOrDefault()?.Code);

    [Fact]
    [Trait("Rule", "CAT-08")]
    public void Today_means_now_and_a_later_day_begins_at_midnight_in_China()
    {
        world.At("2026-03-02 00:30");

        Assert.Equal(China("2026-03-02 00:30"), world.TryPublish(Content()).Value.EffectiveAt);
        Assert.Equal(China("2026-03-03 00:00"), world.TryPublish(Content(), on: "2026-03-03").Value.EffectiveAt);
        Assert.Equal(TimeSpan.Zero, world.TryPublish(Content(), on: "2026-03-03").Value.EffectiveAt.Offset);
    }

    [Fact]
    [Trait("Rule", "CAT-08")]
    public void Every_version_has_a_number_and_a_reason()
    {
        world.Publish();

        Assert.Equal(2, world.Publish(Content() with { CommittedLimit = 8 }).Version);
        Assert.Equal("REASON_REQUIRED", Assert.Single(world.TryPublish(Content(), reason: " ").Refusals).Code);
    }

    [Fact]
    [Trait("Rule", "CAT-08")]
    public void A_draft_overtaken_by_another_version_is_not_published()
    {
        var draft = BaseItemDraft.From(world.Publish(), Guid.NewGuid(), world.Now);
        draft.Write(Content() with { Result = "通知书" }, "补充结果", world.Now);
        world.Publish(Content() with { CommittedLimit = 8 });

        Assert.Equal("DRAFT_OUTDATED", Assert.Single(draft.Publish(world.Base, world.Today, world.Now, Guid.NewGuid()).Refusals).Code);
    }

    [Theory]
    [Trait("Rule", "CAT-10")]
    [InlineData(ItemState.InUse, ItemState.Suspended, null)]
    [InlineData(ItemState.InUse, ItemState.Cancelled, null)]
    [InlineData(ItemState.InUse, ItemState.InUse, "ITEM_STATE_UNCHANGED")]
    [InlineData(ItemState.Suspended, ItemState.InUse, null)]
    [InlineData(ItemState.Suspended, ItemState.Cancelled, null)]
    [InlineData(ItemState.Suspended, ItemState.Suspended, "ITEM_STATE_UNCHANGED")]
    [InlineData(ItemState.Cancelled, ItemState.InUse, null)]
    [InlineData(ItemState.Cancelled, ItemState.Suspended, "ITEM_CANCELLED")]
    [InlineData(ItemState.Cancelled, ItemState.Cancelled, "ITEM_STATE_UNCHANGED")]
    public void Items_are_suspended_cancelled_and_restored(ItemState from, ItemState to, string? code)
    {
        world.Publish();
        if (from is not ItemState.InUse)
        {
            world.Turn(from);
        }

        var outcome = world.Base.Turn(Pledge, to, "理由", world.Today, world.Now, Guid.NewGuid());

        Assert.Equal((code, code is null), (outcome.Refusals.SingleOrDefault()?.Code, outcome.IsDone && outcome.Value.State == to));
    }

    [Fact]
    [Trait("Rule", "CAT-10")]
    public void A_decision_about_an_item_needs_a_reason_and_a_day_to_come()
    {
        world.Publish();

        var refusals = world.Base.Turn(Pledge, ItemState.Suspended, "", Day("2026-02-01"), world.Now, Guid.NewGuid()).Refusals;

        Assert.Equal(["REASON_REQUIRED", "BAD_DATE"], refusals.Select(refusal => refusal.Code));
    }

    [Fact]
    [Trait("Rule", "CAT-10")]
    public void A_suspended_item_is_shown_everywhere_with_the_reason_and_comes_back_when_restored()
    {
        world.Publish();
        world.Offer(Mianyang, EveryLocalField);
        world.At("2026-03-03 09:00").Turn(ItemState.Suspended, reason: "系统升级");
        world.Turn(ItemState.InUse, on: "2026-03-10");

        var suspended = Assert.Single(world.Catalog(Mianyang).At(world.Now).Public);
        Assert.Equal((ItemState.Suspended, "系统升级", false), (suspended.State, suspended.Reason, suspended.IsOffered));
        Assert.Equal((China("2026-03-10 00:00"), ItemState.InUse), (suspended.Next!.At, suspended.Next.State));
        Assert.True(world.At("2026-03-10 00:00").Item(Mianyang).IsOffered);
    }

    [Fact]
    [Trait("Rule", "CAT-10")]
    public void A_new_content_does_not_lift_a_suspension()
    {
        world.Publish();
        world.Turn(ItemState.Suspended);
        world.Publish(Content() with { CommittedLimit = 8 });

        Assert.Equal((ItemState.Suspended, 8), (world.Item(Mianyang).State, world.Item(Mianyang).CommittedLimit));
    }

    [Theory]
    [Trait("Rule", "CAT-13")]
    [InlineData(12, null, null, null)]
    [InlineData(33, "川知评〔2026〕3号", null, null)]
    [InlineData(33, null, null, "ASSESSMENT_REQUIRED")]
    [InlineData(33, " ", null, "ASSESSMENT_REQUIRED")]
    [InlineData(null, null, "由法院单独受理", null)]
    [InlineData(null, null, null, "ASSESSMENT_REQUIRED")]
    [InlineData(34, null, null, "BAD_VALUE")]
    [InlineData(0, null, null, "BAD_VALUE")]
    public void Being_outside_the_bundle_or_in_its_last_row_has_to_be_justified(int? number, string? assessment, string? reason, string? code)
    {
        var started = BaseItemDraft.Start(Sichuan, Guid.NewGuid(), "SC-IP-90", Content("新事项") with { Bundle = new(number, assessment, reason) }, world.Now);
        var outcome = started.IsDone ? Publish(started.Value) : Outcome.Refused<BaseItemVersion>(started.Refusals);

        Assert.Equal(code, outcome.Refusals.SingleOrDefault()?.Code);
    }

    [Fact]
    public void A_content_that_contradicts_itself_cannot_even_be_kept_as_a_draft()
    {
        var content = Content() with { CommittedLimit = 30, Visits = -1, Materials = [new("a", "甲"), new("a", "乙")], NeededLocally = ["name"] };

        var refusals = BaseItemDraft.Start(Sichuan, Guid.NewGuid(), Pledge, content, world.Now).Refusals;

        Assert.Equal(["neededLocally", "materials", "visits", "committedLimit"], refusals.Select(refusal => refusal.Field));
    }

    private Outcome<BaseItemVersion> Publish(BaseItemDraft draft)
    {
        draft.Write(draft.Content, "编制", world.Now);
        return draft.Publish(world.Base, world.Today, world.Now, Guid.NewGuid());
    }
}
