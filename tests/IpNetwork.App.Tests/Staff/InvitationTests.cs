using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using IpNetwork.App.Data;
using IpNetwork.App.Data.Trail;
using IpNetwork.App.Outbox;
using IpNetwork.App.Tests.Establishment.Founding;
using IpNetwork.Domain.Staff;
using IpNetwork.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Xunit;

namespace IpNetwork.App.Tests.Staff;

public sealed class InvitationTests(NetworkHost host) : IClassFixture<NetworkHost>
{
    private const string Phone = "13900000001";
    private const string Password = "seven-quiet-rivers";
    private readonly Given given = new(host);
    private readonly Post post = new(host);

    [Fact]
    [Trait("Rule", "STF-01")]
    public async Task Somebody_without_an_account_makes_one_and_works_there()
    {
        var (city, manager) = await CityAsync();
        var link = await InviteAsync(city, manager);
        using var guest = host.Visitor();
        var page = await guest.TextAsync(link);
        Assert.All(["邀请您担任“窗口人员”", "还没有账号", "去登录"], words => Assert.Contains(words, page, StringComparison.Ordinal));

        var mobile = $"139{Random.Shared.Next(10_000_000, 99_999_999)}";
        using var joined = await guest.SubmitAsync(link, link, Account(mobile));

        Assert.Equal((HttpStatusCode.SeeOther, $"/{city.Slug}/workbench"), (joined.StatusCode, joined.Headers.Location!.ToString()));
        Assert.Equal(HttpStatusCode.OK, (await guest.GetAsync($"/{city.Slug}/workbench")).StatusCode);
        Assert.Equal(["WindowClerk"], await RolesAsync(city, "何小窗"));
    }

    [Fact]
    [Trait("Rule", "STF-01")]
    public async Task What_was_typed_wrong_is_said_beside_its_field_and_the_link_still_opens()
    {
        var (city, manager) = await CityAsync();
        var link = await InviteAsync(city, manager);
        using var guest = host.Visitor();

        using var refused = await guest.SubmitAsync(link, link, new Dictionary<string, string> { ["name"] = "何小窗", ["mobile"] = "12", ["password"] = "short", ["repeat"] = "other" });

        var page = await refused.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.All(["手机号应是 11 位数字", "两次填的密码不一样", "value=\"何小窗\""], words => Assert.Contains(words, page, StringComparison.Ordinal));
        Assert.DoesNotContain("value=\"short\"", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await guest.GetAsync(link)).StatusCode);
    }

    [Fact]
    [Trait("Rule", "STF-01")]
    public async Task Of_thirty_two_who_use_one_link_at_once_exactly_one_becomes_a_member()
    {
        var (city, manager) = await CityAsync();
        var link = await InviteAsync(city, manager);
        var people = await Task.WhenAll(Enumerable.Range(0, 32).Select(n => host.SignedOnAsync($"抢先{n}")));
        var forms = await Task.WhenAll(people.Select(async person => (Person: person, Proof: Regex.Match(await person.TextAsync(link), "name=\"__csrf\" value=\"([^\"]+)\"").Groups[1].Value)));

        var answers = await Task.WhenAll(forms.Select(async form =>
        {
            using var content = new FormUrlEncodedContent(new Dictionary<string, string> { ["__csrf"] = WebUtility.HtmlDecode(form.Proof) });
            using var answer = await form.Person.Http.PostAsync(new Uri(link, UriKind.Relative), content);
            return answer.StatusCode;
        }));

        Assert.Single(answers, HttpStatusCode.SeeOther);
        Assert.Equal(31, answers.Count(status => status == HttpStatusCode.Gone));
        var members = await given.InAsync(city.Tenant, services => services.GetRequiredService<NetworkDb>().Set<Membership>().CountAsync(m => m.Role == Role.WindowClerk));
        Assert.Equal(1, members);
        Array.ForEach(people, person => person.Dispose());
    }

    [Fact]
    [Trait("Rule", "STF-01")]
    public async Task The_one_who_used_it_comes_to_the_workbench_by_it_again()
    {
        var (city, manager) = await CityAsync();
        var link = await InviteAsync(city, manager);
        using var person = await host.SignedOnAsync("来过的人");
        using var first = await person.SubmitAsync(link, link, new Dictionary<string, string>());

        using var again = await person.GetAsync(link);

        Assert.Equal((HttpStatusCode.SeeOther, $"/{city.Slug}/workbench"), (again.StatusCode, again.Headers.Location!.ToString()));
    }

    [Fact]
    [Trait("Rule", "STF-01")]
    public async Task Used_expired_revoked_and_unknown_links_say_which_they_are()
    {
        var (city, manager) = await CityAsync();
        using var person = await host.SignedOnAsync("第一人");
        using var guest = host.Visitor();
        var used = await InviteAsync(city, manager);
        using var joined = await person.SubmitAsync(used, used, new Dictionary<string, string>());
        var revoked = await InviteAsync(city, manager);
        var row = (await manager.JsonAsync($"{city.Api}/invitations"))["items"]![0]!;
        using var revocation = await manager.PostAsync($"{city.Api}/invitations/{row["id"]}/revocation", version: row["eTag"]!.GetValue<string>());
        Assert.Equal(HttpStatusCode.NoContent, revocation.StatusCode);
        var expired = await InviteAsync(city, manager);
        host.Clock.Advance(TimeSpan.FromDays(7));

        await SaysAsync(used, HttpStatusCode.Gone, "邀请链接已经用过");
        await SaysAsync(revoked, HttpStatusCode.Gone, "邀请链接已被撤回");
        await SaysAsync(expired, HttpStatusCode.Gone, "邀请链接已经过期");
        await SaysAsync($"/{city.Slug}/invitations/no-such-token", HttpStatusCode.NotFound, "没有这个邀请链接");
        await SaysAsync(used.Replace(city.Slug, (await CityAsync()).City.Slug, StringComparison.Ordinal), HttpStatusCode.NotFound, "没有这个邀请链接");

        async Task SaysAsync(string link, HttpStatusCode status, string words)
        {
            using var answer = await guest.GetAsync(link);
            Assert.Equal(status, answer.StatusCode);
            Assert.Contains(words, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    [Fact]
    [Trait("Rule", "STF-01")]
    public async Task A_link_sent_again_makes_the_former_worthless()
    {
        var (city, manager) = await CityAsync();
        var former = await InviteAsync(city, manager);
        var row = (await manager.JsonAsync($"{city.Api}/invitations"))["items"]![0]!;

        using var sent = await manager.PostAsync($"{city.Api}/invitations/{row["id"]}/sending", new { name = "何小窗", phone = Phone }, version: row["eTag"]!.GetValue<string>());

        Assert.Equal(HttpStatusCode.NoContent, sent.StatusCode);
        using var guest = host.Visitor();
        Assert.Equal(HttpStatusCode.NotFound, (await guest.GetAsync(former)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await guest.GetAsync((await post.LinksAsync(city.Tenant, Phone))[^1])).StatusCode);
    }

    [Fact]
    [Trait("Rule", "STF-01")]
    public async Task The_page_of_people_invites_sends_again_and_takes_back()
    {
        var (city, manager) = await CityAsync();
        var page = $"/{city.Slug}/workbench/people";

        using var invited = await manager.SubmitAsync(page, $"{page}/invitations", new Dictionary<string, string> { ["name"] = "何小窗", ["post"] = "WindowClerk", ["phone"] = Phone });
        Assert.Equal(HttpStatusCode.SeeOther, invited.StatusCode);
        Assert.Contains("等待接受的邀请", await manager.TextAsync(page), StringComparison.Ordinal);
        var id = (await manager.JsonAsync($"{city.Api}/invitations"))["items"]![0]!["id"]!.GetValue<string>();
        using var again = await manager.SubmitAsync(page, $"{page}/invitations/{id}/sending", new Dictionary<string, string>());
        using var stale = await manager.SubmitAsync(page, $"{page}/invitations/{id}/sending", new Dictionary<string, string> { ["__version"] = "1" });
        using var back = await manager.SubmitAsync(page, $"{page}/invitations/{id}/revocation", new Dictionary<string, string>());

        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.PreconditionFailed, HttpStatusCode.SeeOther), (again.StatusCode, stale.StatusCode, back.StatusCode));
        Assert.DoesNotContain("等待接受的邀请", await manager.TextAsync(page), StringComparison.Ordinal);
        Assert.Equal(2, (await post.LinksAsync(city.Tenant, Phone)).Count);
    }

    [Fact]
    [Trait("Rule", "NET-02")]
    public async Task The_province_invites_the_first_manager_of_a_node_below_and_no_second()
    {
        var province = await given.ProvinceAsync();
        var city = await given.CityAsync(province);
        using var leader = await given.StaffAsync(province, Role.Leader);
        var page = $"/{province.Slug}/workbench/network/{city.Slug}/invitations";
        using var invited = await leader.SubmitAsync(page, page, new Dictionary<string, string> { ["name"] = "唐负责", ["post"] = "Manager", ["phone"] = Phone });
        Assert.Equal(HttpStatusCode.SeeOther, invited.StatusCode);
        var link = Assert.Single(await post.LinksAsync(city.Tenant, Phone));
        using var manager = await host.SignedOnAsync("唐负责");
        using var joined = await manager.SubmitAsync(link, link, new Dictionary<string, string>());
        Assert.Equal(HttpStatusCode.SeeOther, joined.StatusCode);

        using var second = await leader.PostAsync($"{province.Api}/network/{city.Slug}/invitations", new { role = "Manager", name = "王再来", phone = Phone });
        using var clerk = await leader.PostAsync($"{province.Api}/network/{city.Slug}/invitations", new { role = "WindowClerk", name = "王再来", phone = Phone });

        Assert.Equal(("NODE_HAS_MANAGER", "ROLE_NOT_FOR_KIND"), (await CodeAsync(second), await CodeAsync(clerk)));
        Assert.Contains("负责人已经到位", await leader.TextAsync(page), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "STF-01")]
    public async Task The_token_stands_in_no_trail_and_the_outbox_forgets_it_when_the_letter_has_left()
    {
        var (city, manager) = await CityAsync();
        var link = await InviteAsync(city, manager);
        var token = link.Split('/')[^1];
        using var person = await host.SignedOnAsync("何小窗");
        using var joined = await person.SubmitAsync(link, link, new Dictionary<string, string>());
        var folder = Path.Combine(host.DataFolder, $"drop-{Guid.NewGuid():n}");
        var table = new OutboxTable(host.Services.GetRequiredKeyedService<NpgsqlDataSource>(Walls.Dispatch), host.Clock);
        var dispatcher = new Dispatcher(table, [new FileDropSender(MessageKind.Sms, folder)], new(), NullLogger<Dispatcher>.Instance);

        while (await dispatcher.RunOnceAsync(CancellationToken.None) > 0)
        {
        }

        var letters = await Task.WhenAll(Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Select(file => File.ReadAllTextAsync(file)));
        Assert.Contains(letters, letter => letter.Contains(token, StringComparison.Ordinal));
        var kept = await given.InAsync(city.Tenant, async services =>
        {
            var db = services.GetRequiredService<NetworkDb>();
            return (await db.Set<AuditEvent>().ToListAsync()).Select(e => $"{e.Summary} {e.SubjectId} {e.Reason} {e.Detail}")
                .Concat(await db.Set<OutboxMessage>().Select(m => m.Payload).ToListAsync())
                .Concat(await db.Set<IdempotencyRow>().Select(r => r.Route + r.Result).ToListAsync())
                .Concat(await db.Set<Invitation>().Select(i => i.TokenHash).ToListAsync())
                .ToList();
        });
        Assert.True(kept.Count > 3);
        Assert.DoesNotContain(kept, text => text.Contains(token, StringComparison.Ordinal));
    }

    private async Task<(TestNode City, Visitor Manager)> CityAsync()
    {
        var city = await given.CityAsync(await given.ProvinceAsync());
        return (city, await given.StaffAsync(city, Role.Manager));
    }

    private async Task<string> InviteAsync(TestNode city, Visitor manager)
    {
        using var invited = await manager.PostAsync($"{city.Api}/invitations", new { role = "WindowClerk", name = "何小窗", phone = Phone });
        Assert.True(invited.StatusCode == HttpStatusCode.Created, await invited.Content.ReadAsStringAsync());
        return (await post.LinksAsync(city.Tenant, Phone))[^1];
    }

    private static Dictionary<string, string> Account(string mobile) => new() { ["name"] = "何小窗", ["mobile"] = mobile, ["password"] = Password, ["repeat"] = Password };

    private Task<List<string>> RolesAsync(TestNode city, string name) => given.InAsync(city.Tenant, async services =>
        (await services.GetRequiredService<NetworkDb>().Set<Membership>().Where(m => m.PersonName == name).Select(m => m.Role).ToListAsync()).Select(role => role.ToString()).ToList());

    private static async Task<string> CodeAsync(HttpResponseMessage answer) => JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["code"]!.GetValue<string>();
}
