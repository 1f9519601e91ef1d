using System.Net;
using DocumentFormat.OpenXml.Packaging;
using IpNetwork.App.Shell;
using IpNetwork.Domain.Staff;
using IpNetwork.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Xunit;

namespace IpNetwork.App.Tests.Shell;

/// <summary>A host with a list longer than one export takes.</summary>
public sealed class ExportHost : NetworkHost
{
    internal const int Length = Exports.MostRows + 5;

    protected override void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/long-list", () => Exports.Of<int>("长表", [new("数", 10, number => number)], Enumerable.Range(1, Length))).Allow(RouteRule.Open);
}

/// <summary>Lists as spreadsheets: the same rows under the same conditions, for the same people.</summary>
public sealed class ExportTests(ExportHost host) : IClassFixture<ExportHost>
{
    private readonly Given given = new(host);

    [Fact]
    [Trait("Rule", "VISB-01")]
    public async Task The_audit_list_is_exported_with_its_conditions_and_masked_names()
    {
        var province = await given.ProvinceAsync();
        var city = await given.CityAsync(province);
        using var manager = await given.StaffAsync(city, Role.Manager);
        using var entered = await manager.GetAsync($"{city.Api}/memberships");
        using var leader = await given.StaffAsync(province, Role.Leader);
        using var clerk = await given.StaffAsync(city, Role.WindowClerk);
        var page = $"/{province.Slug}/workbench/audit";
        Assert.Contains($"{page}/export?below=true&amp;verb=staff.", await leader.TextAsync($"{page}?below=true&verb=staff."), StringComparison.Ordinal);

        var all = await RowsAsync(leader, $"{page}/export?below=true&verb=staff.");
        var own = await RowsAsync(leader, $"{page}/export?verb=nodes.");

        Assert.Equal(["时间", "经办人", "代表", "处理的平台", "做了什么", "理由", "操作", "记录编号"], all[0]);
        Assert.All(all.Skip(1), row => Assert.StartsWith("staff.", row[6], StringComparison.Ordinal));
        Assert.Contains(all, row => row[1] == "职*" && row[6] == "staff.node-entered");
        Assert.DoesNotContain(all, row => row[1] == $"职员{city.Id}");
        Assert.All(own.Skip(1), row => Assert.StartsWith("nodes.", row[6], StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.BadRequest, (await leader.GetAsync($"{page}/export?from=yesterday")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await clerk.GetAsync($"/{city.Slug}/workbench/audit/export")).StatusCode);
    }

    [Fact]
    [Trait("Rule", "VISB-04")]
    public async Task The_list_of_nodes_is_exported_to_anybody()
    {
        var province = await given.ProvinceAsync();
        var city = await given.CityAsync(province, "绵阳市");
        using var visitor = host.Visitor();
        using var manager = await given.StaffAsync(city, Role.Manager);

        var all = await RowsAsync(visitor, $"/{province.Slug}/network/export");
        var cities = await RowsAsync(visitor, $"/{province.Slug}/network/export?kind=City");
        var below = await RowsAsync(manager, $"/{city.Slug}/workbench/network/export");

        Assert.Equal([province.Slug, city.Slug], all.Skip(1).Select(row => row[7]));
        Assert.Equal([city.Slug], cities.Skip(1).Select(row => row[7]));
        Assert.Equal("样例", cities[1][8]);
        Assert.Equal([city.Slug], below.Skip(1).Select(row => row[7]));
        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.GetAsync($"/{province.Slug}/network/export?kind=Village")).StatusCode);
    }

    [Fact]
    public async Task A_list_that_is_too_long_says_where_it_was_cut()
    {
        using var visitor = host.Visitor();

        var rows = await RowsAsync(visitor, "/long-list");

        Assert.Equal(1 + Exports.MostRows + 1, rows.Count);
        Assert.Equal(Exports.MostRows.ToString(System.Globalization.CultureInfo.InvariantCulture), rows[^2][0]);
        Assert.Contains("一次最多导出 10,000 行", rows[^1][0], StringComparison.Ordinal);
    }

    internal static async Task<List<List<string>>> RowsAsync(Visitor visitor, string path)
    {
        using var answer = await visitor.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", answer.Content.Headers.ContentType?.MediaType);
        Assert.EndsWith(".xlsx", answer.Content.Headers.ContentDisposition?.FileNameStar, StringComparison.Ordinal);
        using var file = new MemoryStream(await answer.Content.ReadAsByteArrayAsync());
        using var document = SpreadsheetDocument.Open(file, false);
        return SheetTests.Rows(document);
    }
}
