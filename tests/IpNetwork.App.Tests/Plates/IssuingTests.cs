using System.Net;
using IpNetwork.App.Data;
using IpNetwork.App.Data.Trail;
using IpNetwork.Domain.Kernel;
using IpNetwork.Domain.Staff;
using IpNetwork.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace IpNetwork.App.Tests.Plates;

public sealed class IssuingTests(PlateHost host) : IClassFixture<PlateHost>
{
    private const string Text = "四川省（绵阳）知识产权公共服务平台";

    [Fact]
    [Trait("Rule", "PLT-01")]
    [Trait("Rule", "PLT-02")]
    public async Task A_plate_that_two_people_gave_opens_the_node()
    {
        using var town = await PlateTown.MakeAsync(host);
        var proposal = await town.PrepareAsync(town.Platform());
        var prepared = await town.Leader.JsonAsync(proposal);
        Assert.Equal(("NAM-03", "绵阳市"), (prepared["rule"]!.GetValue<string>(), prepared["ruleInputs"]!["city"]!.GetValue<string>()));
        Assert.Equal("Qualified", (await town.Leader.JsonAsync(town.City.Api))["status"]!.GetValue<string>());

        var number = await town.ApproveAsync(proposal);

        Assert.Equal("SC-C-001", number);
        var plate = await town.PlateAsync(number);
        Assert.Equal((Text, "Valid", town.City.Slug, PlateTown.Day), (plate["text"]!.GetValue<string>(), plate["status"]!.GetValue<string>(), plate["node"]!.GetValue<string>(), plate["issuedOn"]!.GetValue<string>()));
        var node = await town.Leader.JsonAsync(town.City.Api);
        Assert.Equal(("Operating", PlateTown.Day, Text), (node["status"]!.GetValue<string>(), node["platedOn"]!.GetValue<string>(), node["officialName"]!.GetValue<string>()));
        Assert.Equal(["plates.issued"], await VerbsAsync(town.City, "plates."));
        Assert.Equal(["plates.prepared", "plates.approved"], await VerbsAsync(town.Province, "plates."));
    }

    [Fact]
    [Trait("Rule", "NAM-08")]
    public async Task Who_prepared_a_plate_does_not_approve_it()
    {
        using var town = await PlateTown.MakeAsync(host);
        await town.Given.JoinAsync(town.Assessor, town.Province, Role.Leader);

        Assert.Equal("SAME_PERSON", await town.ApproveAsync(await town.PrepareAsync(town.Platform()), town.Assessor));

        Assert.Equal("Qualified", (await town.Leader.JsonAsync(town.City.Api))["status"]!.GetValue<string>());
    }

    [Fact]
    [Trait("Rule", "PLT-02")]
    public async Task Words_that_are_not_the_patterns_need_a_document()
    {
        using var town = await PlateTown.MakeAsync(host);

        Assert.Equal("PLATE_PATTERN", await town.PrepareAsync(town.Platform(text: "四川知识产权绵阳平台")));
    }

    [Fact]
    [Trait("Rule", "NAM-08")]
    public async Task Words_fixed_by_a_document_become_the_nodes_name()
    {
        using var town = await PlateTown.MakeAsync(host);
        var county = await town.Given.NodeAsync(NodeKind.County, town.City, "江油市", "510781", operating: false);
        var body = new { node = county.Slug, kind = "Platform", issuedOn = PlateTown.Day, documentNumber = "川知促发〔2026〕12号", text = "四川省 (江油) 知识产权公共服务平台", namingDocument = "川知〔2026〕3号", namingReason = "县级平台没有统一样式" };

        var number = await town.HangAsync(body);

        Assert.Equal("SC-X-001", number);
        Assert.Equal("NAM-08", (await town.PlateAsync(number))["rule"]!.GetValue<string>());
        Assert.Equal("四川省 (江油) 知识产权公共服务平台", (await town.Leader.JsonAsync(county.Api))["officialName"]!.GetValue<string>());
        var again = town.Platform(await town.Given.NodeAsync(NodeKind.County, town.City, "江油市", "510781", operating: false), "四川省（江油）知识产权公共服务平台");
        Assert.Equal("PLATE_PATTERN", await town.PrepareAsync(again));
    }

    [Fact]
    [Trait("Rule", "PLT-03")]
    public async Task A_suffix_left_in_needs_its_reason()
    {
        using var town = await PlateTown.MakeAsync(host);
        const string kept = "四川省（绵阳市）知识产权公共服务平台";
        Assert.Equal("CONTAINS_ADMIN_SUFFIX", await town.PrepareAsync(town.Platform(text: kept)));

        var number = await town.HangAsync(new { node = town.City.Slug, kind = "Platform", issuedOn = PlateTown.Day, documentNumber = "12号", text = kept, suffixReason = "旧牌已制" });

        var plate = await town.PlateAsync(number);
        Assert.Equal((kept, "NAM-03", "旧牌已制"), (plate["text"]!.GetValue<string>(), plate["rule"]!.GetValue<string>(), plate["ruleInputs"]!["suffixReason"]!.GetValue<string>()));
    }

    [Fact]
    [Trait("Rule", "PLT-04")]
    public async Task The_same_words_in_other_brackets_are_the_same_words()
    {
        using var town = await PlateTown.MakeAsync(host);
        var (first, second) = (await town.Given.NodeAsync(NodeKind.County, town.City, "江油市", "510781", operating: false), await town.Given.NodeAsync(NodeKind.County, town.City, "三台县", "510722", operating: false));
        Assert.StartsWith("SC-X-", await town.HangAsync(Decreed(first, "四川省（江油）知识产权公共服务平台")), StringComparison.Ordinal);

        Assert.Equal("PLATE_DUPLICATE", await town.PrepareAsync(Decreed(second, "四川省 (江油)  知识产权公共服务平台")));
    }

    [Fact]
    [Trait("Rule", "PLT-04")]
    public async Task Of_two_approvals_at_once_for_the_same_words_one_hangs()
    {
        using var town = await PlateTown.MakeAsync(host);
        var proposals = new List<string>();
        foreach (var (name, division) in new[] { ("江油市", "510781"), ("三台县", "510722"), ("梓潼县", "510725") })
        {
            var county = await town.Given.NodeAsync(NodeKind.County, town.City, name, division, operating: false);
            proposals.Add(await town.PrepareAsync(Decreed(county, "四川省（科技城）知识产权公共服务平台")));
        }

        Assert.All(proposals, proposal => Assert.StartsWith("/api/", proposal, StringComparison.Ordinal));
        var answers = await Task.WhenAll(proposals.Select(proposal => town.ApproveAsync(proposal)));

        Assert.Equal(1, answers.Count(answer => answer.StartsWith("SC-X-", StringComparison.Ordinal)));
        Assert.Equal(2, answers.Count(answer => answer is "PLATE_DUPLICATE"));
    }

    [Fact]
    [Trait("Rule", "PLT-01")]
    public async Task Different_words_at_once_get_different_numbers()
    {
        using var town = await PlateTown.MakeAsync(host);
        var proposals = new List<string>();
        foreach (var (name, division) in new[] { ("江油市", "510781"), ("三台县", "510722"), ("梓潼县", "510725"), ("盐亭县", "510723") })
        {
            var county = await town.Given.NodeAsync(NodeKind.County, town.City, name, division, operating: false);
            proposals.Add(await town.PrepareAsync(Decreed(county, $"四川省（{name}）知识产权平台")));
        }

        var numbers = await Task.WhenAll(proposals.Select(proposal => town.ApproveAsync(proposal)));

        Assert.Equal(["SC-X-001", "SC-X-002", "SC-X-003", "SC-X-004"], numbers.Order(StringComparer.Ordinal));
    }

    [Fact]
    [Trait("Rule", "PLT-01")]
    public async Task A_node_that_operates_already_gets_no_second_plate()
    {
        using var town = await PlateTown.MakeAsync(host);
        Assert.Equal("SC-C-001", await town.HangAsync(town.Platform()));

        Assert.Equal("NOT_QUALIFIED", await town.PrepareAsync(town.Platform()));
    }

    [Theory]
    [Trait("Rule", "PLT-01")]
    [InlineData("2019-12-31")]
    [InlineData("2099-01-01")]
    [InlineData("2026-02-30")]
    [InlineData("")]
    public async Task A_day_that_cannot_be_is_refused(string day)
    {
        using var town = await PlateTown.MakeAsync(host);

        Assert.Equal("BAD_DATE", await town.PrepareAsync(town.Platform(issuedOn: day)));
    }

    [Fact]
    public async Task A_decision_made_from_a_stale_page_is_refused_and_a_retry_hangs_once()
    {
        using var town = await PlateTown.MakeAsync(host);
        var proposal = await town.PrepareAsync(town.Platform());
        using var stale = await town.Leader.PostAsync($"{proposal}/approval", new { }, version: "\"1\"");
        Assert.Equal(HttpStatusCode.PreconditionFailed, stale.StatusCode);

        var (key, version) = (Guid.NewGuid().ToString("n"), await PlateTown.VersionAsync(town.Leader, proposal));
        using var first = await town.Leader.PostAsync($"{proposal}/approval", new { }, key, version);
        using var again = await town.Leader.PostAsync($"{proposal}/approval", new { }, key, version);

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.Created), (first.StatusCode, again.StatusCode));
        Assert.Equal(first.Headers.Location, again.Headers.Location);
        Assert.Single((await town.Leader.JsonAsync($"{town.City.Api}/plates"))["items"]!.AsArray());
    }

    [Fact]
    public async Task What_is_declined_or_withdrawn_hangs_nowhere_and_can_be_prepared_anew()
    {
        using var town = await PlateTown.MakeAsync(host);
        var first = await town.PrepareAsync(town.Platform());
        Assert.Equal("PROPOSAL_OPEN", await town.PrepareAsync(town.Platform()));
        using var declined = await town.Leader.PostAsync($"{first}/refusal", new { opinion = "文号不对" }, version: await PlateTown.VersionAsync(town.Leader, first));
        var second = await town.PrepareAsync(town.Platform());
        using var withdrawn = await town.Assessor.PostAsync($"{second}/withdrawal", new { }, version: await PlateTown.VersionAsync(town.Leader, second));

        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.NoContent), (declined.StatusCode, withdrawn.StatusCode));
        Assert.Equal("ALREADY_DECIDED", await town.ApproveAsync(first));
        Assert.Equal("ALREADY_DECIDED", await town.ApproveAsync(second));
        Assert.Equal("SC-C-001", await town.HangAsync(town.Platform()));
    }

    [Fact]
    [Trait("Rule", "NET-07")]
    public async Task A_renamed_node_leaves_its_old_words_in_the_register_and_gets_new_ones()
    {
        using var town = await PlateTown.MakeAsync(host);
        var old = await town.HangAsync(town.Platform());
        using var renamed = await town.Leader.PostAsync(
            $"{town.Province.Api}/network/{town.City.Slug}/renaming",
            new { placeName = "绵州市", shortName = "绵州", effectiveOn = "2026-03-05", reason = "区划更名", documentNumber = "川府函〔2026〕2号" },
            version: await PlateTown.VersionAsync(town.Leader, $"{town.Province.Api}/network/{town.City.Slug}"));
        Assert.Equal(HttpStatusCode.NoContent, renamed.StatusCode);
        var told = new NodeEvent(Guid.CreateVersion7(), town.City.Id, "nodes.renamed", host.Clock.GetUtcNow(), "node", town.City.Slug, null);
        await HearAsync(town, told);
        await HearAsync(town, told);

        var plate = await town.PlateAsync(old);
        Assert.Equal((Text, "TakenDown", "Renaming", "2026-03-05"), (plate["text"]!.GetValue<string>(), plate["status"]!.GetValue<string>(), plate["ending"]!.GetValue<string>(), plate["takenDownOn"]!.GetValue<string>()));
        Assert.Equal(2, plate["history"]!.AsArray().Count);

        var next = await town.HangAsync(town.Platform(issuedOn: "2026-03-06"));

        Assert.Equal("四川省（绵州）知识产权公共服务平台", (await town.PlateAsync(next))["text"]!.GetValue<string>());
        Assert.Equal("Operating", (await town.Leader.JsonAsync(town.City.Api))["status"]!.GetValue<string>());
    }

    [Fact]
    public async Task Nobody_but_the_provinces_assessor_prepares_and_nobody_but_its_leader_decides()
    {
        using var town = await PlateTown.MakeAsync(host);
        using var manager = await town.Given.StaffAsync(town.City, Role.Manager);
        using var atCity = await manager.PostAsync($"{town.City.Api}/plate-proposals", town.Platform());
        using var byLeader = await town.Leader.PostAsync(town.Proposals, town.Platform());
        var proposal = await town.PrepareAsync(town.Platform());

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), (atCity.StatusCode, byLeader.StatusCode));
        Assert.Equal("ROLE_REQUIRED", await town.ApproveAsync(proposal, town.Assessor));
    }

    [Fact]
    public async Task Another_provinces_node_is_nobody_to_prepare_for()
    {
        using var town = await PlateTown.MakeAsync(host);
        var stranger = await town.Given.NodeAsync(NodeKind.City, await town.Given.ProvinceAsync(), "德阳市", "510600", operating: false);

        Assert.Equal("UNKNOWN_NODE", await town.PrepareAsync(town.Platform(stranger)));
    }

    private static object Decreed(TestNode node, string text) =>
        new { node = node.Slug, kind = "Platform", issuedOn = PlateTown.Day, documentNumber = "12号", text, namingDocument = "川知〔2026〕3号", namingReason = "另有规定" };

    private static Task<bool> HearAsync(PlateTown town, NodeEvent told) => town.Given.InAsync(town.City.Tenant, async services =>
    {
        foreach (var listener in town.Host.Services.GetServices<IEventHandler>().Where(listener => listener.Handles(told.Topic)))
        {
            await listener.HandleAsync(told, services, CancellationToken.None);
        }

        return true;
    });

    private Task<List<string>> VerbsAsync(TestNode node, string room) => new Given(host).InAsync(node.Tenant, services =>
        services.GetRequiredService<NetworkDb>().Set<AuditEvent>().Where(e => e.Verb.StartsWith(room)).OrderBy(e => e.Id).Select(e => e.Verb).ToListAsync());
}
