using IpNetwork.Domain.Catalog;
using Xunit;
using static IpNetwork.Domain.Tests.Catalog.CatalogWorld;

namespace IpNetwork.Domain.Tests.Catalog;

public sealed class GovernanceTests
{
    private static readonly string[] LocalNames =
        ["department", "localCode", "implementingCode", "windows", "address", "hours", "phones", "staff", "link", "pickUpPoint"];

    private static readonly string[] OpenableNames = ["committedLimit", "visits", "materials"];

    private readonly CatalogWorld world = new();

    public static TheoryData<string> LockedFields => [.. CatalogFields.All.Select(column => column.Name).Except([.. LocalNames, .. OpenableNames])];

    public static TheoryData<string> LocalFields => [.. LocalNames];

    public static TheoryData<string> OpenableFields => [.. OpenableNames];

    [Theory]
    [Trait("Rule", "CAT-03")]
    [MemberData(nameof(LockedFields))]
    public void A_locked_field_is_refused_by_name(string field)
    {
        world.Publish();

        var refusal = Assert.Single(world.TryOffer(Mianyang, [new(field, "1")]).Refusals);

        Assert.Equal(("FIELD_LOCKED", field), (refusal.Code, refusal.Field));
    }

    [Theory]
    [Trait("Rule", "CAT-03")]
    [InlineData("name")]
    [InlineData("category")]
    [InlineData("basicCode")]
    [InlineData("serviceObject")]
    [InlineData("content")]
    [InlineData("form")]
    [InlineData("handlingWay")]
    [InlineData("flowConditions")]
    [InlineData("materials")]
    [InlineData("fee")]
    [InlineData("committedLimit")]
    [InlineData("statutoryLimit")]
    [InlineData("legalBasis")]
    public void The_unified_fields_are_locked_unless_the_province_opens_them(string field) =>
        Assert.Equal(Governance.Locked, CatalogFields.Find(field)?.GovernanceIn(new ItemContent()));

    [Theory]
    [Trait("Rule", "CAT-04")]
    [MemberData(nameof(LocalFields))]
    public void A_local_field_is_filled_and_emptied_by_the_node(string name)
    {
        world.Publish();
        var field = CatalogFields.Find(name)!;
        var value = name == "link" ? "https://example.cn/" : "填写的内容";

        world.Offer(Mianyang, new FieldChange(name, $"  {value} "));
        Assert.Equal(value, field.Read(world.Item(Mianyang).Local));

        world.Offer(Mianyang, new FieldChange(name, " "));
        Assert.Null(field.Read(world.Item(Mianyang).Local));
    }

    [Theory]
    [Trait("Rule", "CAT-05")]
    [MemberData(nameof(OpenableFields))]
    public void A_field_the_province_has_not_opened_stays_locked(string field)
    {
        world.Publish(Content() with { OpenedFields = [.. OpenableNames.Where(name => name != field)] });

        var refusal = Assert.Single(world.TryOffer(Mianyang, [new(field, "1", ["form"])]).Refusals);

        Assert.Equal(("FIELD_LOCKED", field), (refusal.Code, refusal.Field));
    }

    [Theory]
    [Trait("Rule", "CAT-05")]
    [InlineData("committedLimit", "7", null)]
    [InlineData("committedLimit", "10", null)]
    [InlineData("committedLimit", "", null)]
    [InlineData("committedLimit", "11", "LIMIT_LOOSENED")]
    [InlineData("committedLimit", "0", "BAD_VALUE")]
    [InlineData("committedLimit", "-3", "BAD_VALUE")]
    [InlineData("committedLimit", "七", "BAD_VALUE")]
    [InlineData("committedLimit", "99999999999", "BAD_VALUE")]
    [InlineData("visits", "0", null)]
    [InlineData("visits", "1", null)]
    [InlineData("visits", "2", "LIMIT_LOOSENED")]
    [InlineData("visits", "半次", "BAD_VALUE")]
    public void An_opened_number_only_goes_down(string field, string text, string? code)
    {
        world.Publish();

        var outcome = world.TryOffer(Mianyang, [new(field, text)]);

        Assert.Equal(code, outcome.Refusals.SingleOrDefault()?.Code);
    }

    [Fact]
    [Trait("Rule", "CAT-05")]
    public void Materials_may_be_dropped_but_not_added()
    {
        world.Publish();
        world.Offer(Mianyang, new FieldChange("materials", List: ["form", "contract"]));

        var item = world.Item(Mianyang);
        Assert.Equal(["申请表", "质押合同"], item.Materials.Select(material => material.Name));
        Assert.Equal(["身份证明"], item.WaivedMaterials.Select(material => material.Name));

        var refusals = world.TryOffer(Mianyang, [new("materials", List: ["form", "财务报表", "照片"])]).Refusals;
        Assert.Equal(["MATERIAL_ADDED", "MATERIAL_ADDED"], refusals.Select(refusal => refusal.Code));
        Assert.Contains("照片", refusals[1].Message, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "CAT-03")]
    public void A_change_set_is_refused_field_by_field_and_changes_nothing()
    {
        world.Publish(Content() with { Extra = new Dictionary<string, string> { ["通办范围"] = "全省" } });
        var draft = world.Draft(Mianyang);

        var outcome = draft.Apply(
            world.Base.At(Pledge, world.Now)!.Content,
            [new("address", "示例路"), new("name", "别名"), new("committedLimit", "12"), new("通办范围", "本市"), new("colour", "红"), new("link", "javascript:alert(1)")],
            world.Now);

        Assert.Equal(
            [("FIELD_LOCKED", "name"), ("LIMIT_LOOSENED", "committedLimit"), ("FIELD_LOCKED", "通办范围"), ("UNKNOWN_FIELD", "colour"), ("BAD_VALUE", "link")],
            outcome.Refusals.Select(refusal => (refusal.Code, refusal.Field!)));
        Assert.Null(draft.Local.Address);
    }

    [Fact]
    [Trait("Rule", "CAT-04")]
    public void An_item_is_offered_once_every_needed_field_is_filled()
    {
        world.Publish();
        world.Offer(Mianyang, [.. EveryLocalField.Where(change => change.Field != "pickUpPoint")]);
        Assert.Equal("pickUpPoint", Assert.Single(world.Item(Mianyang).Missing).Name);
        Assert.False(world.Item(Mianyang).IsOffered);

        world.Offer(Mianyang, new FieldChange("pickUpPoint", "12 号窗"));
        Assert.True(world.Item(Mianyang).IsOffered);
    }

    [Fact]
    [Trait("Rule", "CAT-04")]
    [Trait("Rule", "CAT-16")]
    public void A_registered_government_item_also_needs_its_implementing_code()
    {
        world.Publish(Content() with { BasicCode = "510106043001" });
        world.Offer(Mianyang, EveryLocalField);

        Assert.Equal("implementingCode", Assert.Single(world.Item(Mianyang).Missing).Name);
    }

    [Fact]
    [Trait("Rule", "CAT-04")]
    public void The_province_may_ask_for_fewer_local_fields()
    {
        world.Publish(Content() with { NeededLocally = ["phones"] });
        world.Offer(Mianyang, new FieldChange("phones", "0816-000 0000"));

        Assert.True(world.Item(Mianyang).IsLocalised);
    }

    [Fact]
    [Trait("Rule", "CAT-05")]
    public void Only_fields_that_can_be_tightened_can_be_opened()
    {
        world.Publish();

        var refusal = Assert.Single(world.TryPublish(Content() with { OpenedFields = ["visits", "content"] }).Refusals);

        Assert.Equal(("FIELD_LOCKED", "openedFields"), (refusal.Code, refusal.Field));
    }
}
