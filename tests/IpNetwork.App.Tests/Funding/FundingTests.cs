using System.Net;
using System.Text.Json.Nodes;
using IpNetwork.App.Data;
using IpNetwork.App.Provinces;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Kernel;
using IpNetwork.Domain.Staff;
using IpNetwork.Testing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace IpNetwork.App.Tests.Funding;

public sealed class FundingTests(NetworkHost host) : IClassFixture<NetworkHost>, IAsyncLifetime
{
    private const string Uscc = "91510100MA6000016A";
    private readonly Given given = new(host);
    private TestNode province = null!;
    private TestNode city = null!;
    private Visitor leader = null!;

    /// <summary>The networks of tests were founded in 2020, which is then their build year.</summary>
    public async Task InitializeAsync()
    {
        host.Clock.MoveTo(new(2020, 6, 15, 2, 0, 0, TimeSpan.Zero));
        province = await given.ProvinceAsync();
        city = await given.CityAsync(province);
        leader = await given.StaffAsync(province, Role.Leader);
        await given.InAsync(province.Tenant, async services =>
        {
            var db = services.GetRequiredService<NetworkDb>();
            var settings = new ProvinceSettings { FundingCaps = [new(NodeKind.City, 1_000_000, "FND-02")] };
            return await services.GetRequiredService<UnitOfWork>().CommitAsync(Actor.Program("测试", province.Id), deed =>
            {
                db.Add(new ProvinceSettingsRow { NodeId = province.Id, Settings = settings, PackHash = "", Marks = PackMarks.None, AppliedAt = host.Clock.GetUtcNow() });
                deed.Happened(new("provinces.applied", "pack", province.Slug, "测试"));
                deed.Announce(ChangeSignal.Settings(province.Id));
                return Task.FromResult(Outcome.Done);
            }, CancellationToken.None);
        });
    }

    public Task DisposeAsync()
    {
        leader.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    [Trait("Rule", "FND-01")]
    public async Task A_project_goes_from_its_number_to_its_money()
    {
        var project = await RegisterAsync(city);
        Assert.Equal("NOT_REVIEWED", await CodeAsync(await AwardAsync(project, "100", "wan")));

        await PassAsync(project);
        using var awarded = await AwardAsync(project, "100", "wan");

        Assert.Equal(HttpStatusCode.NoContent, awarded.StatusCode);
        var shown = await leader.JsonAsync(project);
        Assert.Equal((1_000_000m, "Passed", "2020-06-15"), (shown["amount"]!.GetValue<decimal>(), shown["review"]!.GetValue<string>(), shown["awardedOn"]!.GetValue<string>()));
        var page = await leader.TextAsync($"/{province.Slug}/workbench/funding");
        Assert.Contains("1,000,000 元（100 万元）", page, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "FND-04")]
    public async Task Two_awards_at_once_do_not_pass_the_cap_together()
    {
        var projects = new List<string>();
        for (var i = 0; i < 4; i++)
        {
            projects.Add(await RegisterAsync(city));
            await PassAsync(projects[i]);
        }

        var codes = await Task.WhenAll(projects.Select(async project => await CodeAsync(await AwardAsync(project, "600000", "yuan"))));

        Assert.Single(codes, code => code is null);
        Assert.Equal(3, codes.Count(code => code is "OVER_CAP"));
    }

    [Fact]
    [Trait("Rule", "FND-03")]
    public async Task Money_of_another_year_is_refused()
    {
        var project = await RegisterAsync(city);
        await PassAsync(project);
        host.Clock.MoveTo(new(2021, 1, 4, 2, 0, 0, TimeSpan.Zero));
        leader = await given.StaffAsync(province, Role.Leader);

        Assert.Equal("NOT_BUILD_YEAR", await CodeAsync(await AwardAsync(project, "1", "wan", "2021-01-04")));
    }

    [Fact]
    [Trait("Rule", "FND-05")]
    public async Task A_kind_without_a_cap_waits()
    {
        var project = await RegisterAsync(await given.WorkstationAsync(city));
        await PassAsync(project);

        Assert.Equal("NO_CAP_DEFINED", await CodeAsync(await AwardAsync(project, "1", "wan")));
    }

    [Fact]
    [Trait("Rule", "FND-02")]
    public async Task On_the_page_what_was_typed_stays_beside_its_error()
    {
        var project = await RegisterAsync(city);
        await PassAsync(project);
        var page = $"/{province.Slug}/workbench/funding/{project.Split('/')[^1]}";

        using var refused = await leader.SubmitAsync(page, $"{page}/award", new Dictionary<string, string> { ["amount"] = "壹佰", ["unit"] = "wan", ["awardedOn"] = "2020-06-15", ["document"] = "川财〔2020〕7号" });

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        var html = await refused.Content.ReadAsStringAsync();
        Assert.Contains("精确到分", html, StringComparison.Ordinal);
        Assert.Contains("value=\"壹佰\"", html, StringComparison.Ordinal);
        Assert.Contains("川财〔2020〕7号", html, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "FND-01")]
    public async Task An_assessor_reviews_but_does_not_award()
    {
        using var assessor = await given.StaffAsync(province, Role.Assessor);
        var project = await RegisterAsync(city);
        await PassAsync(project, assessor);

        using var refused = await assessor.PostAsync($"{project}/award", new { amount = "1", unit = "wan", awardedOn = "2020-06-15", document = "川财〔2020〕7号" }, version: await VersionAsync(project));

        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }

    [Fact]
    [Trait("Rule", "FND-06")]
    public async Task A_platform_is_a_demonstration_once_at_a_time()
    {
        var body = new { platform = city.Slug, from = "2020-06-15", documentNumber = "川知〔2020〕3号" };
        using var begun = await leader.PostAsync($"{province.Api}/demonstrations", body);
        using var again = await leader.PostAsync($"{province.Api}/demonstrations", body);

        Assert.Equal(HttpStatusCode.Created, begun.StatusCode);
        Assert.Equal("ALREADY_DEMONSTRATION", await CodeAsync(again));
        var one = Assert.Single((await leader.JsonAsync($"{province.Api}/demonstrations"))["items"]!.AsArray())!;
        using var ended = await leader.PostAsync($"{province.Api}/demonstrations/{one["id"]}/end", new { to = "2020-06-15" }, version: one["eTag"]!.GetValue<string>());
        Assert.Equal(HttpStatusCode.NoContent, ended.StatusCode);
    }

    [Fact]
    [Trait("Rule", "FND-07")]
    public async Task A_node_writes_its_years_funds_and_corrects_them_from_what_it_saw()
    {
        using var manager = await given.StaffAsync(city, Role.Manager);
        var address = $"{city.Api}/local-funds/2020";
        using var written = await manager.PutAsync(address, new { amount = "30", unit = "wan", source = "市财政" }, null);
        Assert.Equal("", await written.Content.ReadAsStringAsync());
        using var blind = await manager.PutAsync(address, new { amount = "31", unit = "wan", source = "市财政" }, null);
        var row = Assert.Single((await manager.JsonAsync($"{city.Api}/local-funds"))["items"]!.AsArray())!;
        using var corrected = await manager.PutAsync(address, new { amount = "31", unit = "wan", source = "市财政" }, row["eTag"]!.GetValue<string>());

        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.PreconditionFailed, HttpStatusCode.NoContent), (written.StatusCode, blind.StatusCode, corrected.StatusCode));
        Assert.Contains("310,000 元（31 万元）", await manager.TextAsync($"/{city.Slug}/workbench/local-funds"), StringComparison.Ordinal);
    }

    private async Task<string> RegisterAsync(TestNode platform)
    {
        using var created = await leader.PostAsync($"{province.Api}/funding-projects",
            new { projectNumber = $"ZX-{Guid.NewGuid():n}", platform = platform.Slug, workBody = "绵阳市知识产权服务中心", uscc = Uscc });
        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
        return created.Headers.Location!.ToString();
    }

    private async Task PassAsync(string project, Visitor? by = null)
    {
        using var reviewed = await (by ?? leader).PostAsync($"{project}/review", new { passed = true, reviewedOn = "2020-06-15", note = "同意立项" }, version: await VersionAsync(project));
        Assert.Equal(HttpStatusCode.NoContent, reviewed.StatusCode);
    }

    private async Task<HttpResponseMessage> AwardAsync(string project, string amount, string unit, string on = "2020-06-15") =>
        await leader.PostAsync($"{project}/award", new { amount, unit, awardedOn = on, document = "川财〔2020〕7号" }, version: await VersionAsync(project));

    private async Task<string> VersionAsync(string project)
    {
        using var shown = await leader.GetAsync(project);
        return shown.Headers.ETag!.ToString();
    }

    private static async Task<string?> CodeAsync(HttpResponseMessage response)
    {
        using (response)
        {
            return response.IsSuccessStatusCode ? null : JsonNode.Parse(await response.Content.ReadAsStringAsync())!["code"]!.GetValue<string>();
        }
    }
}
