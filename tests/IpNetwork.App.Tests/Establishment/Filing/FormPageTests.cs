using System.Net;
using System.Text.RegularExpressions;
using IpNetwork.Domain.Establishment;
using IpNetwork.Testing;
using Xunit;

namespace IpNetwork.App.Tests.Establishment.Filing;

/// <summary>The same work through pages and plain forms, without script.</summary>
public sealed partial class FormPageTests(FilingHost host) : IClassFixture<FilingHost>
{
    [Fact]
    [Trait("Rule", "APP-10")]
    public async Task A_builder_writes_an_application_step_by_step_and_hands_it_in()
    {
        var town = await FilingTown.FoundAsync(host);
        using var builder = await town.BuilderAsync();
        var one = await StartAsync(town, builder);
        var id = one.Split('/')[^1];

        await NextAsync(builder, one, "platform", new() { ["kind"] = "City", ["placeName"] = "遂宁市", ["divisionCode"] = FilingTown.Division(), ["parent"] = "" });
        await NextAsync(builder, one, "builders", new() { ["mode"] = "Own", ["builders[0].name"] = "遂宁市局", ["builders[0].uscc"] = FilingTown.Uscc(), ["builders[0].type"] = "AdministrativeOrgan", ["builders[0].part"] = "Builder" });
        await NextAsync(builder, one, "premises", Premises(5));
        await NextAsync(builder, one, "funds", new() { ["department"] = "市局", ["fundAmount"] = "1,000,000.50", ["fundSource"] = "财政", ["demand"] = "企业多", ["demandFigures"] = "1000 件" });
        await NextAsync(builder, one, "plan", new() { ["planWorkBody"] = "甲", ["planContents"] = "乙", ["planSchedule"] = "丙", ["planResults"] = "丁", ["planGuarantee"] = "戊" });
        await town.UploadAsync(builder, id);
        Assert.Contains("已有 5 项", await builder.TextAsync($"{one}/materials"), StringComparison.Ordinal);
        using var stated = await builder.SubmitAsync($"{one}/check", $"{one}/check", new Dictionary<string, string> { ["statedTrue"] = "yes" });
        Assert.Contains("没有缺的，可以提交", await builder.TextAsync($"{one}/check"), StringComparison.Ordinal);
        using var submitted = await builder.SubmitAsync($"{one}/submission", $"{one}/submission", new Dictionary<string, string>());

        Assert.Equal((HttpStatusCode.SeeOther, $"{one}/receipt"), (submitted.StatusCode, submitted.Headers.Location?.ToString()));
        var receipt = await builder.TextAsync($"{one}/receipt");
        Assert.Matches("SL[0-9]{8}-[0-9A-Z]{6}-[0-9A-Z]", receipt);
        Assert.Equal(5, Regex.Count(receipt, "<code class=\"es-hash\">[0-9a-f]{64}</code>", RegexOptions.None, TimeSpan.FromSeconds(5)));
        Assert.Equal(1_000_000.50m, (await town.ShowAsync(builder, id))["form"]!["fundAmount"]!.GetValue<decimal>());
    }

    [Fact]
    [Trait("Rule", "EST-01")]
    public async Task What_cannot_be_read_is_told_beside_its_field_and_all_else_is_kept()
    {
        var town = await FilingTown.FoundAsync(host);
        using var builder = await town.BuilderAsync();
        var one = await StartAsync(town, builder);
        var fields = Premises(1);
        (fields["area"], fields["computers"], fields["staff[0].idNumber"]) = ("二百平", "-3", "510700199001010000");

        using var partly = await builder.SubmitAsync($"{one}/premises", $"{one}/premises", fields);

        var page = await partly.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.BadRequest, partly.StatusCode);
        Assert.Contains("有 3 处没有存上，其余都已保存", page, StringComparison.Ordinal);
        Assert.Contains("value=\"二百平\"", page, StringComparison.Ordinal);
        Assert.Contains("href=\"#f-staff[0].idNumber\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("510700199001010000", page, StringComparison.Ordinal);
        var kept = (await town.ShowAsync(builder, one.Split('/')[^1]))["form"]!;
        Assert.Equal(("某路 1 号", "人员 1"), (kept["address"]!.GetValue<string>(), kept["staff"]![0]!["name"]!.GetValue<string>()));
    }

    [Fact]
    [Trait("Rule", "EST-01")]
    public async Task Lines_are_added_and_taken_out_without_script_and_a_number_stays_with_its_person()
    {
        var town = await FilingTown.FoundAsync(host);
        using var builder = await town.BuilderAsync();
        var one = await StartAsync(town, builder);
        var page = $"{one}/premises";

        using var more = await builder.SubmitAsync(page, page, With(Premises(2), ("act", "more-staff")));
        Assert.Equal($"{page}?more=staff#h-staff-new", more.Headers.Location?.ToString());
        Assert.Contains("第 3 人", await builder.TextAsync($"{page}?more=staff"), StringComparison.Ordinal);
        var second = (await town.ShowAsync(builder, one.Split('/')[^1]))["form"]!["staff"]![1]!["maskedNumber"]!.GetValue<string>();
        using var dropped = await builder.SubmitAsync(page, page, With(Lines(2, numbers: false), ("act", "drop-staff[0]")));

        Assert.Equal(HttpStatusCode.SeeOther, dropped.StatusCode);
        var staff = (await town.ShowAsync(builder, one.Split('/')[^1]))["form"]!["staff"]!.AsArray();
        Assert.Equal(("人员 2", second), (Assert.Single(staff)!["name"]!.GetValue<string>(), staff[0]!["maskedNumber"]!.GetValue<string>()));
    }

    [Fact]
    [Trait("Rule", "APP-10")]
    public async Task Two_windows_of_one_step_do_not_write_over_each_other_unseen()
    {
        var town = await FilingTown.FoundAsync(host);
        using var builder = await town.BuilderAsync();
        var one = await StartAsync(town, builder);
        var page = $"{one}/funds";
        var opened = await builder.TextAsync(page);
        using var first = await builder.SubmitAsync(page, page, new Dictionary<string, string> { ["department"] = "第一个窗口的部门", ["fundAmount"] = "300000" });

        using var second = await PostAsync(builder, page, opened, new() { ["department"] = "第二个窗口的部门", ["fundAmount"] = "300000" });

        var answer = await second.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.PreconditionFailed, second.StatusCode);
        Assert.Contains("另一个窗口刚改过这一步", answer, StringComparison.Ordinal);
        Assert.Contains("第一个窗口的部门", answer, StringComparison.Ordinal);
        Assert.Contains("value=\"第二个窗口的部门\"", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("30 万元）</td>", answer, StringComparison.Ordinal);
        using var meant = await PostAsync(builder, page, answer, new() { ["department"] = "第二个窗口的部门", ["fundAmount"] = "300000" });
        Assert.Equal(HttpStatusCode.SeeOther, meant.StatusCode);
        Assert.Equal("第二个窗口的部门", (await town.ShowAsync(builder, one.Split('/')[^1]))["form"]!["department"]!.GetValue<string>());
    }

    [Fact]
    [Trait("Rule", "APP-10")]
    public async Task Two_windows_of_different_steps_do_not_stand_in_each_other_s_way()
    {
        var town = await FilingTown.FoundAsync(host);
        using var builder = await town.BuilderAsync();
        var one = await StartAsync(town, builder);
        var plan = await builder.TextAsync($"{one}/plan");
        using var funds = await builder.SubmitAsync($"{one}/funds", $"{one}/funds", new Dictionary<string, string> { ["department"] = "市局" });

        using var written = await PostAsync(builder, $"{one}/plan", plan, new() { ["planContents"] = "窗口和网站" });

        Assert.Equal(HttpStatusCode.SeeOther, written.StatusCode);
        var form = (await town.ShowAsync(builder, one.Split('/')[^1]))["form"]!;
        Assert.Equal(("市局", "窗口和网站"), (form["department"]!.GetValue<string>(), form["planContents"]!.GetValue<string>()));
    }

    [Fact]
    [Trait("Rule", "APP-10")]
    public async Task A_form_that_a_browser_posts_twice_is_written_once_and_both_are_answered()
    {
        var town = await FilingTown.FoundAsync(host);
        using var builder = await town.BuilderAsync();
        var one = await StartAsync(town, builder);
        var opened = await builder.TextAsync($"{one}/funds");
        Dictionary<string, string> fields = new() { ["department"] = "市局", ["demand"] = "企业多" };

        using var first = await PostAsync(builder, $"{one}/funds", opened, fields);
        using var second = await PostAsync(builder, $"{one}/funds", opened, fields);

        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.SeeOther), (first.StatusCode, second.StatusCode));
    }

    [Fact]
    [Trait("Rule", "APP-10")]
    public async Task A_confirmed_submission_that_a_browser_posts_twice_is_one()
    {
        var town = await FilingTown.FoundAsync(host);
        using var builder = await town.BuilderAsync();
        var id = await town.CompleteAsync(builder);
        var page = $"{town.Pages}/applications/{id}/submission";
        var opened = await builder.TextAsync(page);

        using var first = await PostAsync(builder, page, opened, []);
        using var second = await PostAsync(builder, page, opened, []);

        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.SeeOther), (first.StatusCode, second.StatusCode));
        Assert.Single((await town.ShowAsync(builder, id))["snapshots"]!.AsArray());
    }

    [Fact]
    [Trait("Rule", "APP-10")]
    public async Task A_script_gets_the_state_of_the_form_back_and_leaves_another_window_s_words_alone()
    {
        var town = await FilingTown.FoundAsync(host);
        using var builder = await town.BuilderAsync();
        var one = await StartAsync(town, builder);
        var opened = await builder.TextAsync($"{one}/premises");

        using var saved = await PostAsync(builder, $"{one}/premises", opened, new() { ["area"] = "260" }, byScript: true);
        using var stale = await PostAsync(builder, $"{one}/premises", opened, new() { ["area"] = "100" }, byScript: true);

        var (fragment, warning) = (await saved.Content.ReadAsStringAsync(), await stale.Content.ReadAsStringAsync());
        Assert.Contains("草稿已保存", fragment, StringComparison.Ordinal);
        Assert.Contains("id=\"selfcheck\" hx-swap-oob=\"true\"", fragment, StringComparison.Ordinal);
        Assert.DoesNotContain("<html", fragment, StringComparison.Ordinal);
        Assert.Contains("暂不自动保存", warning, StringComparison.Ordinal);
        Assert.Equal(260, (await town.ShowAsync(builder, one.Split('/')[^1]))["form"]!["area"]!.GetValue<decimal>());
    }

    [Fact]
    [Trait("Rule", "APP-12")]
    public async Task All_defects_of_a_return_stand_at_their_parts()
    {
        var town = await FilingTown.FoundAsync(host);
        using var builder = await town.BuilderAsync();
        var id = await town.SubmittedAsync(builder);
        var one = $"{town.Pages}/applications/{id}";
        await town.ReturnAsync(id, new Defect("premises", "写明楼层"), new Defect("material.ConstructionPlan", "缺页"));

        var (overview, premises, materials, check, plan) = (await builder.TextAsync(one), await builder.TextAsync($"{one}/premises"), await builder.TextAsync($"{one}/materials"), await builder.TextAsync($"{one}/check"), await builder.TextAsync($"{one}/plan"));

        Assert.Contains("写明楼层", overview, StringComparison.Ordinal);
        Assert.Contains("缺页", overview, StringComparison.Ordinal);
        Assert.Contains("写明楼层", premises, StringComparison.Ordinal);
        Assert.DoesNotContain("缺页", premises, StringComparison.Ordinal);
        Assert.Contains("缺页", materials, StringComparison.Ordinal);
        Assert.DoesNotContain("写明楼层", plan, StringComparison.Ordinal);
        Assert.Contains($"{one}/premises#h-part.premises".Replace("h-part.", "h-", StringComparison.Ordinal), check, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "EST-01")]
    public async Task The_check_names_each_gap_and_leads_to_its_field()
    {
        var town = await FilingTown.FoundAsync(host);
        using var builder = await town.BuilderAsync();
        var id = await town.StartAsync(builder);
        await town.WriteAsync(builder, id, town.Form(change: form => form["area"] = 150));
        var one = $"{town.Pages}/applications/{id}";

        var page = await builder.TextAsync($"{one}/check");

        Assert.Contains("要写理由", page, StringComparison.Ordinal);
        Assert.Contains("name=\"waiver.WORKSPACE\"", page, StringComparison.Ordinal);
        Assert.Contains($"{one}/premises#f-area", page, StringComparison.Ordinal);
        Assert.Contains($"{one}/materials#m-proof.STAFF", page, StringComparison.Ordinal);
        Assert.Contains("川知促发〔2021〕59号 三(二)1(2)", page, StringComparison.Ordinal);
        Assert.DoesNotContain("EST-01b；", page, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "VISB-01")]
    public async Task No_page_of_another_builder_s_application_is_there()
    {
        var town = await FilingTown.FoundAsync(host);
        using var builder = await town.BuilderAsync();
        using var other = await town.BuilderAsync();
        var id = await town.SubmittedAsync(builder);

        foreach (var rest in new[] { "", "/platform", "/check", "/submission", "/withdrawal", "/receipt", "/progress", "/acceptance", "/builder-change", "/document" })
        {
            using var theirs = await other.GetAsync($"{town.Pages}/applications/{id}{rest}");
            Assert.True(theirs.StatusCode is HttpStatusCode.NotFound, $"{rest}: {theirs.StatusCode}");
        }
    }

    private static async Task<string> StartAsync(FilingTown town, Visitor builder)
    {
        using var started = await builder.SubmitAsync($"{town.Pages}/applications", $"{town.Pages}/applications", new Dictionary<string, string>());
        Assert.Equal(HttpStatusCode.SeeOther, started.StatusCode);
        var first = started.Headers.Location!.ToString();
        return first[..first.LastIndexOf('/')];
    }

    private static async Task NextAsync(Visitor builder, string one, string step, Dictionary<string, string> fields)
    {
        using var next = await builder.SubmitAsync($"{one}/{step}", $"{one}/{step}", With(fields, ("act", "next")));
        Assert.True(next.StatusCode is HttpStatusCode.SeeOther, $"{step}: {next.StatusCode} {Regex.Replace(await next.Content.ReadAsStringAsync(), "(?s).*?role=\"alert\"(.{0,800}).*", "$1", RegexOptions.None, TimeSpan.FromSeconds(5))}");
    }

    private static Dictionary<string, string> Premises(int people) => new(Lines(people))
    {
        ["address"] = "某路 1 号",
        ["area"] = "200",
        ["isConcentrated"] = "yes",
        ["computers"] = "4",
        ["hasInternet"] = "yes",
        ["hasOfficeEquipment"] = "yes",
        ["managerName"] = "李明",
        ["managerPhone"] = "13800000000",
    };

    private static Dictionary<string, string> With(Dictionary<string, string> fields, (string Name, string Value) other) => new(fields) { [other.Name] = other.Value };

    private static Dictionary<string, string> Lines(int people, bool numbers = true)
    {
        var fields = new Dictionary<string, string>();
        for (var place = 0; place < people; place++)
        {
            fields[$"staff[{place}].name"] = $"人员 {place + 1}";
            fields[$"staff[{place}].kind"] = "Business";
            fields[$"staff[{place}].idNumber"] = numbers ? FilingTown.NewCitizen() : "";
        }

        return fields;
    }

    /// <summary>Sends the form of a page that was opened earlier, as a browser with that page still open does.</summary>
    private static async Task<HttpResponseMessage> PostAsync(Visitor builder, string action, string opened, Dictionary<string, string> fields, bool byScript = false)
    {
        var form = Form().Matches(opened).Select(match => match.Value).First(text => text.Contains($"action=\"{action}\"", StringComparison.Ordinal));
        var values = Hidden().Matches(form).ToDictionary(match => match.Groups["name"].Value, match => WebUtility.HtmlDecode(match.Groups["value"].Value));
        foreach (var (name, value) in fields)
        {
            values[name] = value;
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(action, UriKind.Relative)) { Content = new FormUrlEncodedContent(values) };
        if (byScript)
        {
            request.Headers.Add("HX-Request", "true");
        }

        return await builder.Http.SendAsync(request);
    }

    [GeneratedRegex("<form.*?</form>", RegexOptions.Singleline)]
    private static partial Regex Form();

    [GeneratedRegex("<input type=\"hidden\" name=\"(?<name>[^\"]*)\" value=\"(?<value>[^\"]*)\"")]
    private static partial Regex Hidden();
}
