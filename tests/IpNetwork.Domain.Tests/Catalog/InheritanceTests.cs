using IpNetwork.Domain.Catalog;
using IpNetwork.Domain.Catalog.Effective;
using IpNetwork.Domain.Kernel;
using Xunit;
using static IpNetwork.Domain.Tests.Catalog.CatalogWorld;

namespace IpNetwork.Domain.Tests.Catalog;

/// <summary>The ten tests of the domain's section 8.2, in their order.</summary>
public sealed class InheritanceTests
{
    private readonly CatalogWorld world = new();

    [Fact]
    [Trait("Rule", "CAT-02")]
    public void T01_What_the_province_publishes_is_seen_at_Mianyang()
    {
        world.Publish();

        var item = world.Item(Mianyang);

        Assert.Equal(("商标质押登记", 1, Sichuan), (item.Name, item.Version, item.OwnedBy));
    }

    [Fact]
    [Trait("Rule", "CAT-04")]
    public void T02_The_address_Mianyang_sets_is_merged_into_the_province_s_item()
    {
        world.Publish();
        world.Offer(Mianyang, new FieldChange("address", "涪城区示例路 1 号"));

        var item = world.Item(Mianyang);
        var address = item.Fields.Single(field => field.Field.Name == "address");
        var content = item.Fields.Single(field => field.Field.Name == "content");

        Assert.Equal(("涪城区示例路 1 号", new ValueOrigin(Mianyang.Id, OriginKind.Node)), (address.Value, address.Origin));
        Assert.Equal((Content().Content, new ValueOrigin(Sichuan, OriginKind.Province)), (content.Value, content.Origin));
        Assert.Null(world.Item(Chengdu).Local.Address);
    }

    [Fact]
    [Trait("Rule", "CAT-03")]
    public void T03_Mianyang_cannot_edit_the_service_content()
    {
        world.Publish();

        var refusal = Assert.Single(world.TryOffer(Mianyang, [new("content", "别的内容")]).Refusals);

        Assert.Equal(("FIELD_LOCKED", "content"), (refusal.Code, refusal.Field));
    }

    [Fact]
    [Trait("Rule", "CAT-05")]
    public void T04_An_opened_limit_may_go_from_10_to_7_but_not_to_12()
    {
        world.Publish();
        world.Offer(Mianyang, new FieldChange("committedLimit", "7"));

        Assert.Equal(7, world.Item(Mianyang).CommittedLimit);
        var refusal = Assert.Single(world.TryOffer(Mianyang, [new("committedLimit", "12")]).Refusals);
        Assert.Equal(("LIMIT_LOOSENED", "committedLimit"), (refusal.Code, refusal.Field));
        Assert.Contains("12 个工作日", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "CAT-09")]
    public void T05_When_the_province_shortens_to_6_a_local_7_is_set_aside_and_flagged()
    {
        world.Publish();
        world.Offer(Mianyang, new FieldChange("committedLimit", "7"));
        world.At("2026-03-09 09:00").Publish(Content() with { CommittedLimit = 6 });

        var item = world.Item(Mianyang);
        var limit = item.Resolve(CatalogFields.CommittedLimit);

        Assert.Equal(6, item.CommittedLimit);
        Assert.Equal(OriginKind.Province, limit.Origin.Kind);
        Assert.Equal(("7 个工作日", "6 个工作日"), (limit.SetAside?.LocalValue, limit.SetAside?.ProvinceValue));
    }

    [Fact]
    [Trait("Rule", "CAT-08")]
    public void T06_A_case_accepted_under_version_1_keeps_version_1()
    {
        world.Publish();
        world.Offer(Mianyang, new FieldChange("committedLimit", "7"));
        var stamp = world.Item(Mianyang).Stamp;
        world.At("2026-03-09 09:00").Publish(Content() with { CommittedLimit = 6, Content = "新的服务内容" });

        var accepted = world.Catalog(Mianyang).Under(stamp);

        Assert.Equal((1, 7, Content().Content), (accepted?.Version, accepted?.CommittedLimit, accepted?.Content.Content));
        Assert.Equal(6, world.Item(Mianyang).CommittedLimit);
    }

    [Fact]
    [Trait("Rule", "CAT-10")]
    public void T07_A_cancelled_item_is_gone_everywhere_on_its_day_while_open_cases_finish()
    {
        world.Publish();
        var stamp = world.Item(Mianyang).Stamp;
        world.Turn(ItemState.Cancelled, on: "2026-04-01", reason: "登记改由国家局直接办理");

        Assert.NotEmpty(world.At("2026-03-31 23:59").Catalog(Mianyang).At(world.Now).Items);
        world.At("2026-04-01 00:00");

        Assert.All(world.Catalogs, catalog => Assert.Empty(catalog.At(world.Now).Items));
        Assert.Equal((ItemState.Cancelled, "登记改由国家局直接办理"), (world.Item(Chengdu).State, world.Item(Chengdu).Reason));
        Assert.Equal(ItemState.InUse, world.Catalog(Mianyang).Under(stamp)?.State);
    }

    [Theory]
    [Trait("Rule", "CAT-06")]
    [InlineData("专利预审", "MY-09", "name")]
    [InlineData(" 专利 预审 ", "MY-09", "name")]
    [InlineData("另一个名称", "ＳＣ-ip-02", "code")]
    public void T08_Mianyang_cannot_create_the_province_s_item_as_its_own(string name, string code, string field)
    {
        world.Publish(Content("专利预审"), "SC-IP-02");

        var refusal = Assert.Single(world.TryOwn(Mianyang, OwnContent(name), code).Refusals);

        Assert.Equal(("DUPLICATE_OF_BASE", field), (refusal.Code, refusal.Field));
    }

    [Fact]
    [Trait("Rule", "CAT-02")]
    [Trait("Rule", "CAT-06")]
    public void T09_A_workstation_sees_base_items_for_workstations_and_what_Mianyang_shares_downward()
    {
        world.Publish();
        world.Publish(Content("专利优先审查") with { TargetKinds = [NodeKind.City] }, "SC-IP-04");
        world.Own(Mianyang, OwnContent("贯标辅导"), "MY-01", shared: true);
        world.Own(Mianyang, OwnContent("涉外维权沙龙"), "MY-02");
        world.Own(Chengdu, OwnContent("成都路演"), "CD-01", shared: true);

        var items = world.Catalog(Station).At(world.Now).Items;

        Assert.Equal([Pledge, "MY-01"], items.Select(item => item.Code));
        Assert.True(items[1].IsShared);
        Assert.Equal(new ValueOrigin(Mianyang.Id, OriginKind.Own), items[1].Resolve(CatalogFields.Name).Origin);
    }

    [Fact]
    [Trait("Rule", "CAT-02")]
    [Trait("Rule", "CAT-04")]
    public void T10_A_node_plated_today_has_the_whole_base_catalog_not_localised()
    {
        world.Publish();
        world.Publish(Content("专利预审"), "SC-IP-02");
        var fresh = new CatalogNode(new(5104), NodeKind.City, NodeStatus.Operating, NodePath.Parse("/51/5104/"));

        var items = world.Set(fresh).Catalog(fresh).At(world.Now).Items;

        Assert.Equal(2, items.Count);
        Assert.All(items, item => Assert.False(item.IsLocalised || item.IsOffered));
        Assert.Equal(
            ["department", "windows", "address", "hours", "phones", "staff", "link", "pickUpPoint"],
            items[0].Missing.Select(field => field.Name));
    }
}
