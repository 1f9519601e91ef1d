using System.IO.Compression;
using System.Net;
using IpNetwork.Testing;
using Xunit;

namespace IpNetwork.App.Tests.Plates;

public sealed class CheckingTests(PlateHost host) : IClassFixture<PlateHost>
{
    private const string Text = "四川省（绵阳）知识产权公共服务平台";

    [Fact]
    [Trait("Rule", "PLT-07")]
    public async Task Anybody_sees_the_verdict_first_and_the_code_that_leads_there()
    {
        using var town = await PlateTown.MakeAsync(host);
        var number = await town.HangAsync(town.Platform());
        using var visitor = host.Visitor();

        var page = await visitor.TextAsync($"/{town.Province.Slug}/plates/{number}");

        Assert.Contains("这块牌匾有效", page, StringComparison.Ordinal);
        Assert.Contains(PlateTown.Day, page, StringComparison.Ordinal);
        Assert.Contains($"{host.Address.AbsoluteUri}{town.Province.Slug}/plates/{number}", page, StringComparison.Ordinal);
        Assert.Contains("class=\"plate-dots\"", page, StringComparison.Ordinal);
        Assert.Contains($"{town.Province.Slug}/plates/{number}", await visitor.TextAsync($"/{town.City.Slug}/plates/{number}"), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "PLT-07")]
    [Trait("Rule", "PLT-06")]
    public async Task A_plate_that_came_down_and_one_that_waits_say_so_with_their_dates()
    {
        using var town = await PlateTown.MakeAsync(host);
        var (platform, function) = (await town.HangAsync(town.Platform()), await town.HangAsync(town.Branch()));
        await town.OrderAsync(platform, "taking-down", PlateTown.Order());
        using var visitor = host.Visitor();

        var down = await visitor.TextAsync($"/{town.Province.Slug}/plates/{platform}");
        var waiting = await visitor.TextAsync($"/{town.Province.Slug}/plates/{function}");

        Assert.Contains("这块牌匾已经摘牌", down, StringComparison.Ordinal);
        Assert.Contains("2026 年 3 月 3 日起", down, StringComparison.Ordinal);
        Assert.Contains("plate-stamp", down, StringComparison.Ordinal);
        Assert.Contains("这块牌匾暂停使用", waiting, StringComparison.Ordinal);
    }

    [Theory]
    [Trait("Rule", "PLT-07")]
    [InlineData("四川省(绵阳)知识产权公共服务平台")]
    [InlineData("四川省（绵阳）知识产权公共服务平台")]
    [InlineData("四川省绵阳知识产权公共服务平台")]
    [InlineData("sc-c-001")]
    public async Task The_whole_text_or_the_number_leads_straight_to_the_verdict(string typed)
    {
        using var town = await PlateTown.MakeAsync(host);
        await town.HangAsync(town.Platform());
        using var visitor = host.Visitor();

        using var found = await visitor.GetAsync($"/{town.City.Slug}/plates?q={Uri.EscapeDataString(typed)}");

        Assert.Equal(HttpStatusCode.Redirect, found.StatusCode);
        Assert.Equal($"/{town.City.Slug}/plates/SC-C-001", found.Headers.Location!.ToString());
    }

    [Theory]
    [Trait("Rule", "PLT-07")]
    [InlineData("绵阳 公共服务", 1)]
    [InlineData("公共服务", 1)]
    [InlineData("绵阳 德阳", 0)]
    [InlineData("%", 0)]
    [InlineData("_", 0)]
    [InlineData("\\", 0)]
    [InlineData("' or 1=1 --", 0)]
    public async Task Parts_of_words_find_it_and_hostile_ones_find_nothing(string typed, int count)
    {
        using var town = await PlateTown.MakeAsync(host);
        await town.HangAsync(town.Platform());
        using var visitor = host.Visitor();

        var found = (await visitor.JsonAsync($"{town.Province.Api}/plates?q={Uri.EscapeDataString(typed)}"))["items"]!.AsArray();

        Assert.Equal(count, found.Count);
    }

    [Fact]
    [Trait("Rule", "PLT-07")]
    public async Task An_unknown_number_is_answered_with_help()
    {
        using var town = await PlateTown.MakeAsync(host);
        using var visitor = host.Visitor();

        using var answer = await visitor.GetAsync($"/{town.Province.Slug}/plates/SC-C-999");
        var page = await answer.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("登记册里没有这块牌匾", page, StringComparison.Ordinal);
        Assert.Contains("SC-C-999", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_typed_into_an_address_is_shown_as_text()
    {
        using var town = await PlateTown.MakeAsync(host);
        using var visitor = host.Visitor();

        var page = await visitor.TextAsync($"/{town.Province.Slug}/plates/%3Cscript%3Ealert(1)%3C%2Fscript%3E");

        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "PLT-07")]
    public async Task A_node_lists_its_own_plates_and_a_province_all()
    {
        using var town = await PlateTown.MakeAsync(host);
        var other = await town.Given.NodeAsync(Domain.Kernel.NodeKind.City, town.Province, "德阳市", "510600", operating: false);
        await town.HangAsync(town.Platform());
        await town.HangAsync(town.Platform(other));
        using var visitor = host.Visitor();

        Assert.Single((await visitor.JsonAsync($"{town.City.Api}/plates"))["items"]!.AsArray());
        var first = await visitor.JsonAsync($"{town.Province.Api}/plates?limit=1");
        var rest = await visitor.JsonAsync($"{town.Province.Api}/plates?limit=1&cursor={first["nextCursor"]!.GetValue<string>()}");
        Assert.Equal("SC-C-001", first["items"]![0]!["number"]!.GetValue<string>());
        Assert.Equal("SC-C-002", rest["items"]![0]!["number"]!.GetValue<string>());
        Assert.Null(rest["nextCursor"]);
        using var sibling = await visitor.GetAsync($"{town.City.Api}/plates/SC-C-002");
        Assert.Equal(HttpStatusCode.NotFound, sibling.StatusCode);
    }

    [Fact]
    public async Task A_prepared_plate_is_nobodys_to_see_yet()
    {
        using var town = await PlateTown.MakeAsync(host);
        await town.PrepareAsync(town.Platform());
        using var visitor = host.Visitor();

        Assert.Empty((await visitor.JsonAsync($"{town.Province.Api}/plates"))["items"]!.AsArray());
        using var answer = await visitor.GetAsync(town.Proposals);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task The_register_is_handed_out_as_a_workbook()
    {
        using var town = await PlateTown.MakeAsync(host);
        await town.HangAsync(town.Platform());
        using var visitor = host.Visitor();

        using var answer = await visitor.GetAsync($"/{town.Province.Slug}/plates/register.xlsx");
        await using var body = await answer.Content.ReadAsStreamAsync();
        using var book = new ZipArchive(body);
        using var sheet = new StreamReader(book.Entries.Single(entry => entry.FullName.Contains("sheet", StringComparison.OrdinalIgnoreCase) && entry.Name.EndsWith(".xml", StringComparison.Ordinal)).Open());
        var text = await sheet.ReadToEndAsync();

        Assert.Equal("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", answer.Content.Headers.ContentType!.MediaType);
        Assert.Contains(Text, text, StringComparison.Ordinal);
        Assert.Contains("SC-C-001", text, StringComparison.Ordinal);
    }
}
