using System.Net;
using System.Text.Json.Nodes;
using IpNetwork.App.Data;
using IpNetwork.App.Provinces;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Kernel;
using IpNetwork.Domain.Staff;
using IpNetwork.Testing;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Xunit;

namespace IpNetwork.App.Tests.Opening;

public sealed class OpeningTests(NetworkHost host) : IClassFixture<NetworkHost>, IAsyncLifetime
{
    private const string Someone = "11010519491231002X";
    private const string SomeoneElse = "440524188001010014";
    private readonly Given given = new(host);
    private TestNode province = null!;
    private TestNode city = null!;
    private Visitor leader = null!;
    private Visitor manager = null!;

    public async Task InitializeAsync()
    {
        province = await given.ProvinceAsync();
        city = await given.CityAsync(province);
        leader = await given.StaffAsync(province, Role.Leader);
        manager = await given.StaffAsync(city, Role.Manager);
        await given.InAsync(province.Tenant, async services =>
        {
            var settings = new ProvinceSettings
            {
                Modules = [new("training", "人才培训", "业务服务", "NET-04"), new("information", "信息服务", "信息服务", "NET-04")],
                Thresholds = [new(NodeKind.City, "EST-01", [new(Threshold.Workspace, "办公和服务场所", 200, "平方米", Strictness.Hard, "EST-01")])],
            };
            return await services.GetRequiredService<UnitOfWork>().CommitAsync(Actor.Program("测试", province.Id), deed =>
            {
                services.GetRequiredService<NetworkDb>().Add(new ProvinceSettingsRow { NodeId = province.Id, Settings = settings, PackHash = "", Marks = PackMarks.None, AppliedAt = host.Clock.GetUtcNow() });
                deed.Happened(new("provinces.applied", "pack", province.Slug, "测试"));
                deed.Announce(ChangeSignal.Settings(province.Id));
                return Task.FromResult(Outcome.Done);
            }, CancellationToken.None);
        });
    }

    public Task DisposeAsync()
    {
        leader.Dispose();
        manager.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    [Trait("Rule", "NET-04")]
    [Trait("Rule", "NET-05")]
    public async Task A_module_goes_from_its_application_to_the_front_page()
    {
        Assert.Equal(HttpStatusCode.NoContent, (await manager.PostAsync($"{city.Api}/modules/training/application")).StatusCode);
        Assert.Contains("人才培训", await leader.TextAsync($"/{province.Slug}/workbench"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NoContent, (await AllotAsync("training")).StatusCode);
        Assert.Equal("MODULE_NOT_STAFFED", await CodeAsync(await OpenAsync("training")));

        Assert.Equal(HttpStatusCode.Created, (await PremisesAsync("300")).StatusCode);
        Assert.Equal(HttpStatusCode.Created, (await EmployAsync(manager, city, Someone, modules: ["training"])).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await OpenAsync("training")).StatusCode);

        using var stranger = host.Visitor();
        var front = await stranger.TextAsync($"/{city.Slug}");
        Assert.Contains("人才培训", front, StringComparison.Ordinal);
        Assert.Contains("二层 3 号窗口", front, StringComparison.Ordinal);
        Assert.Equal("二层 3 号窗口", (await stranger.JsonAsync($"{city.Api}/modules"))["items"]![0]!["place"]!.GetValue<string>());

        using var closed = await manager.PostAsync($"{city.Api}/modules/training/closing", new { reason = "窗口整修" }, version: await ModuleAsync("training"));
        Assert.Equal(HttpStatusCode.NoContent, closed.StatusCode);
        Assert.DoesNotContain("二层 3 号窗口", await stranger.TextAsync($"/{city.Slug}"), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "NET-04")]
    public async Task A_node_that_does_not_operate_opens_no_module()
    {
        var qualified = await given.NodeAsync(NodeKind.City, province, "德阳市", "510600", operating: false);
        using var there = await given.StaffAsync(qualified, Role.Manager);
        using var applied = await there.PostAsync($"{qualified.Api}/modules/training/application");
        var version = (await there.JsonAsync($"{qualified.Api}/module-states"))["items"]![0]!["eTag"]!.GetValue<string>();
        using var allotted = await leader.PostAsync($"{province.Api}/network/{qualified.Slug}/modules/training/allotment", new { guidingOffice = "运用促进处" }, version: version);
        version = (await there.JsonAsync($"{qualified.Api}/module-states"))["items"]![0]!["eTag"]!.GetValue<string>();

        using var opened = await there.PostAsync($"{qualified.Api}/modules/training/opening", new { portalEntry = "/services", place = "二层" }, version: version);

        Assert.Equal("NODE_NOT_OPERATING", await CodeAsync(opened));
    }

    [Fact]
    [Trait("Rule", "STF-01")]
    public async Task Two_nodes_that_enter_one_person_at_once_count_one()
    {
        var other = await given.CityAsync(province, "德阳市", "510600");
        using var there = await given.StaffAsync(other, Role.Manager);

        var answers = await Task.WhenAll(EmployAsync(manager, city, SomeoneElse), EmployAsync(there, other, SomeoneElse));

        Assert.Single(answers, answer => answer.StatusCode is HttpStatusCode.Created);
        Assert.Equal("STAFF_DOUBLE_COUNTED", await CodeAsync(answers.Single(answer => answer.StatusCode is not HttpStatusCode.Created)));
    }

    [Fact]
    [Trait("Rule", "STF-01")]
    public async Task Another_network_neither_counts_nor_knows_the_person()
    {
        var abroad = await given.ProvinceAsync("浙江省");
        var there = await given.CityAsync(abroad, "德阳市", "510600");
        using var foreign = await given.StaffAsync(there, Role.Manager);

        Assert.Equal(HttpStatusCode.Created, (await EmployAsync(manager, city, Someone)).StatusCode);
        Assert.Equal(HttpStatusCode.Created, (await EmployAsync(foreign, there, Someone)).StatusCode);

        await using var admin = new NpgsqlConnection(host.AdministrativeConnection);
        await admin.OpenAsync();
        await using var marks = new NpgsqlCommand("select count(distinct mark) from ipnet.full_time_marks where node_id = any(@nodes)", admin);
        marks.Parameters.AddWithValue("nodes", new[] { city.Id.Value, there.Id.Value });
        Assert.Equal(2L, await marks.ExecuteScalarAsync());
    }

    [Fact]
    [Trait("Rule", "STF-02")]
    public async Task A_manager_who_is_not_qualified_is_refused_beside_the_field_and_nothing_typed_is_lost()
    {
        var page = $"/{city.Slug}/workbench/opening/staff";

        using var refused = await manager.SubmitAsync(page, page, new Dictionary<string, string>
        {
            ["name"] = "李蓉",
            ["citizenNumber"] = Someone,
            ["post"] = "Manager",
            ["employment"] = "FullTime",
            ["from"] = Today,
            ["ipWorkSince"] = "2030-01-01",
        });
        var html = await refused.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains("id=\"f-ipWorkSince-e\"", html, StringComparison.Ordinal);
        Assert.Contains("value=\"李蓉\"", html, StringComparison.Ordinal);
        using var unfit = await EmployAsync(manager, city, Someone, post: "Manager");
        Assert.Equal("MANAGER_NOT_QUALIFIED", await CodeAsync(unfit));
    }

    [Fact]
    [Trait("Rule", "STF-01")]
    public async Task The_number_of_a_person_is_kept_nowhere()
    {
        using var employed = await EmployAsync(manager, city, Someone);
        Assert.Equal(HttpStatusCode.Created, employed.StatusCode);

        await using var admin = new NpgsqlConnection(host.AdministrativeConnection);
        await admin.OpenAsync();
        foreach (var table in new[] { "staff_members", "full_time_marks", "audit_events", "outbox", "idempotency_keys" })
        {
            await using var find = new NpgsqlCommand($"select count(*) from ipnet.{table} t where t::text like '%{Someone}%'", admin);
            Assert.Equal(0L, await find.ExecuteScalarAsync());
        }

        Assert.Equal(1L, await new NpgsqlCommand("select count(*) from ipnet.staff_members t where node_id = @node and t::text like '%110***********002X%'", admin) { Parameters = { new("node", city.Id.Value) } }.ExecuteScalarAsync());
    }

    [Fact]
    [Trait("Rule", "FAC-01")]
    public async Task Too_little_room_is_refused_and_a_second_place_follows_the_first()
    {
        Assert.Equal("WORKSPACE_BELOW_200", await CodeAsync(await PremisesAsync("199.5")));
        Assert.Equal(HttpStatusCode.Created, (await PremisesAsync("300")).StatusCode);
        Assert.Equal("REASON_REQUIRED", await CodeAsync(await PremisesAsync("260")));
        Assert.Equal(HttpStatusCode.Created, (await PremisesAsync("260", "搬迁")).StatusCode);

        var places = (await manager.JsonAsync($"{city.Api}/premises"))["items"]!.AsArray();
        Assert.Equal([260m, 300m], places.Select(place => place!["area"]!.GetValue<decimal>()));
        Assert.Contains("搬迁", await manager.TextAsync($"/{city.Slug}/workbench/opening/premises"), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "STF-01")]
    public async Task The_province_sees_what_is_missing_and_no_names()
    {
        using var employed = await EmployAsync(manager, city, Someone, name: "名字只在平台");
        Assert.Equal(HttpStatusCode.Created, employed.StatusCode);

        var below = await leader.TextAsync($"/{province.Slug}/workbench/readiness");
        var checklist = await manager.TextAsync($"/{city.Slug}/workbench/opening");

        Assert.Contains($"/workbench/readiness/{city.Slug}", below, StringComparison.Ordinal);
        Assert.DoesNotContain("名字只在平台", below, StringComparison.Ordinal);
        Assert.Contains("没有登记管理人员", checklist, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "STF-01")]
    public async Task Leaving_frees_the_person_for_another_node()
    {
        using var employed = await EmployAsync(manager, city, Someone, from: "2020-02-01");
        var member = (await manager.JsonAsync($"{city.Api}/staff"))["items"]![0]!;
        using var left = await manager.PostAsync($"{city.Api}/staff/{member["id"]}/leaving", new { lastDay = Today }, version: member["eTag"]!.GetValue<string>());
        Assert.Equal(HttpStatusCode.NoContent, left.StatusCode);
        var other = await given.CityAsync(province, "德阳市", "510600");
        using var today = await given.StaffAsync(other, Role.Manager);

        Assert.Equal("STAFF_DOUBLE_COUNTED", await CodeAsync(await EmployAsync(today, other, Someone)));
        host.Clock.Advance(TimeSpan.FromDays(1));
        using var tomorrow = await given.StaffAsync(other, Role.Manager);
        Assert.Equal(HttpStatusCode.Created, (await EmployAsync(tomorrow, other, Someone)).StatusCode);
        host.Clock.Advance(TimeSpan.FromDays(-1));
    }

    private string Today => ChinaTime.DayOf(host.Clock.GetUtcNow()).ToString("O", System.Globalization.CultureInfo.InvariantCulture);

    private Task<HttpResponseMessage> PremisesAsync(string area, string? reason = null) =>
        manager.PostAsync($"{city.Api}/premises", new { from = Today, address = "人民路 1 号", area, layout = "窗口 3 个", reason });

    private Task<HttpResponseMessage> EmployAsync(Visitor by, TestNode node, string number, string post = "Business", string name = "李蓉", string? from = null, string[]? modules = null) =>
        by.PostAsync($"{node.Api}/staff", new { name, citizenNumber = number, post, employment = "FullTime", from = from ?? Today, modules });

    private async Task<HttpResponseMessage> AllotAsync(string code) =>
        await leader.PostAsync($"{province.Api}/network/{city.Slug}/modules/{code}/allotment", new { guidingOffice = "运用促进处" }, version: await ModuleAsync(code));

    private async Task<HttpResponseMessage> OpenAsync(string code) =>
        await manager.PostAsync($"{city.Api}/modules/{code}/opening", new { portalEntry = "/services", place = "二层 3 号窗口" }, version: await ModuleAsync(code));

    private async Task<string> ModuleAsync(string code) =>
        (await manager.JsonAsync($"{city.Api}/module-states"))["items"]!.AsArray().Single(module => module!["code"]!.GetValue<string>() == code)!["eTag"]!.GetValue<string>();

    private static async Task<string?> CodeAsync(HttpResponseMessage answer) => JsonNode.Parse(await answer.Content.ReadAsStringAsync())?["code"]?.GetValue<string>();
}
