using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using IpNetwork.Domain.Staff;
using IpNetwork.Testing;
using Xunit;

namespace IpNetwork.App.Tests.Catalog;

/// <summary>A province with 绵阳, its workstation and 成都, and the people who write their catalogs.</summary>
internal sealed class CatalogTown(NetworkHost host) : IDisposable
{
    public const string Pledge = "SC-IP-12";

    public Given Given { get; } = new(host);

    public TestNode Province { get; private set; } = null!;

    public TestNode Mianyang { get; private set; } = null!;

    public TestNode Chengdu { get; private set; } = null!;

    public TestNode Station { get; private set; } = null!;

    /// <summary>The province's catalog manager.</summary>
    public Visitor Compiler { get; private set; } = null!;

    /// <summary>绵阳's catalog editor.</summary>
    public Visitor Editor { get; private set; } = null!;

    public static async Task<CatalogTown> FoundAsync(NetworkHost host)
    {
        var town = new CatalogTown(host);
        town.Province = await town.Given.ProvinceAsync();
        town.Mianyang = await town.Given.CityAsync(town.Province);
        town.Chengdu = await town.Given.CityAsync(town.Province, "成都市", "510100");
        town.Station = await town.Given.WorkstationAsync(town.Mianyang);
        town.Compiler = await town.Given.StaffAsync(town.Province, Role.CatalogManager);
        town.Editor = await town.Given.StaffAsync(town.Mianyang, Role.CatalogEditor);
        return town;
    }

    public static JsonObject Content(string name = "商标质押登记", int limit = 10, string[]? kinds = null) => new()
    {
        ["name"] = name,
        ["category"] = "知识产权运用",
        ["serviceObject"] = "企业法人、个人、其他组织",
        ["content"] = "为出质人和质权人办理登记的受理与转送",
        ["form"] = "线上、线下",
        ["platformRole"] = "AcceptAndForward",
        ["bundle"] = new JsonObject { ["number"] = 12 },
        ["flowConditions"] = "申请、核验、转送、反馈",
        ["handlingWay"] = "网上全程、窗口",
        ["committedLimit"] = limit,
        ["visits"] = 1,
        ["materials"] = new JsonArray(
            new JsonObject { ["code"] = "form", ["name"] = "申请表" },
            new JsonObject { ["code"] = "contract", ["name"] = "质押合同" },
            new JsonObject { ["code"] = "identity", ["name"] = "身份证明" }),
        ["supervisionWay"] = "好差评、电话回访",
        ["fee"] = new JsonObject { ["charged"] = false },
        ["targetKinds"] = new JsonArray([.. (kinds ?? ["City", "Workstation"]).Select(kind => JsonValue.Create(kind))]),
        ["openedFields"] = new JsonArray("committedLimit", "materials", "visits"),
        ["neededLocally"] = new JsonArray("department", "address"),
    };

    public static JsonObject OwnContent(string name = "贯标辅导")
    {
        var content = Content(name);
        content["directoryEntry"] = "知识产权贯标";
        content["openedFields"] = new JsonArray();
        content["targetKinds"] = new JsonArray();
        return content;
    }

    public async Task<string> DraftBaseAsync(JsonObject? content = null, string code = Pledge, string? reason = null)
    {
        using var response = await Compiler.PostAsync($"{Province.Api}/base-items/drafts", new { code, content = content ?? Content(), reason });
        return (await ReadAsync(response, HttpStatusCode.Created))["id"]!.GetValue<string>();
    }

    public async Task<HttpResponseMessage> TryPublishBaseAsync(JsonObject? content = null, string code = Pledge, string? effectiveOn = null)
    {
        using var drafted = await Compiler.PostAsync($"{Province.Api}/base-items/drafts", new { code, content = content ?? Content() });
        var id = (await ReadAsync(drafted, HttpStatusCode.Created))["id"]!.GetValue<string>();
        return await Compiler.PostAsync($"{Province.Api}/base-items/drafts/{id}/publication", new { reason = "全省统一编制", effectiveOn });
    }

    public async Task PublishBaseAsync(JsonObject? content = null, string code = Pledge, string? effectiveOn = null)
    {
        using var response = await TryPublishBaseAsync(content, code, effectiveOn);
        await ReadAsync(response, HttpStatusCode.Created);
    }

    public Task<HttpResponseMessage> DraftOfferingAsync(object[] changes, string? version = null, string code = Pledge) =>
        Editor.PutAsync($"{Mianyang.Api}/offerings/{code}/draft", new { changes }, version);

    public Task<HttpResponseMessage> PublishOfferingAsync(string? key = null, string? effectiveOn = null, string code = Pledge) =>
        Editor.PostAsync($"{Mianyang.Api}/offerings/{code}/publication", new { reason = "按本地情况填写", effectiveOn }, key);

    public async Task OfferAsync(params object[] changes)
    {
        using var drafted = await DraftOfferingAsync(changes);
        await ReadAsync(drafted, HttpStatusCode.NoContent);
        using var published = await PublishOfferingAsync();
        await ReadAsync(published, HttpStatusCode.Created);
    }

    public static object[] Localised { get; } = [new { field = "department", text = "绵阳市知识产权公共服务平台" }, new { field = "address", text = "涪城区示例路 1 号" }];

    public async Task<HttpResponseMessage> TryOwnAsync(string code, JsonObject? content = null, bool shared = false, string? key = null) =>
        await Editor.PostAsync($"{Mianyang.Api}/own-items", new { code, content = content ?? OwnContent(), local = Localised, sharedDownward = shared }, key);

    public async Task OwnAsync(string code, JsonObject? content = null, bool shared = false)
    {
        using var drafted = await TryOwnAsync(code, content, shared);
        var id = (await ReadAsync(drafted, HttpStatusCode.Created))["id"]!.GetValue<string>();
        using var published = await Editor.PostAsync($"{Mianyang.Api}/own-items/{id}/publication", new { reason = "本地高频需求" });
        await ReadAsync(published, HttpStatusCode.Created);
    }

    public async Task<JsonNode> OfferingAsync(string code = Pledge, string query = "") => await Editor.JsonAsync($"{Mianyang.Api}/offerings/{code}{query}");

    public static JsonNode Field(JsonNode offering, string name) => offering["fields"]!.AsArray().Single(field => field!["name"]!.GetValue<string>() == name)!;

    /// <summary>The body of an answer that must have this status; says what came instead.</summary>
    public static async Task<JsonNode> ReadAsync(HttpResponseMessage response, HttpStatusCode status)
    {
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(status == response.StatusCode, $"{(int)response.StatusCode} instead of {(int)status}: {text}");
        return text.Length == 0 ? new JsonObject() : JsonNode.Parse(text, documentOptions: new JsonDocumentOptions()) ?? new JsonObject();
    }

    public static async Task RefusedAsync(HttpResponseMessage response, HttpStatusCode status, string code, string? field = null)
    {
        var problem = await ReadAsync(response, status);
        Assert.Equal(code, problem["code"]!.GetValue<string>());
        if (field is not null)
        {
            Assert.NotNull(problem["errors"]?[field]);
        }
    }

    public void Dispose()
    {
        Compiler.Dispose();
        Editor.Dispose();
    }
}
