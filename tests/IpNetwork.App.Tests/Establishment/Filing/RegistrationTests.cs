using System.Net;
using IpNetwork.Testing;
using Xunit;

namespace IpNetwork.App.Tests.Establishment.Filing;

public sealed class RegistrationTests(FilingHost host) : IClassFixture<FilingHost>
{
    [Fact]
    [Trait("Rule", "MODE-05")]
    public async Task Somebody_signed_on_registers_and_reads_the_own_registration()
    {
        var town = await FilingTown.FoundAsync(host);
        var uscc = FilingTown.Uscc();

        using var builder = await town.BuilderAsync(uscc);

        var own = await builder.JsonAsync($"{town.Province.Api}/builders/me");
        Assert.Equal((uscc, "行政机关"), (own["uscc"]!.GetValue<string>(), own["typeName"]!.GetValue<string>()));
        using var stranger = await host.SignedOnAsync("路人");
        using var nobody = await stranger.GetAsync($"{town.Province.Api}/builders/me");
        Assert.Equal(HttpStatusCode.NotFound, nobody.StatusCode);
    }

    [Theory]
    [InlineData("91", "AdministrativeOrgan", "TYPE_USCC_MISMATCH", "uscc")]
    [InlineData("92", "HighTechEnterprise", "NOT_ELIGIBLE", "uscc")]
    [InlineData("11", "Nothing", "CHOICE_MISSING", "type")]
    [Trait("Rule", "MODE-05")]
    public async Task Who_may_not_build_does_not_register(string category, string type, string code, string field)
    {
        var town = await FilingTown.FoundAsync(host);
        using var visitor = await host.SignedOnAsync("王芳");

        using var refused = await visitor.PostAsync($"{town.Province.Api}/builders", FilingTown.Registration(FilingTown.Uscc(category), type));

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Equal([(code, field)], await FilingTown.RefusedAsync(refused));
    }

    [Fact]
    [Trait("Rule", "MODE-05")]
    public async Task A_slip_in_the_code_is_told_at_its_place()
    {
        var town = await FilingTown.FoundAsync(host);
        using var visitor = await host.SignedOnAsync("王芳");
        var uscc = FilingTown.Uscc();

        using var refused = await visitor.PostAsync($"{town.Province.Api}/builders", FilingTown.Registration(uscc[..^1] + (uscc[^1] == 'A' ? 'B' : 'A')));

        Assert.Equal([("BAD_USCC", "uscc")], await FilingTown.RefusedAsync(refused));
    }

    [Fact]
    [Trait("Rule", "MODE-05")]
    public async Task A_code_and_a_person_register_once_each()
    {
        var town = await FilingTown.FoundAsync(host);
        var uscc = FilingTown.Uscc();
        using var builder = await town.BuilderAsync(uscc);
        using var other = await host.SignedOnAsync("赵强");

        using var sameCode = await other.PostAsync($"{town.Province.Api}/builders", FilingTown.Registration(uscc));
        using var samePerson = await builder.PostAsync($"{town.Province.Api}/builders", FilingTown.Registration(FilingTown.Uscc()));

        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.Conflict), (sameCode.StatusCode, samePerson.StatusCode));
        Assert.Equal([("BUILDER_EXISTS", "uscc")], await FilingTown.RefusedAsync(sameCode));
        Assert.Equal(await sameCode.Content.ReadAsStringAsync(), await samePerson.Content.ReadAsStringAsync());
    }

    [Fact]
    [Trait("Rule", "MODE-05")]
    public async Task Of_many_at_once_with_one_code_one_is_registered()
    {
        var town = await FilingTown.FoundAsync(host);
        var uscc = FilingTown.Uscc();
        var visitors = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => host.SignedOnAsync("王芳")));

        var answers = await Task.WhenAll(visitors.Select(visitor => visitor.PostAsync($"{town.Province.Api}/builders", FilingTown.Registration(uscc))));

        Assert.Equal(1, answers.Count(answer => answer.StatusCode is HttpStatusCode.Created));
        Assert.All(answers.Where(answer => answer.StatusCode is not HttpStatusCode.Created), answer => Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode));
    }

    [Fact]
    [Trait("Rule", "MODE-05")]
    public async Task Without_consent_nobody_is_registered()
    {
        var town = await FilingTown.FoundAsync(host);
        using var visitor = await host.SignedOnAsync("王芳");

        using var refused = await visitor.PostAsync($"{town.Province.Api}/builders", new { name = "某局", uscc = FilingTown.Uscc(), type = "AdministrativeOrgan", contactName = "王芳", contactPhone = "0825-1234567" });

        Assert.Equal([("CONSENT_MISSING", "consent")], await FilingTown.RefusedAsync(refused));
    }

    [Fact]
    [Trait("Rule", "SSO-01")]
    public async Task A_visitor_makes_an_account_with_the_registration_and_is_signed_on()
    {
        var town = await FilingTown.FoundAsync(host);
        using var visitor = host.Visitor();
        var fields = Fields();

        using var registered = await visitor.SubmitAsync($"{town.Pages}/registration", $"{town.Pages}/registration", fields);

        Assert.Equal(HttpStatusCode.SeeOther, registered.StatusCode);
        Assert.Equal($"{town.Pages}/applications", registered.Headers.Location!.ToString());
        var mine = await visitor.TextAsync($"{town.Pages}/applications");
        Assert.Contains(fields["uscc"], mine, StringComparison.Ordinal);
        Assert.Contains("还没有申报", mine, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "SSO-01")]
    public async Task A_form_that_a_browser_sends_twice_makes_one_account_and_both_are_let_in()
    {
        var town = await FilingTown.FoundAsync(host);
        using var visitor = host.Visitor();
        var fields = Fields();

        using var first = await visitor.SubmitAsync($"{town.Pages}/registration", $"{town.Pages}/registration", fields);
        using var again = host.Visitor();
        using var second = await again.SubmitAsync($"{town.Pages}/registration", $"{town.Pages}/registration", fields);

        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.SeeOther), (first.StatusCode, second.StatusCode));
        Assert.Contains(fields["uscc"], await again.TextAsync($"{town.Pages}/applications"), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "SSO-01")]
    public async Task Somebody_else_s_code_makes_no_account()
    {
        var town = await FilingTown.FoundAsync(host);
        var uscc = FilingTown.Uscc();
        using var builder = await town.BuilderAsync(uscc);
        using var visitor = host.Visitor();
        var fields = Fields(("uscc", uscc));

        using var refused = await visitor.SubmitAsync($"{town.Pages}/registration", $"{town.Pages}/registration", fields);

        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Contains("已经登记过", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var signIn = await visitor.SubmitAsync("/sign-in", "/sign-in", new Dictionary<string, string> { ["username"] = fields["userName"], ["password"] = FilingTown.Password });
        Assert.Equal(HttpStatusCode.BadRequest, signIn.StatusCode);
    }

    [Theory]
    [InlineData("password", "短", "密码至少")]
    [InlineData("repeat", "另外一句别的密码话", "两次填的密码不一样")]
    [InlineData("userName", "有 空格", "登录名")]
    [InlineData("uscc", "12345", "18 位")]
    [InlineData("contactPhone", "电话", "7 至 15 位数字")]
    [InlineData("consent", "", "个人信息处理说明")]
    [Trait("Rule", "SSO-01")]
    public async Task What_is_wrong_stands_beside_its_field_and_what_was_typed_stays(string field, string value, string says)
    {
        var town = await FilingTown.FoundAsync(host);
        using var visitor = host.Visitor();
        var fields = Fields((field, value), ("name", "没有丢的单位"));

        using var refused = await visitor.SubmitAsync($"{town.Pages}/registration", $"{town.Pages}/registration", fields);

        var page = await refused.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains(says, page, StringComparison.Ordinal);
        Assert.Contains($"href=\"#f-{field}\"", page, StringComparison.Ordinal);
        Assert.Contains("value=\"没有丢的单位\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain(FilingTown.Password, page, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "SSO-01")]
    public async Task Many_registrations_from_one_address_have_to_wait()
    {
        await using var own = new Alone();
        var town = await FilingTown.FoundAsync(own.Host);
        using var visitor = own.Host.Visitor();
        var taken = FilingTown.Uscc();
        using var builder = await town.BuilderAsync(taken);

        HttpResponseMessage last;
        var tries = 0;
        do
        {
            last = await visitor.SubmitAsync($"{town.Pages}/registration", $"{town.Pages}/registration", Fields(("uscc", taken)));
            tries++;
        }
        while (last.StatusCode is HttpStatusCode.Conflict && tries < 20);

        Assert.Equal(HttpStatusCode.TooManyRequests, last.StatusCode);
        Assert.True(last.Headers.RetryAfter?.Delta > TimeSpan.Zero);
        Assert.InRange(tries, 5, 15);
        last.Dispose();
    }

    [Fact]
    [Trait("Rule", "NET-03")]
    public async Task The_introduction_tells_the_conditions_and_a_city_leads_to_its_province()
    {
        var town = await FilingTown.FoundAsync(host);
        using var visitor = host.Visitor();

        var page = await visitor.TextAsync(town.Pages);
        using var city = await visitor.GetAsync($"/{town.City.Slug}/establishment");

        Assert.Contains("工作场所面积原则上不少于", page, StringComparison.Ordinal);
        Assert.Contains("20 个工作日", page, StringComparison.Ordinal);
        Assert.Equal(town.Pages, city.Headers.Location?.ToString());
        using var elsewhere = await visitor.GetAsync($"/{town.City.Slug}/establishment/registration");
        Assert.Equal(HttpStatusCode.NotFound, elsewhere.StatusCode);
    }

    private static Dictionary<string, string> Fields(params (string Field, string Value)[] other)
    {
        var fields = new Dictionary<string, string>
        {
            ["name"] = "遂宁市市场监督管理局",
            ["uscc"] = FilingTown.Uscc(),
            ["type"] = "AdministrativeOrgan",
            ["contactName"] = "王芳",
            ["contactPhone"] = "0825-1234567",
            ["userName"] = $"b{Guid.NewGuid():n}",
            ["password"] = FilingTown.Password,
            ["repeat"] = FilingTown.Password,
            ["consent"] = "yes",
        };
        foreach (var (field, value) in other)
        {
            fields[field] = value;
        }

        return fields;
    }

    /// <summary>The count by address is the deployment's, so this test has one of its own.</summary>
    private sealed class Alone : IAsyncDisposable
    {
        public FilingHost Host { get; } = Started();

        public async ValueTask DisposeAsync() => await Host.DisposeAsync();

        private static FilingHost Started()
        {
            var host = new FilingHost();
            host.InitializeAsync().GetAwaiter().GetResult();
            return host;
        }
    }
}
