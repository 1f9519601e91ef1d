using System.Net;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Kernel;
using IpNetwork.Domain.Staff;
using IpNetwork.Testing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace IpNetwork.App.Tests.Calendar;

/// <summary>The workbench's calendar: what it shows, and how the province's leader takes in a notice there.</summary>
public sealed class CalendarPageTests(NetworkHost host) : IClassFixture<NetworkHost>
{
    private readonly Given given = new(host);

    [Fact]
    public async Task A_notice_is_tried_out_taken_in_and_shown()
    {
        var province = await given.ProvinceAsync();
        using var leader = await given.StaffAsync(province, Role.Leader);
        var page = Page(province);
        Assert.Contains("暂算", await leader.TextAsync(page), StringComparison.Ordinal);

        using var tried = await leader.SubmitAsync(page, page, new Dictionary<string, string>(Notice()) { ["act"] = "try" });
        var trial = await tried.Content.ReadAsStringAsync();
        Assert.Contains("3 天的上班或休息会变", trial, StringComparison.Ordinal);
        Assert.Contains("测试通知〔2030〕1号", trial, StringComparison.Ordinal);
        Assert.False((await CalendarAsync(province)).HasNotice(2031));
        using var takenIn = await leader.SubmitAsync(page, page, Notice());

        Assert.Equal(page, takenIn.Headers.Location?.ToString());
        var shown = await leader.TextAsync(page);
        Assert.Contains("测试通知〔2030〕1号", shown, StringComparison.Ordinal);
        Assert.Contains("放假 1 月 1 日（周三）、1 月 2 日（周四）", shown, StringComparison.Ordinal);
        Assert.Contains("上班 1 月 5 日（周日）", shown, StringComparison.Ordinal);
        var calendar = await CalendarAsync(province);
        Assert.Equal(new WorkDayResult(new(2031, 1, 5), false), calendar.Add(new(2031, 1, 1), 2));
        using var again = await leader.SubmitAsync(page, page, Notice());
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
        Assert.Contains("已经载入过", await again.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("year", "二〇三一", "1991—2200")]
    [InlineData("year", "1990", "应在 1991 至 2200 之间")]
    [InlineData("document", " ", "没有文号")]
    [InlineData("issuedOn", "2030 年 11 月", "印发日期写法不对")]
    [InlineData("issuedOn", "2032-01-01", "晚于当年")]
    [InlineData("days", "", "没有一天")]
    [InlineData("days", "2031-01-01 休息 元旦", "第 1 行")]
    [InlineData("days", "2031-01-01 放假 元旦\n2031-13-01 放假 元旦", "第 2 行")]
    [InlineData("days", "2030-01-01 放假 元旦", "不在 2031 年")]
    [InlineData("days", "2031-01-06 上班 元旦", "本来就上班")]
    [InlineData("days", "2031-01-01 放假 元旦\n2031-01-01 放假 元旦", "不止一次")]
    public async Task A_notice_that_cannot_be_right_is_refused_beside_its_field(string field, string typed, string says)
    {
        var province = await given.ProvinceAsync();
        using var leader = await given.StaffAsync(province, Role.Leader);
        var page = Page(province);
        var fields = new Dictionary<string, string>(Notice()) { [field] = typed };

        using var refused = await leader.SubmitAsync(page, page, fields);

        var text = WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains($"id=\"f-{field}-e\"", text, StringComparison.Ordinal);
        Assert.Contains(says, text, StringComparison.Ordinal);
        Assert.Contains(field == "document" ? "2030-11-04" : "测试通知〔2030〕1号", text, StringComparison.Ordinal);
        Assert.False((await CalendarAsync(province)).HasNotice(2031));
    }

    [Fact]
    public async Task The_interface_refuses_the_same_with_a_code()
    {
        var province = await given.ProvinceAsync();
        using var leader = await given.StaffAsync(province, Role.Leader);

        using var refused = await leader.PostAsync($"{province.Api}/calendars", new { year = 2031, document = "测试通知〔2030〕1号", days = new[] { new { date = "2031-01-06", name = "元旦", kind = "Work" } } });

        Assert.Contains("CALENDAR_WORK_DAY_IS_WEEKDAY", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Members_read_it_and_only_the_provinces_leader_may_change_it()
    {
        var province = await given.ProvinceAsync();
        var city = await given.CityAsync(province);
        using var manager = await given.StaffAsync(city, Role.Manager);
        using var compiler = await given.StaffAsync(province, Role.CatalogManager);
        using var stranger = await given.StaffAsync(await given.CityAsync(province, "德阳市", "510600"), Role.Manager);
        using var visitor = host.Visitor();

        foreach (var (reader, page) in new[] { (manager, Page(city)), (compiler, Page(province)) })
        {
            Assert.Contains("暂算", await reader.TextAsync(page), StringComparison.Ordinal);
            Assert.DoesNotContain("name=\"days\"", await reader.TextAsync(page), StringComparison.Ordinal);
            using var form = new FormUrlEncodedContent(Notice().Append(new("__csrf", (await reader.JsonAsync("/api/v1/session"))["csrfToken"]!.GetValue<string>())).Append(new("__key", "k")));
            using var forbidden = await reader.Http.PostAsync(new Uri(page, UriKind.Relative), form);
            Assert.Equal(HttpStatusCode.Forbidden, forbidden.StatusCode);
        }

        Assert.Equal(HttpStatusCode.Forbidden, (await stranger.GetAsync(Page(city))).StatusCode);
        using var anonymous = await visitor.GetAsync(Page(city));
        Assert.StartsWith("/sign-in", anonymous.Headers.Location?.OriginalString, StringComparison.Ordinal);
        using var leader = await given.StaffAsync(province, Role.Leader);
        Assert.Contains("name=\"days\"", await leader.TextAsync(Page(province)), StringComparison.Ordinal);
    }

    private static string Page(TestNode node) => $"/{node.Slug}/workbench/calendar";

    private async Task<WorkCalendar> CalendarAsync(TestNode province) => await host.Services.GetRequiredService<IWorkCalendars>().OfAsync(province.Id, CancellationToken.None);

    private static Dictionary<string, string> Notice() => new()
    {
        ["year"] = "2031",
        ["document"] = "测试通知〔2030〕1号",
        ["issuedOn"] = "2030-11-04",
        ["days"] = "2031-01-01 放假 元旦\n2031-01-02 放假 元旦\n2031-01-05 上班 元旦",
        ["act"] = "import",
    };
}
