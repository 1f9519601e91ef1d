using IpNetwork.Domain.Catalog;
using IpNetwork.Domain.Catalog.Effective;
using IpNetwork.Domain.Kernel;
using Xunit;
using static IpNetwork.Domain.Tests.Catalog.CatalogWorld;

namespace IpNetwork.Domain.Tests.Catalog;

public sealed class WhatIfTests
{
    private readonly CatalogWorld world = new();

    [Fact]
    [Trait("Rule", "CAT-09")]
    public void A_shorter_limit_shows_whom_it_reaches_and_whose_promise_it_overtakes()
    {
        world.Publish();
        world.Offer(Mianyang, [.. EveryLocalField, new("committedLimit", "7")]);
        world.Offer(Chengdu, new FieldChange("committedLimit", "5"));

        var whatIf = Ask(Content() with { CommittedLimit = 6 }, on: "2026-04-07");

        Assert.Equal([Chengdu.Id, Mianyang.Id, Station.Id], whatIf.Reached);
        Assert.Equal([Chengdu.Id, Mianyang.Id], whatIf.OfferingsTouched);
        Assert.Equal(Mianyang.Id, Assert.Single(whatIf.NewConflicts).NodeId);
        Assert.Equal(new FieldDifference(CatalogFields.CommittedLimit, "10 个工作日", "6 个工作日"), Assert.Single(whatIf.Changes));
        Assert.Empty(whatIf.Gaining);
        Assert.Empty(whatIf.NoLongerLocalised);
        Assert.Equal(10, world.At("2026-04-08 09:00").Item(Chengdu).Content.CommittedLimit);
    }

    [Fact]
    [Trait("Rule", "CAT-02")]
    public void Other_target_kinds_show_who_gains_and_who_loses_the_item()
    {
        world.Publish(Content() with { TargetKinds = [NodeKind.City] });

        var whatIf = Ask(Content() with { TargetKinds = [NodeKind.Workstation] });

        Assert.Equal([Station.Id], whatIf.Gaining);
        Assert.Equal([Chengdu.Id, Mianyang.Id], whatIf.Losing);
    }

    [Fact]
    [Trait("Rule", "CAT-06")]
    public void A_new_item_shows_which_own_items_stand_back()
    {
        world.Own(Mianyang);

        var whatIf = Ask(Content("贯标辅导"), code: "SC-IP-40");

        Assert.Equal(new NodeItem(Mianyang.Id, "MY-01", "贯标辅导"), Assert.Single(whatIf.OwnItemsSuperseded));
        Assert.Equal(3, whatIf.Gaining.Count);
        world.Publish(Content("贯标辅导"), "SC-IP-40");
        Assert.Equal("MY-01", Assert.Single(world.Catalog(Mianyang).At(world.Now).SupersededOwnItems).ItemCode);
        Assert.Null(world.Find(Mianyang, "MY-01"));
    }

    [Fact]
    [Trait("Rule", "CAT-08")]
    public void Announced_versions_that_would_be_taken_back_are_named()
    {
        world.Publish();
        world.Publish(Content() with { CommittedLimit = 6 }, on: "2026-06-01");

        Assert.Equal(2, Assert.Single(Ask(Content() with { CommittedLimit = 8 }, on: "2026-05-06").TakenBack).Version);
        Assert.Empty(Ask(Content() with { CommittedLimit = 8 }, on: "2026-07-01").TakenBack);
    }

    [Fact]
    [Trait("Rule", "CAT-04")]
    public void A_new_local_field_shows_who_would_stop_offering()
    {
        world.Publish();
        world.Offer(Mianyang, EveryLocalField);

        Assert.Equal([Mianyang.Id], Ask(Content() with { BasicCode = "510106043001" }).NoLongerLocalised);
    }

    [Fact]
    [Trait("Rule", "CAT-09")]
    public void A_promise_announced_for_later_is_looked_at_on_its_day()
    {
        world.Publish();
        world.Keep(world.TryOffer(Mianyang, [new("committedLimit", "7")], on: "2026-06-01").Value);

        Assert.Equal(Mianyang.Id, Assert.Single(Ask(Content() with { CommittedLimit = 6 }, on: "2026-04-07").NewConflicts).NodeId);
    }

    [Fact]
    [Trait("Rule", "CAT-09")]
    public void A_longer_limit_shows_the_conflicts_it_ends()
    {
        world.Publish();
        world.Offer(Mianyang, new FieldChange("committedLimit", "7"));
        world.At("2026-03-03 09:00").Publish(Content() with { CommittedLimit = 6 });

        var whatIf = Ask(Content() with { CommittedLimit = 9 });

        Assert.Equal(Mianyang.Id, Assert.Single(whatIf.ResolvedConflicts).NodeId);
        Assert.Empty(whatIf.NewConflicts);
    }

    [Fact]
    [Trait("Rule", "CAT-10")]
    public void Cancelling_an_item_of_the_bundle_is_pointed_out()
    {
        world.Publish();
        var cancellation = world.Base.Turn(Pledge, ItemState.Cancelled, "理由", world.Today, world.Now, Guid.NewGuid()).Value;

        var whatIf = WhatIf.Of(cancellation, world.Catalogs);

        Assert.Equal((true, ItemState.InUse, 3), (whatIf.LeavesBundle, whatIf.StateBefore, whatIf.Losing.Count));
    }

    [Fact]
    [Trait("Rule", "CAT-04")]
    public void The_difference_report_lays_the_nodes_side_by_side()
    {
        world.Publish();
        world.Offer(Mianyang, [.. EveryLocalField, new("committedLimit", "7")]);
        world.Offer(Chengdu, new FieldChange("visits", "0"));
        world.At("2026-03-03 09:00").Publish(Content() with { CommittedLimit = 6 });

        var report = DifferenceReport.Of(Pledge, world.Catalogs, world.Now);

        Assert.Equal([Chengdu.Id, Mianyang.Id, Station.Id], report.Nodes.Select(row => row.Node.Id));
        Assert.Equal((1, 2, 1, 1), (report.Offered, report.NotLocalised, report.Tightened, report.InConflict));
        Assert.Equal("visits", Assert.Single(report.Nodes[0].Tightened).Field.Name);
        Assert.Equal((8, "committedLimit"), (report.Nodes[1].Local.Count, Assert.Single(report.Nodes[1].SetAside).Field.Name));
        Assert.Equal(8, report.Nodes[2].Missing.Count);
    }

    private WhatIf Ask(ItemContent content, string code = Pledge, string? on = null) =>
        WhatIf.Of(world.TryPublish(content, code, on).Value, world.Catalogs);
}
