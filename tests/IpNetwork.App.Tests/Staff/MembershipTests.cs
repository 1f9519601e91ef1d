using System.Net;
using System.Text.Json.Nodes;
using IpNetwork.App.Staff;
using IpNetwork.Domain.Kernel;
using IpNetwork.Domain.Staff;
using IpNetwork.SignOn;
using IpNetwork.Testing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace IpNetwork.App.Tests.Staff;

public sealed class MembershipTests(NetworkHost host) : IClassFixture<NetworkHost>
{
    private readonly Given given = new(host);

    [Fact]
    [Trait("Rule", "SSO-02")]
    public async Task A_person_appointed_works_there_with_the_next_request()
    {
        var city = await given.CityAsync(await given.ProvinceAsync());
        using var manager = await given.StaffAsync(city, Role.Manager);
        using var person = await host.SignedOnAsync("王小北");
        Assert.Equal(HttpStatusCode.Forbidden, (await person.GetAsync($"{city.Api}/subtree")).StatusCode);

        using var appointed = await manager.PostAsync($"{city.Api}/memberships", new { userName = await UserNameAsync(person), role = "CatalogEditor" });

        Assert.Equal(HttpStatusCode.Created, appointed.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await person.GetAsync($"{city.Api}/subtree")).StatusCode);
    }

    [Fact]
    [Trait("Rule", "SSO-02")]
    public async Task A_membership_ended_lets_nobody_in_with_the_next_request()
    {
        var city = await given.CityAsync(await given.ProvinceAsync());
        using var manager = await given.StaffAsync(city, Role.Manager);
        using var clerk = await given.StaffAsync(city, Role.WindowClerk);
        Assert.Equal(HttpStatusCode.OK, (await clerk.GetAsync($"/{city.Slug}/workbench")).StatusCode);
        var post = (await manager.JsonAsync($"{city.Api}/memberships"))["items"]!.AsArray().Single(p => p!["role"]!.GetValue<string>() == "WindowClerk")!;
        var yesterday = ChinaTime.DayOf(host.Clock.GetUtcNow()).AddDays(-1);

        using var ended = await manager.PostAsync($"{city.Api}/memberships/{post["id"]}/end", new { lastDay = $"{yesterday:O}" }, version: post["eTag"]!.GetValue<string>());

        Assert.Equal(HttpStatusCode.NoContent, ended.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await clerk.GetAsync($"/{city.Slug}/workbench")).StatusCode);
    }

    [Fact]
    [Trait("Rule", "SSO-02")]
    public async Task Nobody_gives_a_post_to_oneself()
    {
        var city = await given.CityAsync(await given.ProvinceAsync());
        using var manager = await given.StaffAsync(city, Role.Manager);

        using var refused = await manager.PostAsync($"{city.Api}/memberships", new { userName = await UserNameAsync(manager), role = "Auditor" });

        Assert.Equal(("SELF_GRANT", HttpStatusCode.Forbidden), (await CodeAsync(refused), refused.StatusCode));
    }

    [Fact]
    [Trait("Rule", "SSO-02")]
    public async Task Administrators_roles_are_never_combined_not_even_across_provinces()
    {
        var (province, other) = (await given.ProvinceAsync(), await given.ProvinceAsync("浙江省"));
        using var security = await given.StaffAsync(province, Role.SecurityAdmin);
        using var there = await given.StaffAsync(other, Role.SecurityAdmin);
        using var person = await host.SignedOnAsync("赵管");
        var user = await UserNameAsync(person);
        using var first = await security.PostAsync($"{province.Api}/memberships", new { userName = user, role = "SystemAdmin" });
        Assert.Equal(HttpStatusCode.Created, first.StatusCode);

        using var second = await there.PostAsync($"{other.Api}/memberships", new { userName = user, role = "AuditAdmin" });

        Assert.Equal("ADMIN_ROLES_COMBINED", await CodeAsync(second));
    }

    [Theory]
    [Trait("Rule", "SSO-02")]
    [InlineData("SystemAdmin")]
    [InlineData("Leader")]
    public async Task A_leader_makes_neither_administrators_nor_leaders(string role)
    {
        var province = await given.ProvinceAsync();
        using var leader = await given.StaffAsync(province, Role.Leader);
        using var person = await host.SignedOnAsync("钱管");

        using var refused = await leader.PostAsync($"{province.Api}/memberships", new { userName = await UserNameAsync(person), role });

        Assert.Equal("SECURITY_ADMIN_ONLY", await CodeAsync(refused));
    }

    [Fact]
    [Trait("Rule", "NET-02")]
    public async Task The_province_appoints_the_first_manager_of_a_node_and_no_second()
    {
        var province = await given.ProvinceAsync();
        var city = await given.CityAsync(province);
        using var leader = await given.StaffAsync(province, Role.Leader);
        using var first = await host.SignedOnAsync("孙一");
        using var second = await host.SignedOnAsync("孙二");

        using var done = await leader.PostAsync($"{province.Api}/network/{city.Slug}/memberships", new { userName = await UserNameAsync(first), role = "Manager" });
        using var refused = await leader.PostAsync($"{province.Api}/network/{city.Slug}/memberships", new { userName = await UserNameAsync(second), role = "Manager" });

        Assert.Equal(HttpStatusCode.Created, done.StatusCode);
        Assert.Equal("NODE_HAS_MANAGER", await CodeAsync(refused));
        var audited = (await first.JsonAsync($"{city.Api}/audit?verb=staff.membership-granted"))["items"]![0]!;
        Assert.Equal((province.Slug, city.Slug), (audited["actingNode"]!.GetValue<string>(), audited["node"]!.GetValue<string>()));
    }

    [Fact]
    [Trait("Rule", "SSO-02")]
    public async Task The_entry_of_a_session_is_audited_once()
    {
        var city = await given.CityAsync(await given.ProvinceAsync());
        using var auditor = await given.StaffAsync(city, Role.Auditor);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => auditor.TextAsync($"/{city.Slug}/workbench")));

        var entries = (await auditor.JsonAsync($"{city.Api}/audit?verb=staff.node-entered"))["items"]!.AsArray();

        Assert.Single(entries);
    }

    [Fact]
    [Trait("Rule", "SSO-02")]
    public async Task Who_works_at_one_node_lands_there_and_who_works_at_two_chooses()
    {
        var province = await given.ProvinceAsync();
        var (city, other) = (await given.CityAsync(province), await given.CityAsync(province, "德阳市", "510600"));
        using var one = await given.StaffAsync(city, Role.Manager);
        using var two = await given.StaffAsync(city, Role.CatalogEditor);
        await given.JoinAsync(two, other, Role.CatalogEditor);

        using var lands = await one.GetAsync("/choose-node");
        var chooses = await two.TextAsync("/choose-node");

        Assert.Equal($"/{city.Slug}/workbench", lands.Headers.Location!.ToString());
        Assert.Contains($"/{other.Slug}/workbench", chooses, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await one.GetAsync($"/{other.Slug}/workbench")).StatusCode);
    }

    [Fact]
    [Trait("Rule", "SSO-02")]
    public async Task A_manager_gives_a_post_from_the_page()
    {
        var city = await given.CityAsync(await given.ProvinceAsync());
        using var manager = await given.StaffAsync(city, Role.Manager);
        using var person = await host.SignedOnAsync("吴窗口");
        var page = $"/{city.Slug}/workbench/people";

        using var wrong = await manager.SubmitAsync(page, page, new Dictionary<string, string> { ["userName"] = "nobody-here", ["role"] = "WindowClerk" });
        using var done = await manager.SubmitAsync(page, page, new Dictionary<string, string> { ["userName"] = await UserNameAsync(person), ["role"] = "WindowClerk" });

        Assert.Contains("没有这个账号", await wrong.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        Assert.Contains("吴窗口", await manager.TextAsync(page), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "SSO-01")]
    public async Task The_first_person_of_a_deployment_is_admitted_by_command()
    {
        var province = await given.ProvinceAsync();
        var user = $"first-{Random.Shared.Next():x}";
        using var said = new StringWriter();
        using var password = new StringReader("Quiet-Harbor-7391-Lantern");

        var result = await AdmitCommand.RunAsync(host.Services, [user, "周首位", province.Slug, "SecurityAdmin"], password, said, CancellationToken.None);
        var refused = await AdmitCommand.RunAsync(host.Services, [user, "周首位", province.Slug, "AuditAdmin"], TextReader.Null, said, CancellationToken.None);

        Assert.Equal((0, 1), (result, refused));
        Assert.Contains("安全管理员", said.ToString(), StringComparison.Ordinal);
    }

    private async Task<string> UserNameAsync(Visitor visitor)
    {
        await using var scope = host.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<Accounts>().FindAsync(visitor.Person, CancellationToken.None))!.UserName;
    }

    private static async Task<string?> CodeAsync(HttpResponseMessage response) => JsonNode.Parse(await response.Content.ReadAsStringAsync())?["code"]?.GetValue<string>();
}
