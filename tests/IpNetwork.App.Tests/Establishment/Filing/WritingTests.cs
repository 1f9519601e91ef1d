using System.Net;
using System.Text.Json.Nodes;
using IpNetwork.Testing;
using Npgsql;
using Xunit;

namespace IpNetwork.App.Tests.Establishment.Filing;

/// <summary>Writing over the interface: whole forms, one version after the other.</summary>
public sealed class WritingTests(FilingHost host) : IClassFixture<FilingHost>
{
    [Fact]
    [Trait("Rule", "APP-10")]
    public async Task Who_is_not_registered_begins_nothing()
    {
        var town = await FilingTown.FoundAsync(host);
        using var visitor = await host.SignedOnAsync("路人");

        using var refused = await visitor.PostAsync(town.Api);

        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Contains("BUILDER_REQUIRED", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "APP-10")]
    public async Task What_was_written_comes_back_and_an_incomplete_form_is_kept()
    {
        var town = await FilingTown.FoundAsync(host);
        using var builder = await town.BuilderAsync();
        var id = await town.StartAsync(builder);

        await town.WriteAsync(builder, id, new JsonObject { ["placeName"] = "遂宁市", ["area"] = 199.99, ["waiverReasons"] = new JsonObject { ["WORKSPACE"] = "年内扩建" } });

        var form = (await town.ShowAsync(builder, id))["form"]!;
        Assert.Equal(("遂宁市", 199.99m, "年内扩建"), (form["placeName"]!.GetValue<string>(), form["area"]!.GetValue<decimal>(), form["waiverReasons"]!["WORKSPACE"]!.GetValue<string>()));
    }

    [Fact]
    [Trait("Rule", "APP-10")]
    public async Task A_write_from_an_older_version_is_refused_and_one_without_a_version_too()
    {
        var town = await FilingTown.FoundAsync(host);
        using var builder = await town.BuilderAsync();
        var id = await town.StartAsync(builder);
        var old = await town.VersionAsync(builder, id);
        await town.WriteAsync(builder, id, new JsonObject { ["placeName"] = "遂宁市" });

        using var stale = await builder.PutAsync($"{town.Api}/{id}/form", new { placeName = "别处" }, old);
        using var bare = await builder.PutAsync($"{town.Api}/{id}/form", new { placeName = "别处" }, null);

        Assert.Equal(((HttpStatusCode)412, (HttpStatusCode)428), (stale.StatusCode, bare.StatusCode));
        Assert.Equal("遂宁市", (await town.ShowAsync(builder, id))["form"]!["placeName"]!.GetValue<string>());
    }

    [Fact]
    [Trait("Rule", "EST-01")]
    public async Task An_identity_number_is_kept_as_a_mark_and_never_given_back()
    {
        var town = await FilingTown.FoundAsync(host);
        using var builder = await town.BuilderAsync();
        var id = await town.StartAsync(builder);
        var number = FilingTown.NewCitizen();

        await town.WriteAsync(builder, id, new JsonObject { ["staff"] = new JsonArray(FilingTown.Person(number)) });

        var shown = (await town.ShowAsync(builder, id)).ToJsonString();
        Assert.Contains($"{number[..3]}***********{number[^4..]}", shown, StringComparison.Ordinal);
        Assert.DoesNotContain(number, shown, StringComparison.Ordinal);
        Assert.DoesNotContain("mark", shown, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(0, await FoundInDatabaseAsync(number));
    }

    [Fact]
    [Trait("Rule", "EST-01")]
    public async Task A_line_that_is_sent_again_without_its_number_keeps_it_and_nobody_brings_a_mark_along()
    {
        var town = await FilingTown.FoundAsync(host);
        using var builder = await town.BuilderAsync();
        var id = await town.StartAsync(builder);
        await town.WriteAsync(builder, id, new JsonObject { ["staff"] = new JsonArray(FilingTown.Person()) });
        var line = (await town.ShowAsync(builder, id))["form"]!["staff"]![0]!.AsObject();

        var known = new JsonObject { ["key"] = line["key"]!.GetValue<string>(), ["name"] = "改名", ["kind"] = "Manager" };
        var forged = new JsonObject { ["key"] = "00000000", ["name"] = "别人", ["identityMark"] = "x", ["maskedNumber"] = "510***********0000" };
        await town.WriteAsync(builder, id, new JsonObject { ["staff"] = new JsonArray(known, forged) });

        var staff = (await town.ShowAsync(builder, id))["form"]!["staff"]!.AsArray();
        Assert.Equal(line["maskedNumber"]!.GetValue<string>(), staff[0]!["maskedNumber"]!.GetValue<string>());
        Assert.Null(staff[1]!["maskedNumber"]);
        var gaps = (await builder.JsonAsync($"{town.Api}/{id}/check"))["gaps"]!.AsArray().Select(gap => gap!["field"]?.GetValue<string>());
        Assert.Contains("staff[1].idNumber", gaps);
        Assert.DoesNotContain("staff[0].idNumber", gaps);
    }

    [Theory]
    [InlineData("kind", "Province", "CHOICE_MISSING")]
    [InlineData("kind", "7", "CHOICE_MISSING")]
    [InlineData("mode", "Rented", "UNKNOWN_MODE")]
    [InlineData("placeName", "长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长", "TEXT_TOO_LONG")]
    [Trait("Rule", "MODE-01")]
    public async Task What_does_not_fit_is_refused_and_nothing_is_kept(string field, string value, string code)
    {
        var town = await FilingTown.FoundAsync(host);
        using var builder = await town.BuilderAsync();
        var id = await town.StartAsync(builder);

        using var refused = await builder.PutAsync($"{town.Api}/{id}/form", new JsonObject { ["address"] = "某路 1 号", [field] = value }, await town.VersionAsync(builder, id));

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Equal([(code, field)], await FilingTown.RefusedAsync(refused));
        Assert.Equal("", (await town.ShowAsync(builder, id))["form"]!["address"]!.GetValue<string>());
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1000001)]
    [InlineData(1.005)]
    [Trait("Rule", "EST-01")]
    public async Task An_area_is_a_number_of_square_metres(double area)
    {
        var town = await FilingTown.FoundAsync(host);
        using var builder = await town.BuilderAsync();
        var id = await town.StartAsync(builder);

        using var refused = await builder.PutAsync($"{town.Api}/{id}/form", new { area }, await town.VersionAsync(builder, id));

        Assert.Equal([("BAD_NUMBER", "area")], await FilingTown.RefusedAsync(refused));
    }

    [Fact]
    [Trait("Rule", "EST-01")]
    public async Task A_false_identity_number_is_refused_at_its_line()
    {
        var town = await FilingTown.FoundAsync(host);
        using var builder = await town.BuilderAsync();
        var id = await town.StartAsync(builder);
        var number = FilingTown.NewCitizen();

        using var refused = await builder.PutAsync($"{town.Api}/{id}/form", new JsonObject { ["staff"] = new JsonArray(FilingTown.Person(number[..^1] + (number[^1] == '1' ? '2' : '1'))) }, await town.VersionAsync(builder, id));

        Assert.Equal([("BAD_CITIZEN_NUMBER", "staff[0].idNumber")], await FilingTown.RefusedAsync(refused));
        Assert.DoesNotContain(number[..^1], await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "NET-01")]
    public async Task A_park_has_its_city_s_code_and_a_city_stands_under_the_province_where_nothing_else_is_said()
    {
        var town = await FilingTown.FoundAsync(host);
        using var builder = await town.BuilderAsync();
        var (park, city) = (await town.StartAsync(builder), await town.StartAsync(builder));

        await town.WriteAsync(builder, park, new JsonObject { ["kind"] = "KeyPark", ["placeName"] = "某园", ["parent"] = town.City.Slug });
        await town.WriteAsync(builder, city, new JsonObject { ["kind"] = "City", ["placeName"] = "遂宁市" });

        Assert.Equal("510700", (await town.ShowAsync(builder, park))["form"]!["divisionCode"]!.GetValue<string>());
        Assert.Equal(town.Province.Slug, (await town.ShowAsync(builder, city))["form"]!["parent"]!.GetValue<string>());
    }

    [Fact]
    [Trait("Rule", "VISB-01")]
    public async Task Another_builder_s_application_is_not_there()
    {
        var town = await FilingTown.FoundAsync(host);
        using var builder = await town.BuilderAsync();
        using var other = await town.BuilderAsync();
        var id = await town.StartAsync(builder);

        using var theirs = await other.GetAsync($"{town.Api}/{id}");
        using var nobodys = await other.GetAsync($"{town.Api}/{Guid.NewGuid()}");
        using var write = await other.PutAsync($"{town.Api}/{id}/form", new { placeName = "别人的" }, await town.VersionAsync(builder, id));

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (theirs.StatusCode, write.StatusCode));
        Assert.Equal(await nobodys.Content.ReadAsStringAsync(), await theirs.Content.ReadAsStringAsync());
        Assert.Empty((await other.JsonAsync(town.Api))["items"]!.AsArray());
        Assert.Single((await builder.JsonAsync(town.Api))["items"]!.AsArray());
    }

    private async Task<long> FoundInDatabaseAsync(string number)
    {
        await using var connection = new NpgsqlConnection(host.AdministrativeConnection);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(
            "select (select count(*) from ipnet.establishment_applications where form::text like '%' || $1 || '%') + (select count(*) from ipnet.audit_events where coalesce(detail::text, '') || summary like '%' || $1 || '%') + (select count(*) from ipnet.outbox where payload::text like '%' || $1 || '%')",
            connection)
        { Parameters = { new() { Value = number } } };
        return (long)(await command.ExecuteScalarAsync() ?? 0L);
    }
}
