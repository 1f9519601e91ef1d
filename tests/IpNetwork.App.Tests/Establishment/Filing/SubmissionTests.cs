using System.Net;
using System.Text.Json.Nodes;
using IpNetwork.Testing;
using Xunit;

namespace IpNetwork.App.Tests.Establishment.Filing;

public sealed class SubmissionTests(FilingHost host) : IClassFixture<FilingHost>
{
    [Fact]
    [Trait("Rule", "APP-10")]
    public async Task A_submission_freezes_a_numbered_snapshot_and_gives_a_receipt()
    {
        var town = await FilingTown.FoundAsync(host);
        using var builder = await town.BuilderAsync();

        var id = await town.SubmittedAsync(builder);

        var receipt = await builder.JsonAsync($"{town.Api}/{id}/receipt");
        Assert.Matches("^SL[0-9]{8}-[0-9A-HJKMNP-TV-Z]{6}-[0-9A-HJKMNP-TV-Z]$", receipt["number"]!.GetValue<string>());
        Assert.Equal(1, receipt["snapshot"]!.GetValue<int>());
        Assert.Equal(5, receipt["materials"]!.AsArray().Count);
        Assert.All(receipt["materials"]!.AsArray(), material => Assert.Equal(64, material!["sha256"]!.GetValue<string>().Length));
        Assert.NotNull(receipt["answerBy"]);
        var shown = await town.ShowAsync(builder, id);
        Assert.Equal("Submitted", shown["status"]!.GetValue<string>());
        Assert.Equal(host.Clock.GetUtcNow().AddHours(8).Year, shown["applicationYear"]!.GetValue<int>());
    }

    [Fact]
    [Trait("Rule", "APP-10")]
    public async Task What_was_submitted_is_written_no_more()
    {
        var town = await FilingTown.FoundAsync(host);
        using var builder = await town.BuilderAsync();
        var id = await town.SubmittedAsync(builder);

        using var refused = await builder.PutAsync($"{town.Api}/{id}/form", new { placeName = "别处" }, await town.VersionAsync(builder, id));
        using var again = await town.SubmitAsync(builder, id);

        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.Conflict), (refused.StatusCode, again.StatusCode));
        Assert.Equal([("WRONG_APPLICATION_STATUS", "")], await FilingTown.RefusedAsync(refused));
    }

    [Fact]
    [Trait("Rule", "APP-11")]
    public async Task Builder_city_and_province_are_written_to_and_a_city_s_own_application_asks_no_city()
    {
        var (parks, cities) = (await FilingTown.FoundAsync(host), await FilingTown.FoundAsync(host));
        using var first = await parks.BuilderAsync();
        using var second = await cities.BuilderAsync();

        var park = await parks.CompleteAsync(first, parks.Form("510700", form => (form["kind"], form["placeName"], form["parent"]) = ("KeyPark", "某某园区", parks.City.Slug)));
        using var submitted = await parks.SubmitAsync(first, park);
        await cities.SubmittedAsync(second);

        Assert.Equal(HttpStatusCode.Created, submitted.StatusCode);
        string[] expected = ["Mail post:" + parks.City.Slug + "/Manager", "Mail post:" + parks.Province.Slug + "/Assessor", "Mail wang@example.cn", "Sms 0825-1234567"];
        Assert.Equal(expected.Order(StringComparer.Ordinal), (await parks.LettersAsync("establishment.submitted")).Order(StringComparer.Ordinal));
        Assert.DoesNotContain(await cities.LettersAsync("establishment.submitted"), letter => letter.Contains("/Manager", StringComparison.Ordinal));
        Assert.NotNull((await parks.ShowAsync(first, park))["opinionDueOn"]);
    }

    [Fact]
    [Trait("Rule", "APP-10")]
    public async Task A_submission_sent_twice_under_one_key_is_one()
    {
        var town = await FilingTown.FoundAsync(host);
        using var builder = await town.BuilderAsync();
        var id = await town.CompleteAsync(builder);
        var (key, version) = (Guid.NewGuid().ToString("n"), await town.VersionAsync(builder, id));

        using var first = await builder.PostAsync($"{town.Api}/{id}/submission", key: key, version: version);
        using var second = await builder.PostAsync($"{town.Api}/{id}/submission", key: key, version: version);

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.Created), (first.StatusCode, second.StatusCode));
        Assert.Single((await town.ShowAsync(builder, id))["snapshots"]!.AsArray());
        Assert.Single(await town.LettersAsync("establishment.submitted"), letter => letter.StartsWith("Sms", StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Rule", "APP-10")]
    public async Task Of_submissions_at_once_one_is_taken()
    {
        var town = await FilingTown.FoundAsync(host);
        using var builder = await town.BuilderAsync();
        var id = await town.CompleteAsync(builder);
        var version = await town.VersionAsync(builder, id);

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => builder.PostAsync($"{town.Api}/{id}/submission", version: version)));

        Assert.Equal(1, answers.Count(answer => answer.StatusCode is HttpStatusCode.Created));
        Assert.All(answers.Where(answer => answer.StatusCode is not HttpStatusCode.Created), answer => Assert.True(answer.StatusCode is HttpStatusCode.PreconditionFailed or HttpStatusCode.Conflict));
        Assert.Single((await town.ShowAsync(builder, id))["snapshots"]!.AsArray());
    }

    [Fact]
    [Trait("Rule", "APP-10")]
    public async Task A_place_has_one_open_application_however_many_come_at_once()
    {
        var town = await FilingTown.FoundAsync(host);
        var division = FilingTown.Division();
        var builders = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => town.BuilderAsync()));
        var drafts = await Task.WhenAll(builders.Select(async builder => (Builder: builder, Id: await town.CompleteAsync(builder, town.Form(division)))));

        var answers = await Task.WhenAll(drafts.Select(draft => town.SubmitAsync(draft.Builder, draft.Id)));

        Assert.Equal(1, answers.Count(answer => answer.StatusCode is HttpStatusCode.Created));
        foreach (var refused in answers.Where(answer => answer.StatusCode is not HttpStatusCode.Created))
        {
            Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
            Assert.Equal([("ALREADY_OPEN", "placeName")], await FilingTown.RefusedAsync(refused));
        }
    }

    [Fact]
    [Trait("Rule", "APP-10")]
    public async Task The_own_open_application_is_named_another_s_is_not()
    {
        var town = await FilingTown.FoundAsync(host);
        var division = FilingTown.Division();
        using var builder = await town.BuilderAsync();
        using var other = await town.BuilderAsync();
        var number = (await town.ShowAsync(builder, await town.SubmittedAsync(builder, town.Form(division))))["number"]!.GetValue<string>();

        using var own = await town.SubmitAsync(builder, await town.CompleteAsync(builder, town.Form(division)));
        using var others = await town.SubmitAsync(other, await town.CompleteAsync(other, town.Form(division)));

        Assert.Contains(number, await own.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain(number, await others.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "APP-10")]
    public async Task A_node_that_is_there_is_not_applied_for_again()
    {
        var town = await FilingTown.FoundAsync(host);
        using var builder = await town.BuilderAsync();

        using var refused = await town.SubmitAsync(builder, await town.CompleteAsync(builder, town.Form("510700")));

        Assert.Equal([("NODE_EXISTS", "placeName")], await FilingTown.RefusedAsync(refused));
    }

    [Theory]
    [InlineData("KeyPark", "510700", "province")]
    [InlineData("County", "510900", "city")]
    [InlineData("City", "320100", "province")]
    [InlineData("Workstation", "510700", "nowhere")]
    [Trait("Rule", "NET-01")]
    [Trait("Rule", "APP-10")]
    public async Task A_node_stands_under_a_parent_of_its_own_territory(string kind, string division, string parent)
    {
        var town = await FilingTown.FoundAsync(host);
        using var builder = await town.BuilderAsync();
        var id = await town.StartAsync(builder);
        await town.WriteAsync(builder, id, town.Form(division, form => (form["kind"], form["parent"]) = (kind, parent switch { "province" => town.Province.Slug, "city" => town.City.Slug, _ => "nowhere" })));

        using var refused = await town.SubmitAsync(builder, id);

        Assert.Contains(("INVALID_PARENT", "parent"), await FilingTown.RefusedAsync(refused));
    }

    [Theory]
    [InlineData("planWorkBody")]
    [InlineData("planContents")]
    [InlineData("planSchedule")]
    [InlineData("planResults")]
    [InlineData("planGuarantee")]
    [Trait("Rule", "APP-02")]
    public async Task A_plan_with_an_empty_heading_is_not_handed_in(string field)
    {
        var town = await FilingTown.FoundAsync(host);
        using var builder = await town.BuilderAsync();

        using var refused = await town.SubmitAsync(builder, await town.CompleteAsync(builder, town.Form(change: form => form[field] = " ")));

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains(("PLAN_INCOMPLETE", field), await FilingTown.RefusedAsync(refused));
    }

    [Fact]
    [Trait("Rule", "APP-01")]
    [Trait("Rule", "APP-03")]
    public async Task Every_missing_material_and_proof_is_told_at_once()
    {
        var town = await FilingTown.FoundAsync(host);
        using var builder = await town.BuilderAsync();
        var id = await town.StartAsync(builder);
        await town.WriteAsync(builder, id, town.Form());

        using var refused = await town.SubmitAsync(builder, id);

        Assert.Equal(
            [("MATERIAL_MISSING", "material.ApplicationForm"), ("MATERIAL_MISSING", "material.ConstructionPlan"), ("PROOF_MISSING", "proof.WORKSPACE"), ("PROOF_MISSING", "proof.STAFF"), ("PROOF_MISSING", "proof.COMPUTERS")],
            await FilingTown.RefusedAsync(refused));
    }

    [Fact]
    [Trait("Rule", "APP-05")]
    public async Task The_builder_states_that_all_is_true()
    {
        var town = await FilingTown.FoundAsync(host);
        using var builder = await town.BuilderAsync();

        using var refused = await town.SubmitAsync(builder, await town.CompleteAsync(builder, town.Form(change: form => form["statedTrue"] = false)));

        Assert.Equal([("STATEMENT_MISSING", "statedTrue")], await FilingTown.RefusedAsync(refused));
    }

    [Fact]
    [Trait("Rule", "EST-01")]
    public async Task A_soft_shortfall_needs_its_reason_and_goes_on_with_it()
    {
        var town = await FilingTown.FoundAsync(host);
        using var builder = await town.BuilderAsync();
        var (bare, reasoned) = (town.Form(change: form => form["area"] = 199.99), town.Form(change: form => (form["area"], form["waiverReasons"]) = (199.99, new JsonObject { ["WORKSPACE"] = "年内扩建到 220 平方米" })));

        using var refused = await town.SubmitAsync(builder, await town.CompleteAsync(builder, bare));
        using var taken = await town.SubmitAsync(builder, await town.CompleteAsync(builder, reasoned));

        Assert.Equal([("WORKSPACE_BELOW_200", "waiver.WORKSPACE")], await FilingTown.RefusedAsync(refused));
        Assert.Equal(HttpStatusCode.Created, taken.StatusCode);
    }

    [Theory]
    [InlineData("staff", "STAFF_BELOW_5", "condition.STAFF")]
    [InlineData("computers", "COMPUTERS_BELOW_4", "condition.COMPUTERS")]
    [InlineData("isConcentrated", "CONDITION_NOT_MET", "condition.SITE")]
    [InlineData("department", "CONDITION_NOT_MET", "condition.DEPARTMENT")]
    [Trait("Rule", "EST-01")]
    public async Task A_hard_condition_that_is_missed_stands_in_the_way(string what, string code, string field)
    {
        var town = await FilingTown.FoundAsync(host);
        using var builder = await town.BuilderAsync();
        var form = town.Form(change: form => form[what] = what switch
        {
            "staff" => new JsonArray([.. Enumerable.Range(0, 4).Select(_ => FilingTown.Person())]),
            "computers" => 3,
            "department" => "",
            _ => false,
        });

        using var refused = await town.SubmitAsync(builder, await town.CompleteAsync(builder, form));

        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Equal([(code, field)], await FilingTown.RefusedAsync(refused));
    }

    [Fact]
    [Trait("Rule", "EST-02")]
    public async Task A_key_park_below_a_hundred_square_metres_is_refused_even_with_a_reason()
    {
        var town = await FilingTown.FoundAsync(host);
        using var builder = await town.BuilderAsync();
        var form = town.Form("510700", form => (form["kind"], form["placeName"], form["parent"], form["area"], form["waiverReasons"]) = ("KeyPark", "某园", town.City.Slug, 99.9, new JsonObject { ["WORKSPACE"] = "年内扩建" }));

        using var refused = await town.SubmitAsync(builder, await town.CompleteAsync(builder, form));

        Assert.Equal([("WORKSPACE_BELOW_100", "condition.WORKSPACE")], await FilingTown.RefusedAsync(refused));
    }

    [Fact]
    [Trait("Rule", "EST-01")]
    public async Task Nobody_counts_twice_in_one_list_or_in_two_platforms()
    {
        var town = await FilingTown.FoundAsync(host);
        using var builder = await town.BuilderAsync();
        var number = FilingTown.NewCitizen();
        await town.SubmittedAsync(builder, town.Form(change: form => form["staff"]!.AsArray().Add(FilingTown.Person(number))));

        using var elsewhere = await town.SubmitAsync(builder, await town.CompleteAsync(builder, town.Form(change: form => form["staff"]!.AsArray().Add(FilingTown.Person(number, fullTime: false)))));
        using var twice = await town.SubmitAsync(builder, await town.CompleteAsync(builder, town.Form(change: form =>
        {
            var same = FilingTown.NewCitizen();
            form["staff"]!.AsArray().Add(FilingTown.Person(same));
            form["staff"]!.AsArray().Add(FilingTown.Person(same));
        })));

        Assert.Equal([("STAFF_DOUBLE_COUNTED", "staff[6].idNumber")], await FilingTown.RefusedAsync(elsewhere));
        Assert.Equal([("STAFF_DOUBLE_COUNTED", "staff[7].idNumber")], await FilingTown.RefusedAsync(twice));
    }

    [Fact]
    [Trait("Rule", "EST-01")]
    public async Task Who_is_part_time_elsewhere_may_be_counted()
    {
        var town = await FilingTown.FoundAsync(host);
        using var builder = await town.BuilderAsync();
        var number = FilingTown.NewCitizen();
        await town.SubmittedAsync(builder, town.Form(change: form => form["staff"]!.AsArray().Add(FilingTown.Person(number, fullTime: false))));

        using var taken = await town.SubmitAsync(builder, await town.CompleteAsync(builder, town.Form(change: form => form["staff"]!.AsArray().Add(FilingTown.Person(number)))));

        Assert.Equal(HttpStatusCode.Created, taken.StatusCode);
    }

    [Theory]
    [InlineData("Own", 2, "BUILDER_COUNT")]
    [InlineData("Shared", 1, "BUILDER_COUNT")]
    [InlineData("Joint", 1, "BUILDER_COUNT")]
    [InlineData("Commissioned", 2, "BUILDER_COUNT")]
    [InlineData("", 1, "UNKNOWN_MODE")]
    [Trait("Rule", "MODE-01")]
    [Trait("Rule", "MODE-02")]
    [Trait("Rule", "MODE-03")]
    [Trait("Rule", "MODE-04")]
    public async Task A_mode_takes_its_number_of_builders(string mode, int builders, string code)
    {
        var town = await FilingTown.FoundAsync(host);
        using var builder = await town.BuilderAsync();
        var form = town.Form(change: form => (form["mode"], form["builders"]) = (mode, new JsonArray([.. Enumerable.Range(0, builders).Select(_ => FilingTown.Line(FilingTown.Uscc()))])));

        using var refused = await town.SubmitAsync(builder, await town.CompleteAsync(builder, form));

        Assert.Contains(await FilingTown.RefusedAsync(refused), refusal => refusal.Code == code);
    }

    [Theory]
    [InlineData("Shared", "DUPLICATE_BUILDER")]
    [InlineData("Commissioned", "SELF_COMMISSION")]
    [Trait("Rule", "MODE-03")]
    [Trait("Rule", "MODE-04")]
    public async Task One_body_is_not_two(string mode, string code)
    {
        var town = await FilingTown.FoundAsync(host);
        using var builder = await town.BuilderAsync();
        var uscc = FilingTown.Uscc();
        var form = town.Form(change: form => (form["mode"], form["builders"]) = (mode, new JsonArray(FilingTown.Line(uscc, part: "Principal"), FilingTown.Line(uscc, part: "Contractor"))));

        using var refused = await town.SubmitAsync(builder, await town.CompleteAsync(builder, form));

        Assert.Contains((code, "builders"), await FilingTown.RefusedAsync(refused));
    }

    [Theory]
    [InlineData("91", "AdministrativeOrgan", "TYPE_USCC_MISMATCH")]
    [InlineData("92", "HighTechEnterprise", "NOT_ELIGIBLE")]
    [Trait("Rule", "MODE-05")]
    public async Task A_builder_in_the_list_must_be_one_that_may_build(string category, string type, string code)
    {
        var town = await FilingTown.FoundAsync(host);
        using var builder = await town.BuilderAsync();

        using var refused = await town.SubmitAsync(builder, await town.CompleteAsync(builder, town.Form(change: form => form["builders"] = new JsonArray(FilingTown.Line(FilingTown.Uscc(category), type)))));

        Assert.Contains((code, "builders[0].uscc"), await FilingTown.RefusedAsync(refused));
    }

    [Fact]
    [Trait("Rule", "MODE-03")]
    [Trait("Rule", "MODE-04")]
    public async Task Building_together_brings_its_agreement_and_a_commission_its_contract()
    {
        var town = await FilingTown.FoundAsync(host);
        using var builder = await town.BuilderAsync();
        JsonObject Of(string mode) => town.Form(change: form => (form["mode"], form["builders"]) = (mode, new JsonArray(FilingTown.Line(FilingTown.Uscc(), part: "Principal"), FilingTown.Line(FilingTown.Uscc(), part: "Contractor"))));
        var joint = await town.CompleteAsync(builder, Of("Joint"));

        using var without = await town.SubmitAsync(builder, joint);
        using var commission = await town.SubmitAsync(builder, await town.CompleteAsync(builder, Of("Commissioned")));
        await town.UploadAsync(builder, joint, "material.Agreement");
        using var with = await town.SubmitAsync(builder, joint);

        Assert.Equal([("MATERIAL_MISSING", "material.Agreement")], await FilingTown.RefusedAsync(without));
        Assert.Equal([("MATERIAL_MISSING", "material.Contract")], await FilingTown.RefusedAsync(commission));
        Assert.Equal(HttpStatusCode.Created, with.StatusCode);
    }

    [Fact]
    [Trait("Rule", "APP-10")]
    public async Task What_was_withdrawn_makes_room_for_another()
    {
        var town = await FilingTown.FoundAsync(host);
        var division = FilingTown.Division();
        using var builder = await town.BuilderAsync();
        var id = await town.SubmittedAsync(builder, town.Form(division));

        using var withdrawn = await builder.PostAsync($"{town.Api}/{id}/withdrawal", version: await town.VersionAsync(builder, id));
        using var twice = await builder.PostAsync($"{town.Api}/{id}/withdrawal", version: await town.VersionAsync(builder, id));
        await town.SubmittedAsync(builder, town.Form(division));

        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.Conflict), (withdrawn.StatusCode, twice.StatusCode));
        Assert.Contains(await town.LettersAsync("establishment.withdrawn"), letter => letter.EndsWith("/Assessor", StringComparison.Ordinal));
    }
}
