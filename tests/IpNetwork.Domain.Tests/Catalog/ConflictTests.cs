using IpNetwork.Domain.Catalog;
using IpNetwork.Domain.Catalog.Effective;
using IpNetwork.Domain.Catalog.Offerings;
using Xunit;
using static IpNetwork.Domain.Tests.Catalog.CatalogWorld;

namespace IpNetwork.Domain.Tests.Catalog;

public sealed class ConflictTests
{
    private readonly CatalogWorld world = new();

    [Fact]
    [Trait("Rule", "CAT-09")]
    public void A_node_has_ten_working_days_from_the_day_the_province_became_stricter()
    {
        ProvinceOvertakesMianyang();

        var conflict = Assert.Single(List());

        Assert.Equal((Pledge, "商标质押登记", "committedLimit", 2), (conflict.ItemCode, conflict.ItemName, conflict.Value.Field.Name, conflict.BaseVersion));
        Assert.Equal((Day("2026-04-21"), false), (conflict.Deadline, conflict.IsOverdue));
        Assert.Empty(List("2026-04-06 23:59"));
        Assert.False(Assert.Single(List("2026-04-21 23:59")).IsOverdue);
        Assert.True(Assert.Single(List("2026-04-22 00:00")).IsOverdue);
    }

    [Fact]
    [Trait("Rule", "CAT-09")]
    public void A_later_version_that_changes_something_else_gives_no_new_time()
    {
        ProvinceOvertakesMianyang();
        world.At("2026-04-15 09:00").Publish(Content() with { CommittedLimit = 6, Result = "通知书" });
        world.Offer(Mianyang, new FieldChange("phones", "0816-111 1111"));

        var conflict = Assert.Single(List());

        Assert.Equal((2, Day("2026-04-21")), (conflict.BaseVersion, conflict.Deadline));
        Assert.Equal("0816-111 1111", world.Item(Mianyang).Local.Phones);
    }

    [Fact]
    [Trait("Rule", "CAT-09")]
    public void A_node_may_take_the_province_s_value()
    {
        ProvinceOvertakesMianyang();
        var draft = world.Draft(Mianyang);
        draft.Explain("按全省执行", world.Now);

        Assert.True(draft.TakeProvince(CatalogFields.CommittedLimit, world.Now).IsDone);
        var version = world.Keep(world.TryOffer(Mianyang, draft).Value);

        Assert.Equal(new ConflictDecision("committedLimit", ConflictAnswer.TakeProvince, "7 个工作日", "6 个工作日"), Assert.Single(version.Decisions));
        Assert.Empty(List());
        Assert.Equal(6, world.Item(Mianyang).CommittedLimit);
        Assert.Equal("NO_CONFLICT", Assert.Single(draft.TakeProvince(CatalogFields.CommittedLimit, world.Now).Refusals).Code);
    }

    [Fact]
    [Trait("Rule", "CAT-09")]
    public void A_node_may_promise_something_tighter_still()
    {
        ProvinceOvertakesMianyang();

        Assert.Equal("LIMIT_LOOSENED", Assert.Single(world.TryOffer(Mianyang, [new("committedLimit", "7")]).Refusals).Code);
        var version = world.Offer(Mianyang, new FieldChange("committedLimit", "5"));

        Assert.Equal(new ConflictDecision("committedLimit", ConflictAnswer.Tighten, "7 个工作日", "5 个工作日"), Assert.Single(version.Decisions));
        Assert.Empty(List());
        Assert.Equal(5, world.Item(Mianyang).CommittedLimit);
    }

    [Fact]
    [Trait("Rule", "CAT-09")]
    public void A_conflict_resolves_itself_when_the_province_loosens_again()
    {
        ProvinceOvertakesMianyang();
        world.At("2026-04-10 09:00").Publish(Content() with { CommittedLimit = 8 });

        Assert.Empty(List());
        Assert.Equal((7, true), (world.Item(Mianyang).CommittedLimit, world.Item(Mianyang).IsTightened(CatalogFields.CommittedLimit)));
    }

    [Fact]
    [Trait("Rule", "CAT-09")]
    public void A_second_conflict_after_a_pause_has_its_own_ten_days()
    {
        ProvinceOvertakesMianyang();
        world.At("2026-04-10 09:00").Publish(Content() with { CommittedLimit = 8 });
        world.At("2026-05-11 09:00").Publish(Content() with { CommittedLimit = 5 });

        Assert.Equal(4, Assert.Single(List()).BaseVersion);
        Assert.Equal(Day("2026-05-25"), Assert.Single(List()).Deadline);
    }

    [Fact]
    [Trait("Rule", "CAT-09")]
    public void A_field_the_province_closes_sets_the_local_promise_aside()
    {
        world.Publish();
        world.Offer(Mianyang, new("materials", List: ["form"]), new("visits", "0"));
        world.At("2026-04-07 09:00").Publish(Content() with { OpenedFields = ["visits"] });

        var conflict = Assert.Single(List());

        Assert.Equal((SetAsideCause.NoLongerOpened, "materials"), (conflict.Value.Cause, conflict.Value.Field.Name));
        Assert.Equal((3, 0), (world.Item(Mianyang).Materials.Count, world.Item(Mianyang).Visits));
    }

    [Fact]
    [Trait("Rule", "CAT-09")]
    public void A_promise_published_ahead_conflicts_from_its_own_day()
    {
        world.Publish();
        world.Keep(world.TryOffer(Mianyang, [new("committedLimit", "7")], on: "2026-05-11").Value);
        world.Publish(Content() with { CommittedLimit = 6 }, on: "2026-04-07");

        Assert.Empty(List("2026-05-10 12:00"));
        Assert.Equal(Day("2026-05-25"), Assert.Single(List("2026-05-11 12:00")).Deadline);
    }

    [Fact]
    [Trait("Rule", "CAT-09")]
    [Trait("Rule", "CAT-10")]
    public void A_cancelled_item_leaves_nothing_to_decide()
    {
        ProvinceOvertakesMianyang();
        world.Turn(ItemState.Cancelled);

        Assert.Empty(List());
    }

    private void ProvinceOvertakesMianyang()
    {
        world.Publish();
        world.Offer(Mianyang, new FieldChange("committedLimit", "7"));
        world.Publish(Content() with { CommittedLimit = 6 }, on: "2026-04-07");
        world.At("2026-04-09 09:00");
    }

    private IReadOnlyList<TighteningConflict> List(string? at = null) =>
        Conflicts.Of(world.Catalog(Mianyang), at is null ? world.Now : China(at), 10, AddWeekdays);

    // The calendar is the caller's; Monday to Friday will do here.
    private static DateOnly AddWeekdays(DateOnly day, int count)
    {
        while (count > 0)
        {
            day = day.AddDays(1);
            count -= day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? 0 : 1;
        }

        return day;
    }
}
