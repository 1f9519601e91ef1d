using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using IpNetwork.Domain.Staff;
using Xunit;
using static IpNetwork.App.Tests.Catalog.CatalogTown;

namespace IpNetwork.App.Tests.Catalog;

/// <summary>How drafts are kept from each other, and when a version begins.</summary>
public sealed class WritingTests(CatalogHost host) : IClassFixture<CatalogHost>
{
    [Fact]
    public async Task A_second_change_names_the_version_it_saw_and_a_stale_one_is_refused()
    {
        using var town = await FoundAsync(host);
        await town.PublishBaseAsync();
        using var first = await town.DraftOfferingAsync(Localised);
        var version = first.Headers.ETag!.Tag;

        using var without = await town.DraftOfferingAsync(Localised);
        await RefusedAsync(without, (HttpStatusCode)428, "IF_MATCH_REQUIRED");
        using var second = await town.DraftOfferingAsync([new { field = "phones", text = "0816-000 0000" }], version);
        Assert.Equal(HttpStatusCode.NoContent, second.StatusCode);
        using var stale = await town.DraftOfferingAsync(Localised, version);
        await RefusedAsync(stale, HttpStatusCode.PreconditionFailed, "STALE");
        var draft = (await town.OfferingAsync())["draft"]!;
        Assert.Equal(("0816-000 0000", "涪城区示例路 1 号"), (draft["local"]!["phones"]!.GetValue<string>(), draft["local"]!["address"]!.GetValue<string>()));
    }

    [Fact]
    public async Task Publishing_again_under_the_same_key_publishes_once()
    {
        using var town = await FoundAsync(host);
        await town.PublishBaseAsync();
        using var drafted = await town.DraftOfferingAsync(Localised);

        using var first = await town.PublishOfferingAsync("key-1");
        using var again = await town.PublishOfferingAsync("key-1");
        using var other = await town.PublishOfferingAsync("key-1", "2099-01-01");

        Assert.Equal(1, (await ReadAsync(first, HttpStatusCode.Created))["version"]!.GetValue<int>());
        Assert.Equal(1, (await ReadAsync(again, HttpStatusCode.Created))["version"]!.GetValue<int>());
        Assert.Equal(["true"], again.Headers.GetValues("Idempotent-Replayed"));
        await RefusedAsync(other, HttpStatusCode.UnprocessableEntity, "IDEMPOTENCY_KEY_REUSED");
    }

    [Fact]
    public async Task Two_who_publish_one_draft_at_once_make_one_version()
    {
        using var town = await FoundAsync(host);
        await town.PublishBaseAsync();
        using var drafted = await town.DraftOfferingAsync(Localised);
        var version = drafted.Headers.ETag!.Tag;

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ =>
            town.Editor.PostAsync($"{town.Mianyang.Api}/offerings/{Pledge}/publication", new { reason = "按本地情况填写" }, version: version)));

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.Created);
        Assert.All(answers.Where(answer => answer.StatusCode != HttpStatusCode.Created), answer => Assert.Equal(HttpStatusCode.PreconditionFailed, answer.StatusCode));
    }

    [Fact]
    [Trait("Rule", "CAT-08")]
    public async Task A_version_for_a_later_day_begins_when_the_day_comes()
    {
        var own = new CatalogHost();
        await own.InitializeAsync();
        try
        {
            using var town = await FoundAsync(own);
            await town.PublishBaseAsync();
            var day = DateOnly.FromDateTime(own.Clock.GetUtcNow().UtcDateTime.AddHours(8)).AddDays(3);
            await town.PublishBaseAsync(Content(limit: 6), effectiveOn: day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));

            Assert.Equal("10 个工作日", Field(await town.OfferingAsync(), "committedLimit")["value"]!.GetValue<string>());
            own.Clock.Advance(TimeSpan.FromDays(3));
            using var later = await town.Given.StaffAsync(town.Mianyang, Role.Auditor);

            Assert.Equal("6 个工作日", Field(await later.JsonAsync($"{town.Mianyang.Api}/offerings/{Pledge}"), "committedLimit")["value"]!.GetValue<string>());
        }
        finally
        {
            await own.DisposeAsync();
        }
    }

    [Fact]
    [Trait("Rule", "CAT-08")]
    public async Task A_day_in_the_past_is_refused()
    {
        using var town = await FoundAsync(host);

        using var response = await town.TryPublishBaseAsync(effectiveOn: "2020-01-01");

        await RefusedAsync(response, HttpStatusCode.BadRequest, "BAD_DATE", "effectiveOn");
    }

    [Fact]
    [Trait("Rule", "CAT-07")]
    public async Task An_item_whose_implementation_row_is_incomplete_is_not_published()
    {
        using var town = await FoundAsync(host);
        var content = Content();
        content["handlingWay"] = "";

        using var response = await town.TryPublishBaseAsync(content);

        await RefusedAsync(response, HttpStatusCode.Conflict, "IMPLEMENTATION_MISSING", "handlingWay");
    }

    [Fact]
    [Trait("Rule", "CAT-01")]
    public async Task The_same_name_twice_is_refused()
    {
        using var town = await FoundAsync(host);
        await town.PublishBaseAsync();

        using var response = await town.Compiler.PostAsync($"{town.Province.Api}/base-items/drafts", new { code = "SC-IP-99", content = Content() });

        await RefusedAsync(response, HttpStatusCode.Conflict, "DUPLICATE_ITEM", "name");
    }

    [Fact]
    [Trait("Rule", "CAT-13")]
    public async Task Row_33_needs_an_assessment_and_staying_outside_a_reason()
    {
        using var town = await FoundAsync(host);
        var assessed = Content("新事项一");
        assessed["bundle"] = new JsonObject { ["number"] = 33 };
        var outside = Content("新事项二");
        outside["bundle"] = new JsonObject();

        using var first = await town.TryPublishBaseAsync(assessed, "SC-IP-33");
        using var second = await town.TryPublishBaseAsync(outside, "SC-IP-34");

        await RefusedAsync(first, HttpStatusCode.Conflict, "ASSESSMENT_REQUIRED", "bundle");
        await RefusedAsync(second, HttpStatusCode.Conflict, "ASSESSMENT_REQUIRED", "bundle");
    }

    [Theory]
    [Trait("Rule", "CAT-16")]
    [InlineData("basicCode", "12345")]
    public async Task A_basic_code_of_the_wrong_length_is_refused(string field, string value)
    {
        using var town = await FoundAsync(host);
        var content = Content();
        content[field] = value;

        using var response = await town.Compiler.PostAsync($"{town.Province.Api}/base-items/drafts", new { code = Pledge, content });

        await RefusedAsync(response, HttpStatusCode.BadRequest, "BAD_ITEM_CODE", field);
    }

    [Theory]
    [Trait("Rule", "CAT-16")]
    [InlineData("11510000008282966P2510100001000")]
    [InlineData("short")]
    public async Task An_implementing_code_that_is_not_the_node_s_is_refused(string code)
    {
        using var town = await FoundAsync(host);
        await town.PublishBaseAsync();

        using var response = await town.DraftOfferingAsync([new { field = "implementingCode", text = code }]);

        await RefusedAsync(response, HttpStatusCode.BadRequest, "BAD_ITEM_CODE", "implementingCode");
    }

    [Theory]
    [InlineData("""{"changes":[{"field":"address","text":"a\u0000b"}]}""", "BAD_VALUE")]
    [InlineData("""{"changes":[{"field":"address","text":"\ud800"}]}""", "MALFORMED_REQUEST")]
    [InlineData("""{"changes":[{"field":null}]}""", "BAD_VALUE")]
    [InlineData("""{"changes":[null]}""", "BAD_VALUE")]
    [InlineData("""{"changes":null}""", "BAD_VALUE")]
    [InlineData("""{"changes":[{"field":"materials","list":[null]}]}""", "BAD_VALUE")]
    [InlineData("""{"changes":[{"field":"nonsense","text":"1"}]}""", "UNKNOWN_FIELD")]
    [InlineData("null", "MALFORMED_REQUEST")]
    [InlineData("{", "MALFORMED_REQUEST")]
    public async Task Hostile_text_is_refused_before_it_reaches_the_database(string body, string code)
    {
        using var town = await FoundAsync(host);
        await town.PublishBaseAsync();
        var token = (await town.Editor.JsonAsync("/api/v1/session"))["csrfToken"]!.GetValue<string>();
        using var request = new HttpRequestMessage(HttpMethod.Put, new Uri($"{town.Mianyang.Api}/offerings/{Pledge}/draft", UriKind.Relative));
        request.Headers.Add("X-CSRF-TOKEN", token);
        request.Content = new StringContent(body, Encoding.UTF8, "application/json");

        using var response = await town.Editor.Http.SendAsync(request);

        await RefusedAsync(response, HttpStatusCode.BadRequest, code);
    }

    [Theory]
    [InlineData("openedFields")]
    [InlineData("neededLocally")]
    [InlineData("keywords")]
    public async Task A_list_with_an_empty_place_is_refused(string field)
    {
        using var town = await FoundAsync(host);
        var content = Content();
        content[field] = new JsonArray((JsonNode?)null);

        using var response = await town.Compiler.PostAsync($"{town.Province.Api}/base-items/drafts", new { code = Pledge, content });

        await RefusedAsync(response, HttpStatusCode.BadRequest, "BAD_VALUE", field);
    }

    [Fact]
    public async Task Only_the_province_s_catalog_manager_compiles_and_only_editors_write_offerings()
    {
        using var town = await FoundAsync(host);
        await town.PublishBaseAsync();
        using var clerk = await town.Given.StaffAsync(town.Mianyang, Role.WindowClerk);
        using var leader = await town.Given.StaffAsync(town.Province, Role.Leader);

        using var elsewhere = await town.Editor.PostAsync($"{town.Mianyang.Api}/base-items/drafts", new { code = "X-1", content = Content("另一个") });
        using var byClerk = await clerk.PutAsync($"{town.Mianyang.Api}/offerings/{Pledge}/draft", new { changes = Localised }, null);
        using var byLeader = await leader.PostAsync($"{town.Province.Api}/base-items/{Pledge}/suspension", new { reason = "x" });

        await RefusedAsync(elsewhere, HttpStatusCode.Forbidden, "ROLE_REQUIRED");
        await RefusedAsync(byClerk, HttpStatusCode.Forbidden, "ROLE_REQUIRED");
        await RefusedAsync(byLeader, HttpStatusCode.Forbidden, "ROLE_REQUIRED");
        Assert.NotEmpty((await leader.JsonAsync($"{town.Province.Api}/base-items"))["items"]!.AsArray());
    }
}
