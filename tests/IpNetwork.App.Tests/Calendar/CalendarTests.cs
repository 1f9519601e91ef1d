using System.Net;
using System.Text.Json;
using IpNetwork.App.Provinces;
using IpNetwork.App.Provinces.Applying;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Kernel;
using IpNetwork.Domain.Nodes;
using IpNetwork.Domain.Staff;
using IpNetwork.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Xunit;

namespace IpNetwork.App.Tests.Calendar;

/// <summary>Sichuan's pack, with one limit that runs into a year without a notice.</summary>
public sealed class SichuanCalendar : NetworkHost
{
    internal static RunningDeadline Running { get; } = new(new(51), "测试期限", "一件事", new(2026, 12, 31), 3);

    protected override void Adjust(WebApplicationBuilder builder) => builder.Services.AddSingleton<IRunningDeadlines>(new OneDeadline());

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await ApplyPack.ApplyAsync(Services, TenantsFolder.Find(), "sichuan", _ => { }, CancellationToken.None);
    }

    private sealed class OneDeadline : IRunningDeadlines
    {
        public Task<IReadOnlyList<RunningDeadline>> OfAsync(NodeId province, CancellationToken ct) => Task.FromResult<IReadOnlyList<RunningDeadline>>([Running]);
    }
}

public sealed class CalendarTests(SichuanCalendar host) : IClassFixture<SichuanCalendar>
{
    private static readonly object Notice2027 = new
    {
        year = 2027,
        document = "测试通知〔2026〕1号",
        issuedOn = "2026-11-01",
        days = new[] { new { date = "2027-01-01", name = "元旦", kind = "Off" }, new { date = "2027-01-04", name = "元旦", kind = "Off" }, new { date = "2027-01-09", name = "元旦", kind = "Work" } },
    };

    private readonly Given given = new(host);

    [Theory]
    [InlineData("2026-02-13", 3, "2026-02-25")]
    [InlineData("2025-01-24", 3, "2025-02-05")]
    [InlineData("2026-04-30", 3, "2026-05-08")]
    [InlineData("2026-09-30", 7, "2026-10-15")]
    [InlineData("2026-11-20", 3, "2026-11-25")]
    [InlineData("2024-02-08", 1, "2024-02-09")]
    public async Task Working_days_are_counted_by_the_stored_notices(string start, int workDays, string due)
    {
        var calendar = await CalendarAsync();

        Assert.Equal(new WorkDayResult(Day(due), false), calendar.Add(Day(start), workDays));
    }

    [Fact]
    public async Task Anyone_reads_a_year_and_what_is_provisional()
    {
        using var visitor = host.Visitor();

        var firm = await visitor.JsonAsync("/api/v1/nodes/mianyang/calendar/2026");
        var open = await visitor.JsonAsync("/api/v1/nodes/mianyang/calendar/2030");
        using var wrong = await visitor.GetAsync("/api/v1/nodes/mianyang/calendar/26a");

        Assert.False(firm["provisional"]!.GetValue<bool>());
        Assert.NotEmpty(firm["days"]!.AsArray());
        Assert.True(open["provisional"]!.GetValue<bool>());
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
    }

    [Fact]
    public async Task A_new_notice_moves_the_dates_it_touches_and_is_written_down()
    {
        using var leader = await given.StaffAsync(await NodeAsync("sichuan"), Role.Leader);
        Assert.Equal(new WorkDayResult(new(2027, 1, 5), true), (await CalendarAsync()).Add(new(2026, 12, 31), 3));

        using var imported = await leader.PostAsync("/api/v1/nodes/sichuan/calendars", Notice2027);
        using var again = await leader.PostAsync("/api/v1/nodes/sichuan/calendars", Notice2027);

        Assert.Equal(HttpStatusCode.Created, imported.StatusCode);
        Assert.Equal(1, JsonDocument.Parse(await imported.Content.ReadAsStringAsync()).RootElement.GetProperty("movedDeadlines").GetInt32());
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
        Assert.Equal(new WorkDayResult(new(2027, 1, 7), false), (await CalendarAsync()).Add(new(2026, 12, 31), 3));
        await using var source = NpgsqlDataSource.Create(host.AdministrativeConnection);
        await using var command = source.CreateCommand("select detail::text from ipnet.audit_events where verb = 'calendar.notice-imported' order by at desc, id desc limit 1");
        var detail = (string?)await command.ExecuteScalarAsync() ?? "";
        Assert.Contains("2027-01-09", detail, StringComparison.Ordinal);
        Assert.Contains("测试期限", detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_notice_is_refused_field_by_field()
    {
        using var leader = await given.StaffAsync(await NodeAsync("sichuan"), Role.Leader);

        using var refused = await leader.PostAsync("/api/v1/nodes/sichuan/calendars", new { year = 2028, document = "", days = new[] { new { date = "2028-01-03", name = "元旦", kind = "Work" } } });

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
    }

    [Fact]
    public async Task Only_the_provinces_leader_takes_in_a_notice()
    {
        using var manager = await given.StaffAsync(await NodeAsync("sichuan"), Role.CatalogManager);

        using var refused = await manager.PostAsync("/api/v1/nodes/sichuan/calendars", Notice2027);

        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }

    private async Task<WorkCalendar> CalendarAsync() => await host.Services.GetRequiredService<IWorkCalendars>().OfAsync(new(51), CancellationToken.None);

    private async Task<TestNode> NodeAsync(string slug)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var node = await scope.ServiceProvider.GetRequiredService<Data.NetworkDb>().Set<Node>().AsNoTracking().SingleAsync(n => n.Slug == slug);
        return new(node.Id, node.Slug, node.Kind, node.DivisionCode, node);
    }

    private static DateOnly Day(string text) => DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
