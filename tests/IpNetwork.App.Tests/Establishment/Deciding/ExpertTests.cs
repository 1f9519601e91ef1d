using System.Net;
using System.Text.Json.Nodes;
using Xunit;

namespace IpNetwork.App.Tests.Establishment.Deciding;

/// <summary>Who of the pool may take part in an application (EXP-01).</summary>
public sealed class ExpertTests(DecidingHost host) : IClassFixture<DecidingHost>, IAsyncLifetime
{
    private const string Elsewhere = "1251000045071190X4";
    private DecidingTown town = null!;

    public async Task InitializeAsync() => town = await DecidingTown.MakeAsync(host);

    public Task DisposeAsync()
    {
        town.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    [Trait("Rule", "EXP-01")]
    public async Task An_expert_of_the_builder_is_kept_out()
    {
        var number = await town.BegunAsync();
        var expert = await EnrolAsync(DecidingTown.Uscc);

        Assert.Equal("EXPERT_CONFLICT", await AssignAsync(expert, number));
    }

    [Fact]
    [Trait("Rule", "EXP-01")]
    public async Task A_declared_avoidance_keeps_out_of_that_application_alone()
    {
        var (number, other) = (await town.BegunAsync(), await town.BegunAsync());
        var expert = await EnrolAsync();
        using var declared = await town.Assessor.PostAsync($"{town.Province.Api}/experts/{expert}/avoidances", new { matter = number, reason = "曾任顾问" }, version: await VersionAsync(expert));

        Assert.Equal(HttpStatusCode.NoContent, declared.StatusCode);
        Assert.Equal(("EXPERT_CONFLICT", ""), (await AssignAsync(expert, number), await AssignAsync(expert, other)));
    }

    [Fact]
    [Trait("Rule", "EXP-01")]
    public async Task A_term_that_is_over_keeps_out()
    {
        var number = await town.BegunAsync();
        var expert = await EnrolAsync(to: "2026-03-01");

        Assert.Equal("TERM_OVER", await AssignAsync(expert, number));
    }

    [Fact]
    [Trait("Rule", "EXP-01")]
    public async Task An_expert_speaks_only_where_assigned_and_until_released()
    {
        var number = await town.BegunAsync();
        var expert = await EnrolAsync();
        object Spoken() => new { means = "Hearing", heldOn = town.Today, findings = "听取汇报", experts = new[] { new { expert, opinion = "同意" } } };

        Assert.Equal("EXPERT_NOT_ASSIGNED", await town.ActAsync(town.Assessor, number, "assessments", Spoken()));
        Assert.Equal(("", "ALREADY_ASSIGNED"), (await AssignAsync(expert, number), await AssignAsync(expert, number)));
        Assert.Equal("", await town.ActAsync(town.Assessor, number, "assessments", Spoken()));
        Assert.Equal(("", "ALREADY_RELEASED"), (await ReleaseAsync(expert), await ReleaseAsync(expert)));
        Assert.Equal("EXPERT_NOT_ASSIGNED", await town.ActAsync(town.Assessor, number, "assessments", Spoken()));
    }

    [Fact]
    [Trait("Rule", "EXP-01")]
    public async Task An_entry_that_cannot_be_is_refused_by_field()
    {
        using var answer = await town.Assessor.PostAsync($"{town.Province.Api}/experts", new { name = "", category = "占卜", employer = "所", employerUscc = "1", from = "2026-03-02", to = "2026-03-01" });

        var errors = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["errors"]!.AsObject().Select(error => error.Key);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.All(["name", "category", "employerUscc", "to"], field => Assert.Contains(field, errors));
    }

    private async Task<string> EnrolAsync(string uscc = Elsewhere, string to = "2028-12-31")
    {
        using var answer = await town.Assessor.PostAsync($"{town.Province.Api}/experts", new { name = "方正言", category = "法律", employer = "示例学院", employerUscc = uscc, from = "2025-01-01", to });
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["id"]!.GetValue<string>();
    }

    private async Task<string> AssignAsync(string expert, string number)
    {
        using var answer = await town.Assessor.PostAsync($"{town.Province.Api}/experts/{expert}/assignments", new { application = number });
        return answer.IsSuccessStatusCode ? "" : await DecidingTown.CodeAsync(answer);
    }

    private async Task<string> ReleaseAsync(string expert)
    {
        var assignment = (await town.Assessor.JsonAsync($"{town.Province.Api}/expert-assignments"))["items"]!.AsArray().First(row => row!["expert"]!.GetValue<string>() == expert)!;
        using var answer = await town.Assessor.PostAsync($"{town.Province.Api}/expert-assignments/{assignment["id"]}/release", new { reason = "工作调动" }, version: assignment["eTag"]!.GetValue<string>());
        return answer.IsSuccessStatusCode ? "" : await DecidingTown.CodeAsync(answer);
    }

    private async Task<string> VersionAsync(string expert)
    {
        using var answer = await town.Assessor.GetAsync($"{town.Province.Api}/experts/{expert}");
        return answer.Headers.ETag!.ToString();
    }
}
