using System.Net;
using System.Text.Json.Nodes;
using IpNetwork.Domain.Catalog;
using IpNetwork.Domain.Kernel;
using IpNetwork.Testing;
using Xunit;

namespace IpNetwork.App.Tests.Portal;

public sealed class ServicesApiTests(PortalHost host) : IClassFixture<PortalHost>
{
    private readonly Given given = new(host);
    private readonly GivenCatalog catalog = new(host);

    [Fact]
    [Trait("Rule", "CAT-02")]
    public async Task A_published_item_stands_in_every_nodes_list_without_its_doing()
    {
        var province = await given.ProvinceAsync();
        var city = await given.CityAsync(province);
        await catalog.PublishAsync(province);
        using var visitor = host.Visitor();

        var item = Assert.Single((await visitor.JsonAsync($"{city.Api}/services"))["items"]!.AsArray())!;

        Assert.Equal(GivenCatalog.Pledge, (string?)item["code"]);
        Assert.Equal("base", (string?)item["kind"]);
        Assert.False((bool)item["localised"]!);
        Assert.False((bool)item["offered"]!);
    }

    [Fact]
    [Trait("Rule", "CAT-04")]
    public async Task An_item_whose_local_part_is_missing_says_what_is_missing()
    {
        var (_, city) = await NetworkAsync();
        using var visitor = host.Visitor();

        var item = await visitor.JsonAsync($"{city.Api}/services/{GivenCatalog.Pledge}");

        Assert.Contains("phones", item["missing"]!.AsArray().Select(name => (string?)name));
        Assert.False((bool)item["localised"]!);
    }

    [Fact]
    [Trait("Rule", "CAT-05")]
    public async Task Every_value_names_who_decided_it()
    {
        var (province, city) = await NetworkAsync();
        await catalog.OfferAsync(city, GivenCatalog.Pledge, [.. GivenCatalog.EveryLocalField, new("committedLimit", "7")]);
        using var visitor = host.Visitor();

        var item = await visitor.JsonAsync($"{city.Api}/services/{GivenCatalog.Pledge}");

        Assert.Equal(7, (int)item["committedLimit"]!);
        Assert.True((bool)item["offered"]!);
        Assert.Equal(("Tightened", city.Slug), Origin(item, "committedLimit"));
        Assert.Equal("10 个工作日", (string?)Field(item, "committedLimit")["provinceValue"]);
        Assert.Equal(("Province", province.Slug), Origin(item, "content"));
        Assert.Equal(("Node", city.Slug), Origin(item, "phones"));
    }

    [Fact]
    [Trait("Rule", "CAT-18")]
    public async Task Shared_and_personalised_items_are_both_published()
    {
        var (_, city) = await NetworkAsync();
        await catalog.OwnAsync(city);
        using var visitor = host.Visitor();

        var lists = await visitor.JsonAsync($"{city.Api}/catalog");
        var own = (await visitor.JsonAsync($"{city.Api}/services?kind=value-added"))["items"]!.AsArray();

        Assert.Equal(GivenCatalog.Pledge, (string?)Assert.Single(lists["shared"]!.AsArray())!["code"]);
        Assert.Equal("MY-01", (string?)Assert.Single(lists["personalised"]!.AsArray())!["code"]);
        Assert.Equal("MY-01", (string?)Assert.Single(own)!["code"]);
    }

    [Fact]
    [Trait("Rule", "CAT-08")]
    public async Task A_guide_can_be_read_as_it_will_be_on_a_later_day()
    {
        var (province, city) = await NetworkAsync();
        var later = EffectiveDay.Of(host.Clock.GetUtcNow()).AddDays(30);
        await catalog.PublishAsync(province, GivenCatalog.Content() with { CommittedLimit = 6 }, on: later);
        using var visitor = host.Visitor();

        var now = await visitor.JsonAsync($"{city.Api}/services/{GivenCatalog.Pledge}");
        var then = await visitor.JsonAsync($"{city.Api}/services/{GivenCatalog.Pledge}?at={later:yyyy-MM-dd}");

        Assert.Equal(10, (int)now["committedLimit"]!);
        Assert.Equal(2, (int)now["next"]!["version"]!);
        Assert.Equal(6, (int)then["committedLimit"]!);
    }

    [Fact]
    [Trait("Rule", "CAT-10")]
    public async Task A_cancelled_item_leaves_the_list_but_still_says_why()
    {
        var (province, city) = await NetworkAsync();
        await catalog.TurnAsync(province, ItemState.Cancelled, "登记改由国家局直接办理");
        using var visitor = host.Visitor();

        var list = await visitor.JsonAsync($"{city.Api}/services");
        var item = await visitor.JsonAsync($"{city.Api}/services/{GivenCatalog.Pledge}");

        Assert.Empty(list["items"]!.AsArray());
        Assert.Equal("登记改由国家局直接办理", (string?)item["reason"]);
    }

    [Fact]
    [Trait("Rule", "NET-08")]
    public async Task A_node_that_is_not_plated_yet_shows_no_catalog()
    {
        var province = await given.ProvinceAsync();
        await catalog.PublishAsync(province);
        var prepared = await given.NodeAsync(NodeKind.City, province, "德阳市", "510600", operating: false);
        using var visitor = host.Visitor();

        Assert.Empty((await visitor.JsonAsync($"{prepared.Api}/services"))["items"]!.AsArray());
        using var item = await visitor.GetAsync($"{prepared.Api}/services/{GivenCatalog.Pledge}");
        Assert.Equal(HttpStatusCode.NotFound, item.StatusCode);
    }

    [Fact]
    [Trait("Rule", "CAT-07")]
    public async Task What_is_only_being_written_is_seen_by_nobody_outside()
    {
        var (province, city) = await NetworkAsync();
        await catalog.DraftAsync(province, "版权质押登记", "SC-DRAFT");
        await catalog.DraftAsync(city, "贯标诊断", "MY-DRAFT");
        using var visitor = host.Visitor();

        var seen = string.Concat(await Task.WhenAll(
            new[] { $"{city.Api}/services", $"{city.Api}/catalog", $"{province.Api}/services", $"/{city.Slug}", $"/{city.Slug}/services", $"/{province.Slug}" }.Select(visitor.TextAsync)));

        Assert.DoesNotContain("版权质押登记", seen, StringComparison.Ordinal);
        Assert.DoesNotContain("贯标诊断", seen, StringComparison.Ordinal);
        foreach (var path in new[] { $"{city.Api}/services/SC-DRAFT", $"{city.Api}/services/MY-DRAFT", $"/{city.Slug}/services/MY-DRAFT", $"/{province.Slug}/services/SC-DRAFT" })
        {
            using var response = await visitor.GetAsync(path);
            Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        }
    }

    [Fact]
    public async Task Another_networks_item_and_a_missing_one_answer_with_the_same_bytes()
    {
        var (_, city) = await NetworkAsync();
        var other = await given.ProvinceAsync("江苏省");
        await catalog.PublishAsync(other, code: "JS-IP-01");
        using var visitor = host.Visitor();

        var foreign = await visitor.TextAsync($"{city.Api}/services/JS-IP-01");
        var missing = await visitor.TextAsync($"{city.Api}/services/NO-SUCH");
        var nowhere = await visitor.TextAsync("/api/v1/nodes/no-such-node/services");
        var unknown = await visitor.TextAsync("/api/v1/no-such-route");

        Assert.Contains("NOT_FOUND", missing, StringComparison.Ordinal);
        Assert.Equal([missing, missing, missing], [foreign, nowhere, unknown]);
    }

    [Theory]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=101", "limit")]
    [InlineData("limit=1&limit=2", "limit")]
    [InlineData("kind=other", "kind")]
    [InlineData("cursor=%2A", "cursor")]
    [InlineData("cursor=AAAA", "cursor")]
    [InlineData("q=a&q=b", "q")]
    public async Task A_wrong_parameter_is_refused_by_its_name(string query, string field)
    {
        var (_, city) = await NetworkAsync();
        using var visitor = host.Visitor();

        using var response = await visitor.GetAsync($"{city.Api}/services?{query}");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.NotNull(JsonNode.Parse(await response.Content.ReadAsStringAsync())!["errors"]![field]);
    }

    [Theory]
    [InlineData("%00")]
    [InlineData("%ED%A0%80")]
    [InlineData("'%20or%201=1--")]
    [InlineData("%25%5F%5B")]
    [InlineData("%F0%9F%98%80%F0%9F%98%80%F0%9F%98%80")]
    [InlineData("%C2%AD%E2%80%8B")]
    [InlineData("................................................")]
    public async Task Hostile_text_finds_nothing_and_breaks_nothing(string typed)
    {
        var (_, city) = await NetworkAsync();
        using var visitor = host.Visitor();

        using var api = await visitor.GetAsync($"{city.Api}/services?q={typed}");
        using var page = await visitor.GetAsync($"/{city.Slug}/services?q={typed}");

        Assert.True(api.StatusCode is HttpStatusCode.OK or HttpStatusCode.BadRequest, $"{typed}: {api.StatusCode}");
        Assert.Equal(api.StatusCode, page.StatusCode);
    }

    [Fact]
    public async Task Items_are_found_by_parts_of_chinese_words()
    {
        var (_, city) = await NetworkAsync();
        using var visitor = host.Visitor();

        async Task<int> FoundAsync(string typed) => (await visitor.JsonAsync($"{city.Api}/services?q={Uri.EscapeDataString(typed)}"))["items"]!.AsArray().Count;

        int[] found = [await FoundAsync("质押"), await FoundAsync("商标 登记"), await FoundAsync("商标贷款"), await FoundAsync("专利预审")];

        Assert.Equal([1, 1, 1, 0], found);
    }

    [Fact]
    public async Task A_list_is_paged_without_losing_or_repeating_an_item()
    {
        var province = await given.ProvinceAsync();
        var city = await given.CityAsync(province);
        foreach (var number in Enumerable.Range(1, 5))
        {
            await catalog.PublishAsync(province, GivenCatalog.Content($"事项{number}") with { OrderNo = 6 - number }, $"T-{number}");
        }

        using var visitor = host.Visitor();
        List<string> seen = [];
        string? cursor = null;
        do
        {
            var page = await visitor.JsonAsync($"{city.Api}/services?limit=2{(cursor is null ? "" : $"&cursor={cursor}")}");
            seen.AddRange(page["items"]!.AsArray().Select(item => (string?)item!["code"] ?? ""));
            cursor = (string?)page["nextCursor"];
        }
        while (cursor is not null);

        Assert.Equal(["T-5", "T-4", "T-3", "T-2", "T-1"], seen);
    }

    [Fact]
    public async Task An_unchanged_list_is_not_sent_again_and_a_changed_one_is()
    {
        var (province, city) = await NetworkAsync();
        using var visitor = host.Visitor();
        using var first = await visitor.GetAsync($"{city.Api}/services");
        visitor.Http.DefaultRequestHeaders.Add("If-None-Match", first.Headers.ETag!.ToString());

        using var same = await visitor.GetAsync($"{city.Api}/services");
        await catalog.PublishAsync(province, GivenCatalog.Content() with { CommittedLimit = 5 });
        using var changed = await visitor.GetAsync($"{city.Api}/services");

        Assert.True(first.Headers.ETag!.IsWeak);
        Assert.True(first.Headers.CacheControl!.Public);
        Assert.Equal((HttpStatusCode.NotModified, HttpStatusCode.OK), (same.StatusCode, changed.StatusCode));
    }

    [Fact]
    public async Task What_someone_signed_on_reads_is_kept_by_no_cache()
    {
        var (_, city) = await NetworkAsync();
        using var person = await host.SignedOnAsync("张三");

        using var response = await person.GetAsync($"{city.Api}/services");

        Assert.True(response.Headers.CacheControl!.NoStore);
    }

    private async Task<(TestNode Province, TestNode City)> NetworkAsync()
    {
        var province = await given.ProvinceAsync();
        var city = await given.CityAsync(province);
        await catalog.PublishAsync(province);
        return (province, city);
    }

    private static JsonNode Field(JsonNode item, string name) => item["fields"]!.AsArray().Single(field => (string?)field!["name"] == name)!;

    private static (string?, string?) Origin(JsonNode item, string name) =>
        ((string?)Field(item, name)["origin"]!["kind"], (string?)Field(item, name)["origin"]!["node"]);
}
