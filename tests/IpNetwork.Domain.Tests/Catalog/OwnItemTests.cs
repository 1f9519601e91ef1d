using IpNetwork.Domain.Catalog;
using IpNetwork.Domain.Catalog.Effective;
using IpNetwork.Domain.Catalog.Offerings;
using IpNetwork.Domain.Kernel;
using Xunit;
using static IpNetwork.Domain.Tests.Catalog.CatalogWorld;

namespace IpNetwork.Domain.Tests.Catalog;

public sealed class OwnItemTests
{
    private readonly CatalogWorld world = new();

    [Fact]
    [Trait("Rule", "CAT-06")]
    [Trait("Rule", "CAT-18")]
    public void Shared_and_personalised_items_stand_in_two_lists_and_are_marked()
    {
        world.Publish();
        world.Own(Mianyang);

        var items = world.Catalog(Mianyang).At(world.Now);

        Assert.Equal([Pledge], items.Shared.Select(item => item.Code));
        Assert.Equal(["MY-01"], items.Personalised.Select(item => item.Code));
        Assert.True(items.Personalised.Single() is { IsPersonalised: true, IsOffered: true, IsShared: false });
    }

    [Theory]
    [Trait("Rule", "CAT-06")]
    [InlineData(null)]
    [InlineData("专利类基础服务")]
    public void An_own_item_belongs_to_an_entry_of_the_value_added_directory(string? entry) =>
        Assert.Equal(
            "UNKNOWN_DIRECTORY_ENTRY",
            Assert.Single(world.TryOwn(Mianyang, OwnContent() with { DirectoryEntry = entry }).Refusals).Code);

    [Fact]
    [Trait("Rule", "CAT-06")]
    [Trait("Rule", "CAT-07")]
    public void An_own_item_needs_both_rows_its_department_and_charge_or_free()
    {
        var refusals = world.TryOwn(Mianyang, OwnContent() with { HandlingWay = "", Fee = null }, local: []).Refusals;

        Assert.All(refusals, refusal => Assert.Equal("IMPLEMENTATION_MISSING", refusal.Code));
        Assert.Equal(["handlingWay", "department", "fee"], refusals.Select(refusal => refusal.Field));
    }

    [Theory]
    [Trait("Rule", "CAT-06")]
    [InlineData("MY-02", "贯标 辅导", "name")]
    [InlineData("my01", "另一项", "code")]
    public void A_node_has_each_name_and_code_once(string code, string name, string field)
    {
        world.Own(Mianyang);

        var refusal = Assert.Single(world.TryOwn(Mianyang, OwnContent(name), code).Refusals);

        Assert.Equal(("DUPLICATE_ITEM", field), (refusal.Code, refusal.Field));
    }

    [Fact]
    [Trait("Rule", "CAT-06")]
    public void An_own_item_may_carry_the_name_of_another_node_s()
    {
        world.Own(Mianyang);

        Assert.True(world.TryOwn(Chengdu, OwnContent(), "CD-01").IsDone);
    }

    [Fact]
    [Trait("Rule", "CAT-06")]
    public void A_base_item_announced_for_later_is_already_protected()
    {
        world.Publish(Content("贯标辅导"), "SC-IP-40", on: "2026-06-01");

        Assert.Equal("DUPLICATE_OF_BASE", Assert.Single(world.TryOwn(Mianyang, OwnContent()).Refusals).Code);
    }

    [Fact]
    [Trait("Rule", "CAT-08")]
    public void Own_items_have_dated_versions_too()
    {
        world.Own(Mianyang);

        Assert.Equal("BAD_DATE", Assert.Single(world.TryOwn(Mianyang, OwnContent(), on: "2026-03-01").Refusals).Code);
        world.Keep(world.TryOwn(Mianyang, OwnContent() with { CommittedLimit = 3 }, on: "2026-04-01").Value);

        var item = world.Item(Mianyang, "MY-01");
        Assert.Equal((1, 10, 2), (item.Version, item.CommittedLimit, item.Next?.Version));
        Assert.Equal(3, world.At("2026-04-01 00:00").Item(Mianyang, "MY-01").CommittedLimit);
    }

    [Fact]
    [Trait("Rule", "CAT-10")]
    public void A_node_suspends_and_restores_its_own_item()
    {
        world.Own(Mianyang, shared: true);
        Keep(ItemState.Suspended);

        Assert.Equal(ItemState.Suspended, world.Item(Station, "MY-01").State);
        Assert.Equal("ITEM_STATE_UNCHANGED", Assert.Single(Turn(ItemState.Suspended).Refusals).Code);
        Keep(ItemState.InUse);
        Assert.True(world.Item(Station, "MY-01").IsOffered);
    }

    [Fact]
    [Trait("Rule", "CAT-06")]
    public void A_shared_item_is_shown_as_its_owner_offers_it_and_only_while_the_owner_serves()
    {
        world.Own(Mianyang, OwnContent() with { TargetKinds = [NodeKind.Workstation] }, shared: true);

        var item = world.Item(Station, "MY-01");
        Assert.Equal(("涪城区示例路 1 号", Governance.Locked), (item.Local.Address, item.Resolve(CatalogFields.Find("address")!).Governance));
        Assert.NotNull(world.Find(Mianyang, "MY-01"));

        world.Set(Mianyang with { Status = NodeStatus.Suspended });
        Assert.Null(world.Find(Station, "MY-01"));
    }

    [Fact]
    [Trait("Rule", "CAT-06")]
    public void The_nearer_item_wins_where_two_carry_one_code()
    {
        world.Own(Mianyang, OwnContent("城市辅导"), "X-1", shared: true);
        world.Own(Station, OwnContent("园区辅导"), "X-1");

        Assert.Equal("园区辅导", Assert.Single(world.Catalog(Station).At(world.Now).Items).Name);
        Assert.Equal("园区辅导", world.Item(Station, "X-1").Name);
    }

    private Outcome<OwnItemVersion> Turn(ItemState to) =>
        world.NodeCatalogOf(Mianyang).Turn(world.Base, "MY-01", to, "场地调整", world.Today, world.Now, Guid.NewGuid());

    private void Keep(ItemState to) => world.Keep(Turn(to).Value);
}
