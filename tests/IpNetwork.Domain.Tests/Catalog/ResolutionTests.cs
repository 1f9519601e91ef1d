using IpNetwork.Domain.Catalog;
using IpNetwork.Domain.Catalog.Effective;
using IpNetwork.Domain.Kernel;
using Xunit;
using static IpNetwork.Domain.Tests.Catalog.CatalogWorld;

namespace IpNetwork.Domain.Tests.Catalog;

public sealed class ResolutionTests
{
    private readonly CatalogWorld world = new();

    [Fact]
    [Trait("Rule", "CAT-08")]
    public void A_future_version_waits_with_its_date_and_needs_nobody_to_begin()
    {
        world.Publish();
        world.Publish(Content() with { CommittedLimit = 6 }, on: "2026-04-07");
        var items = world.Catalog(Mianyang).At(world.Now);

        Assert.Equal(China("2026-04-07 00:00"), items.Until);
        Assert.Equal((10, 2), (items.Items[0].CommittedLimit, items.Items[0].Next?.Version));
        Assert.Equal(10, world.At("2026-04-06 23:59").Item(Mianyang).CommittedLimit);
        Assert.Equal(6, world.At("2026-04-07 00:00").Item(Mianyang).CommittedLimit);
        Assert.Null(world.Catalog(Mianyang).At(world.Now).Until);
    }

    [Fact]
    [Trait("Rule", "CAT-08")]
    public void Of_two_versions_for_the_same_day_the_later_one_counts()
    {
        world.Publish();
        world.Publish(Content() with { CommittedLimit = 6 }, on: "2026-04-07");
        world.Publish(Content() with { CommittedLimit = 8 }, on: "2026-04-07");

        Assert.Equal(3, world.Item(Mianyang).Next?.Version);
        Assert.Equal((3, 8), (world.At("2026-04-07 00:00").Item(Mianyang).Version, world.Item(Mianyang).CommittedLimit));
    }

    [Fact]
    [Trait("Rule", "CAT-08")]
    public void Two_versions_published_on_one_day_hold_in_turn()
    {
        world.At("2026-03-02 09:00").Publish();
        world.At("2026-03-02 15:00").Publish(Content() with { CommittedLimit = 8 });

        Assert.Equal(10, world.Catalog(Mianyang).Find(Pledge, China("2026-03-02 14:59"))?.CommittedLimit);
        Assert.Equal(8, world.Item(Mianyang).CommittedLimit);
        Assert.Null(world.Catalog(Mianyang).Find(Pledge, China("2026-03-02 08:59")));
    }

    [Fact]
    [Trait("Rule", "CAT-08")]
    public void A_version_takes_back_those_announced_for_after_it()
    {
        world.Publish();
        world.Publish(Content() with { CommittedLimit = 6 }, on: "2026-06-01");
        world.Publish(Content() with { CommittedLimit = 8 }, on: "2026-05-06");

        Assert.Equal(3, world.At("2026-06-02 09:00").Item(Mianyang).Version);
        Assert.Equal(3, world.Base.History(Pledge)?.Versions.Length);
    }

    [Fact]
    [Trait("Rule", "CAT-02")]
    public void An_item_reaches_only_the_kinds_it_names_and_may_leave_one()
    {
        world.Publish();
        world.Offer(Station, EveryLocalField);
        world.Publish(Content() with { TargetKinds = [NodeKind.City] }, on: "2026-04-07");

        Assert.NotNull(world.Find(Station));
        Assert.Null(world.At("2026-04-07 00:00").Find(Station));
        Assert.NotNull(world.Find(Mianyang));
        Assert.Equal("ITEM_NOT_FOR_NODE", Assert.Single(world.TryOffer(Station, [new("phones", "1")]).Refusals).Code);
    }

    [Fact]
    [Trait("Rule", "CAT-02")]
    public void A_city_s_address_and_limit_do_not_pass_to_its_workstation()
    {
        world.Publish();
        world.Offer(Mianyang, [.. EveryLocalField, new("committedLimit", "5"), new("materials", List: [])]);

        var item = world.Item(Station);

        Assert.Equal((10, 3, false), (item.CommittedLimit, item.Materials.Count, item.IsLocalised));
        Assert.Empty(world.Item(Mianyang).Materials);
    }

    [Theory]
    [Trait("Rule", "CAT-02")]
    [InlineData(NodeStatus.Qualified, 1, 0, false)]
    [InlineData(NodeStatus.Operating, 1, 1, true)]
    [InlineData(NodeStatus.Rectifying, 1, 1, true)]
    [InlineData(NodeStatus.Suspended, 1, 1, false)]
    [InlineData(NodeStatus.Delisted, 0, 0, false)]
    [InlineData(NodeStatus.Merged, 0, 0, false)]
    public void Nodes_serve_show_or_only_prepare_according_to_their_status(NodeStatus status, int inWorkbench, int inPublic, bool offered)
    {
        world.Publish();
        world.Offer(Mianyang, EveryLocalField);
        var node = Mianyang with { Status = status };

        var items = world.Set(node).Catalog(node).At(world.Now);

        Assert.Equal((inWorkbench, inPublic, offered), (items.Items.Count, items.Public.Count, items.Items.Any(item => item.IsOffered)));
        Assert.Equal(inWorkbench == 1, world.Find(node) is not null);
    }

    [Fact]
    [Trait("Rule", "CAT-05")]
    public void The_province_s_own_value_is_no_promise_and_follows_the_province()
    {
        world.Publish();
        world.Offer(Mianyang, new FieldChange("committedLimit", "10"));
        Assert.Equal(OriginKind.Province, world.Item(Mianyang).Resolve(CatalogFields.CommittedLimit).Origin.Kind);

        world.Publish(Content() with { CommittedLimit = 6 });
        Assert.Empty(world.Item(Mianyang).SetAside);
    }

    [Fact]
    [Trait("Rule", "CAT-09")]
    public void A_promise_the_province_catches_up_with_is_no_conflict()
    {
        world.Publish();
        world.Offer(Mianyang, new FieldChange("committedLimit", "7"));
        world.Publish(Content() with { CommittedLimit = 7 });

        Assert.Empty(world.Item(Mianyang).SetAside);
        Assert.Equal(OriginKind.Province, world.Item(Mianyang).Resolve(CatalogFields.CommittedLimit).Origin.Kind);
    }

    [Fact]
    [Trait("Rule", "CAT-05")]
    public void A_tightened_field_shows_both_values_and_who_tightened()
    {
        world.Publish();
        world.Offer(Mianyang, new("visits", "0"), new("materials", List: ["form", "contract"]));

        var fields = world.Item(Mianyang).Fields.ToDictionary(field => field.Field.Name);

        Assert.Equal(("不用到现场", "1 次", OriginKind.Tightened), (fields["visits"].Value, fields["visits"].ProvinceValue, fields["visits"].Origin.Kind));
        Assert.Equal(("2 份：申请表、质押合同", Mianyang.Id), (fields["materials"].Value, fields["materials"].Origin.Node));
    }

    [Fact]
    [Trait("Rule", "CAT-09")]
    public void Materials_the_province_adds_are_asked_for_even_where_others_are_waived()
    {
        world.Publish();
        world.Offer(Mianyang, new FieldChange("materials", List: ["form", "contract"]));
        world.Publish(Content() with { Materials = [new("form", "申请表"), new("report", "评估报告")] });

        Assert.Equal(["form", "report"], world.Item(Mianyang).Materials.Select(material => material.Code));
        Assert.Empty(world.Item(Mianyang).SetAside);
    }

    [Fact]
    [Trait("Rule", "CAT-08")]
    public void An_offering_dated_ahead_waits_and_a_stale_draft_is_refused()
    {
        world.Publish();
        var stale = world.Draft(Mianyang);
        world.Keep(world.TryOffer(Mianyang, [new("phones", "0816-222 2222")], on: "2026-04-07").Value);

        Assert.Null(world.Item(Mianyang).Local.Phones);
        Assert.Equal(China("2026-04-07 00:00"), world.Item(Mianyang).Next?.At);
        Assert.Equal("0816-222 2222", world.At("2026-04-07 00:00").Item(Mianyang).Local.Phones);
        stale.Explain("改电话", world.Now);
        Assert.Equal("DRAFT_OUTDATED", Assert.Single(world.TryOffer(Mianyang, stale).Refusals).Code);
    }

    [Fact]
    [Trait("Rule", "CAT-10")]
    public void A_cancelled_item_cannot_be_localised()
    {
        world.Publish();
        world.Turn(ItemState.Cancelled);

        Assert.Equal("ITEM_CANCELLED", Assert.Single(world.TryOffer(Mianyang, [new("phones", "1")]).Refusals).Code);
    }

    [Fact]
    public void The_list_keeps_the_province_s_order()
    {
        world.Publish(Content("乙") with { OrderNo = 2 }, "A-1");
        world.Publish(Content("甲") with { OrderNo = 1 }, "B-1");
        world.Publish(Content("丙"), "A-0");

        Assert.Equal(["B-1", "A-1", "A-0"], world.Catalog(Mianyang).At(world.Now).Items.Select(item => item.Code));
    }

    [Fact]
    public void A_sample_says_so()
    {
        world.Publish(Content() with { IsSample = true });

        Assert.True(world.Item(Mianyang).IsSample);
    }

    [Fact]
    public void Resolving_fifty_items_allocates_little()
    {
        foreach (var number in Enumerable.Range(1, 50))
        {
            world.Publish(Content($"事项{number}"), $"SC-IP-{number}");
        }

        var catalog = world.Catalog(Mianyang);
        Assert.Equal(50, catalog.At(world.Now).Items.Count);
        var before = GC.GetAllocatedBytesForCurrentThread();
        catalog.At(world.Now);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 1, 20_000);
    }
}
