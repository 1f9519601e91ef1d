using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using IpNetwork.Domain.Catalog;
using IpNetwork.Domain.Catalog.Items;
using IpNetwork.Domain.Catalog.Offerings;
using Xunit;
using static IpNetwork.Domain.Tests.Catalog.CatalogWorld;

namespace IpNetwork.Domain.Tests.Catalog;

public sealed class StoredFormTests
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    [Fact]
    public void A_content_survives_being_stored()
    {
        var content = Content() with
        {
            Bundle = new(33, "川知评〔2026〕3号"),
            Extra = new Dictionary<string, string> { ["通办范围"] = "全省" },
            Keywords = ["质押"],
            NeededLocally = ["phones"],
            IsSample = true,
        };
        var json = JsonSerializer.Serialize(content, Options);
        var stored = JsonSerializer.Deserialize<ItemContent>(json, Options)!;

        Assert.Empty(FieldDifference.Between(content, stored));
        Assert.Equal(json, JsonSerializer.Serialize(stored, Options));
        Assert.Contains("\"platformRole\":\"AcceptAndForward\"", json, StringComparison.Ordinal);
        Assert.Contains("\"通办范围\":\"全省\"", json, StringComparison.Ordinal);
    }

    [Fact]
    public void Hostile_json_is_refused_and_never_breaks()
    {
        const string json = """
            { "name": null, "bundle": null, "materials": [null, { "form": 9 }], "keywords": null, "extra": null, "openedFields": null,
              "targetKinds": [42], "platformRole": 7, "handlingKind": -1 }
            """;
        var content = JsonSerializer.Deserialize<ItemContent>(json, Options)!;

        var refusals = BaseItemDraft.Start(Sichuan, Guid.NewGuid(), Pledge, content, China("2026-03-02 09:00")).Refusals;

        Assert.Equal(["materials", "targetKinds", "platformRole", "handlingKind", "materials"], refusals.Select(refusal => refusal.Field));
        Assert.All(refusals, refusal => Assert.Equal("BAD_VALUE", refusal.Code));
    }

    [Fact]
    public void An_offering_s_parts_survive_being_stored()
    {
        var tightening = new Tightening { CommittedLimit = 5, WaivedMaterials = ["identity"] };
        var decision = new ConflictDecision("committedLimit", ConflictAnswer.Tighten, "7 个工作日", "5 个工作日");
        var local = new LocalFields { Department = "绵阳市平台", PickUpPoint = "12 号窗" };

        Assert.Equal(["identity"], JsonSerializer.Deserialize<Tightening>(JsonSerializer.Serialize(tightening, Options), Options)!.WaivedMaterials);
        Assert.Equal(decision, JsonSerializer.Deserialize<ConflictDecision>(JsonSerializer.Serialize(decision, Options), Options));
        Assert.Equal(local, JsonSerializer.Deserialize<LocalFields>(JsonSerializer.Serialize(local, Options), Options));
    }

    [Fact]
    public void Every_change_of_content_shows_in_the_comparison()
    {
        var before = Content();
        var after = before with
        {
            Materials = [new("form", "申请表") { Copies = 2 }, new("contract", "质押合同"), new("identity", "身份证明")],
            Extra = new Dictionary<string, string> { ["通办范围"] = "全省" },
            OpenedFields = ["visits"],
            Bundle = new(null, null, "法院受理"),
        };

        Assert.Equal(["bundle", "openedFields", "materials", "通办范围"], FieldDifference.Between(before, after).Select(difference => difference.Field.Name));
    }

    [Fact]
    public void Wire_names_are_unique_and_in_camel_case() =>
        Assert.All(
            CatalogFields.All.GroupBy(field => field.Name),
            group => Assert.True(group.Count() == 1 && char.IsAsciiLetterLower(group.Key[0]) && group.Key.All(char.IsAsciiLetterOrDigit), group.Key));
}
