using IpNetwork.Domain.Kernel;
using IpNetwork.Testing;
using Xunit;

namespace IpNetwork.App.Tests.Plates;

public sealed class FunctionPlateTests(PlateHost host) : IClassFixture<PlateHost>
{
    [Fact]
    [Trait("Rule", "PLT-05")]
    [Trait("Rule", "NAM-06")]
    public async Task A_branch_centre_is_named_after_its_service_and_city()
    {
        using var town = await PlateTown.MakeAsync(host, "德阳市", "510600");
        await town.HangAsync(town.Platform());

        var number = await town.HangAsync(town.Branch());

        var plate = await town.PlateAsync(number);
        Assert.Equal(
            ("SC-F-001", "四川省知识产权保护中心德阳分中心", "NAM-06", PlateTown.Uscc, "知识产权保护"),
            (number, plate["text"]!.GetValue<string>(), plate["rule"]!.GetValue<string>(), plate["bodyUscc"]!.GetValue<string>(), plate["function"]!.GetValue<string>()));
    }

    [Fact]
    [Trait("Rule", "ACC-03")]
    public async Task Nothing_is_awarded_before_the_node_operates()
    {
        using var town = await PlateTown.MakeAsync(host);

        Assert.Equal("NODE_NOT_OPERATING", await town.PrepareAsync(town.Branch()));
    }

    [Fact]
    [Trait("Rule", "PLT-05")]
    public async Task The_same_function_is_awarded_once_at_a_node()
    {
        using var town = await PlateTown.MakeAsync(host);
        await town.HangAsync(town.Platform());
        await town.HangAsync(town.Branch());

        Assert.Equal("FUNCTION_TAKEN", await town.PrepareAsync(town.Branch()));
        Assert.Equal("SC-F-002", await town.HangAsync(town.Branch(function: "知识产权运营")));
    }

    [Theory]
    [Trait("Rule", "PLT-05")]
    [InlineData("知识产权保护", "12510100450700012M", "BAD_USCC")]
    [InlineData("广告", PlateTown.Uscc, "UNKNOWN_VALUE")]
    public async Task A_body_or_function_that_does_not_exist_is_refused(string function, string uscc, string code)
    {
        using var town = await PlateTown.MakeAsync(host);
        await town.HangAsync(town.Platform());

        Assert.Equal(code, await town.PrepareAsync(town.Branch(function: function, uscc: uscc)));
    }

    [Fact]
    [Trait("Rule", "NAM-06")]
    [Trait("Rule", "NAM-07")]
    public async Task The_capital_has_no_branch_of_its_own_but_its_districts_have()
    {
        using var town = await PlateTown.MakeAsync(host, "成都市", "510100");
        var district = await town.Given.NodeAsync(NodeKind.County, town.City, "双流区", "510116");
        Assert.Equal("SC-C-001", await town.HangAsync(town.Platform()));

        Assert.Equal("CHENGDU_CITY_BRANCH_NOT_ALLOWED", await town.PrepareAsync(town.Branch()));
        Assert.Equal("CHENGDU_CITY_BRANCH_NOT_ALLOWED", await town.PrepareAsync(town.Branch(text: "四川省知识产权保护中心成都分中心", namingDocument: "川知〔2026〕3号", namingReason: "另有规定")));
        var plate = await town.PlateAsync(await town.HangAsync(town.Branch(district)));
        Assert.Equal(("四川省知识产权保护中心双流分中心", "NAM-07"), (plate["text"]!.GetValue<string>(), plate["rule"]!.GetValue<string>()));
    }

    [Fact]
    [Trait("Rule", "NAM-08")]
    public async Task A_functional_area_has_a_branch_only_by_a_document()
    {
        using var town = await PlateTown.MakeAsync(host, "成都市", "510100");
        var park = await town.Given.ParkAsync(town.City, "成都高新技术产业开发区");

        Assert.Equal("PLATE_PATTERN", await town.PrepareAsync(town.Branch(park)));
        var plate = await town.PlateAsync(await town.HangAsync(town.Branch(park, text: "四川省知识产权保护中心成都高新区分中心", namingDocument: "川知〔2026〕3号", namingReason: "功能区另有规定")));
        Assert.Equal("NAM-08", plate["rule"]!.GetValue<string>());
    }

    [Fact]
    [Trait("Rule", "PLT-06")]
    public async Task When_the_platforms_plate_comes_down_the_functions_wait_and_are_decided_one_by_one()
    {
        using var town = await PlateTown.MakeAsync(host);
        var platform = await town.HangAsync(town.Platform());
        var (first, second) = (await town.HangAsync(town.Branch()), await town.HangAsync(town.Branch(function: "知识产权运营")));

        Assert.Equal("BAD_DATE", await town.OrderAsync(platform, "taking-down", PlateTown.Order(effectiveOn: "2026-02-28")));
        Assert.Equal("EVIDENCE_REQUIRED", await town.OrderAsync(platform, "taking-down", PlateTown.Order(evidence: null)));
        Assert.Equal("NOT_SUSPENDED", await town.OrderAsync(first, "restoration", PlateTown.Order()));
        Assert.Equal("", await town.OrderAsync(platform, "taking-down", PlateTown.Order()));

        Assert.Equal(["TakenDown", "Suspended", "Suspended"], await StatusesAsync(town, platform, first, second));
        Assert.Equal("", await town.OrderAsync(first, "restoration", PlateTown.Order()));
        Assert.Equal("", await town.OrderAsync(second, "taking-down", PlateTown.Order()));
        Assert.Equal(["TakenDown", "Valid", "TakenDown"], await StatusesAsync(town, platform, first, second));
        Assert.Equal("ALREADY_DOWN", await town.OrderAsync(platform, "taking-down", PlateTown.Order()));
    }

    [Fact]
    [Trait("Rule", "PLT-06")]
    public async Task A_plate_of_another_network_is_not_found()
    {
        using var town = await PlateTown.MakeAsync(host);
        using var other = await PlateTown.MakeAsync(host);
        await town.HangAsync(town.Platform());

        Assert.Equal("NOT_FOUND", await other.OrderAsync("SC-C-001", "taking-down", PlateTown.Order()));
        Assert.Equal(["Valid"], await StatusesAsync(town, "SC-C-001"));
    }

    private static async Task<List<string>> StatusesAsync(PlateTown town, params string[] numbers)
    {
        var statuses = new List<string>();
        foreach (var number in numbers)
        {
            statuses.Add((await town.PlateAsync(number))["status"]!.GetValue<string>());
        }

        return statuses;
    }
}
