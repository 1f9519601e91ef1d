using System.Net;
using System.Text.Json.Nodes;
using IpNetwork.Domain.Establishment;
using IpNetwork.Domain.Files;
using IpNetwork.Domain.Kernel;
using IpNetwork.Domain.Staff;
using IpNetwork.Testing;
using Xunit;

namespace IpNetwork.App.Tests.Establishment.Filing;

/// <summary>After the submission: mending, building, other builders, asking for acceptance.</summary>
public sealed class BuildingTests(FilingHost host) : IClassFixture<FilingHost>
{
    private string Today => ChinaTime.DayOf(host.Clock.GetUtcNow()).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    [Fact]
    [Trait("Rule", "APP-12")]
    public async Task A_defect_that_reads_as_before_is_no_answer_and_a_mended_one_is_handed_in_again()
    {
        var town = await FilingTown.FoundAsync(host);
        using var builder = await town.BuilderAsync();
        var form = town.Form();
        var id = await town.SubmittedAsync(builder, form.DeepClone().AsObject());
        var number = (await town.ShowAsync(builder, id))["number"]!.GetValue<string>();
        await town.ReturnAsync(id, new Defect("premises", "写明楼层"), new Defect("plan", "写明时间"));

        using var unanswered = await town.SubmitAsync(builder, id);
        var mended = form.DeepClone().AsObject();
        (mended["address"], mended["planSchedule"]) = ("遂宁市船山区 1 号 3 楼", "第三季度建成");
        await town.WriteAsync(builder, id, mended);
        using var again = await town.SubmitAsync(builder, id);

        Assert.Equal([("DEFECT_UNANSWERED", "part.premises"), ("DEFECT_UNANSWERED", "part.plan")], await FilingTown.RefusedAsync(unanswered));
        Assert.Equal(HttpStatusCode.Created, again.StatusCode);
        var shown = await town.ShowAsync(builder, id);
        Assert.Equal((number, 2), (shown["number"]!.GetValue<string>(), shown["snapshots"]!.AsArray().Count));
        Assert.Equal(["写明楼层", "写明时间"], shown["defects"]!.AsArray().Select(defect => defect!["text"]!.GetValue<string>()));
    }

    [Fact]
    [Trait("Rule", "BLD-03")]
    public async Task A_corrected_application_keeps_its_first_year()
    {
        await using var own = new OwnHost();
        await own.Host.InitializeAsync();
        var town = await FilingTown.FoundAsync(own.Host);
        own.Host.Clock.MoveTo(new(2026, 12, 30, 1, 0, 0, TimeSpan.Zero));
        using var builder = await town.BuilderAsync();
        var form = town.Form();
        var id = await town.SubmittedAsync(builder, form.DeepClone().AsObject());
        await town.ReturnAsync(id, new Defect("premises", "写明楼层"));
        own.Host.Clock.MoveTo(new(2027, 1, 5, 1, 0, 0, TimeSpan.Zero));
        using var later = await own.Host.AgainAsync(builder);
        form["address"] = "三楼";
        await town.WriteAsync(later, id, form);

        using var again = await town.SubmitAsync(later, id);

        Assert.Equal(HttpStatusCode.Created, again.StatusCode);
        Assert.Equal(2026, (await town.ShowAsync(later, id))["applicationYear"]!.GetValue<int>());
    }

    [Fact]
    [Trait("Rule", "BLD-01")]
    public async Task Progress_is_reported_between_inclusion_and_today_in_whole_percent()
    {
        var town = await FilingTown.FoundAsync(host);
        using var builder = await town.BuilderAsync();
        var id = await town.SubmittedAsync(builder);
        await town.IncludeAsync(id);

        using var wrong = await PostAsync(town, builder, id, "progress", new { happenedOn = "2999-01-01", percent = "101", text = " " });
        using var reported = await PostAsync(town, builder, id, "progress", new { happenedOn = Today, percent = "40", text = "场地装修" });

        Assert.Equal([("BAD_DATE", "happenedOn"), ("BAD_NUMBER", "percent"), ("EMPTY", "text")], await FilingTown.RefusedAsync(wrong));
        Assert.Equal(HttpStatusCode.Created, reported.StatusCode);
        var shown = await town.ShowAsync(builder, id);
        Assert.Equal(("Building", 40), (shown["status"]!.GetValue<string>(), shown["progress"]![0]!["percent"]!.GetValue<int>()));
    }

    [Fact]
    [Trait("Rule", "BLD-01")]
    public async Task What_is_uploaded_with_a_report_is_shown_to_both_sides_and_stays()
    {
        var town = await FilingTown.FoundAsync(host);
        using var builder = await town.BuilderAsync();
        var id = await town.SubmittedAsync(builder);
        await town.IncludeAsync(id);
        var number = (await town.ShowAsync(builder, id))["number"]!.GetValue<string>();
        using var officer = await new Given(host).StaffAsync(town.Province, Role.Assessor);
        var page = $"{town.Pages}/applications/{id}";
        var place = new FileSubject("application-progress", Guid.Parse(id), "report.1");
        Assert.True(await town.SendAsync(builder, place) is { IsDone: true });

        var asked = await builder.TextAsync($"{page}/progress");
        using var reported = await PostAsync(town, builder, id, "progress", new { happenedOn = Today, percent = "40", text = "场地装修" });
        var told = await builder.TextAsync(page);
        var next = await builder.TextAsync($"{page}/progress");
        var read = await officer.TextAsync($"/{town.Province.Slug}/workbench/applications/{number}");

        Assert.Contains("材料.pdf", asked, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Created, reported.StatusCode);
        Assert.Contains("材料.pdf", told, StringComparison.Ordinal);
        Assert.Contains("材料.pdf", read, StringComparison.Ordinal);
        Assert.DoesNotContain("材料.pdf", next, StringComparison.Ordinal);
        Assert.Contains("report.2", next, StringComparison.Ordinal);
        Assert.Equal("REPORT_CLOSED", (await town.SendAsync(builder, place))!.Value.Refusals[0].Code);
    }

    [Fact]
    [Trait("Rule", "ACC-01")]
    public async Task Acceptance_is_asked_for_after_some_progress()
    {
        var town = await FilingTown.FoundAsync(host);
        using var builder = await town.BuilderAsync();
        var id = await town.SubmittedAsync(builder);
        await town.IncludeAsync(id);

        using var early = await PostAsync(town, builder, id, "acceptance", new { text = "已经建成" });
        using var progress = await PostAsync(town, builder, id, "progress", new { happenedOn = Today, percent = "100", text = "建成" });
        using var silent = await PostAsync(town, builder, id, "acceptance", new { text = "" });
        using var asked = await PostAsync(town, builder, id, "acceptance", new { text = "已经建成" });

        Assert.Equal([("NO_PROGRESS", "")], await FilingTown.RefusedAsync(early));
        Assert.Equal([("EMPTY", "text")], await FilingTown.RefusedAsync(silent));
        Assert.Equal(HttpStatusCode.Created, asked.StatusCode);
        Assert.Equal("AcceptanceRequested", (await town.ShowAsync(builder, id))["status"]!.GetValue<string>());
        Assert.Equal(3, (await town.LettersAsync("establishment.acceptance-requested")).Count);
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(-60, true)]
    [Trait("Rule", "MODE-03")]
    public async Task A_change_of_builders_is_kept_and_marked_where_it_comes_late(int days, bool isLate)
    {
        var town = await FilingTown.FoundAsync(host);
        using var builder = await town.BuilderAsync();
        var id = await town.SubmittedAsync(builder);
        await town.IncludeAsync(id);
        var eventOn = ChinaTime.DayOf(host.Clock.GetUtcNow()).AddDays(days).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        object Change(string mode, params JsonNode?[] lines) => new { mode, builders = new JsonArray(lines), eventOn, reason = "机构改革" };

        using var refused = await PostAsync(town, builder, id, "builder-change", Change("Joint", FilingTown.Line(FilingTown.Uscc())));
        using var unknown = await PostAsync(town, builder, id, "builder-change", Change("Rented", FilingTown.Line(FilingTown.Uscc())));
        using var changed = await PostAsync(town, builder, id, "builder-change", Change("Joint", FilingTown.Line(FilingTown.Uscc()), FilingTown.Line(FilingTown.Uscc("12"), "Park")));

        Assert.Equal([("BUILDER_COUNT", "builders")], await FilingTown.RefusedAsync(refused));
        Assert.Equal([("UNKNOWN_MODE", "mode")], await FilingTown.RefusedAsync(unknown));
        Assert.Equal(HttpStatusCode.Created, changed.StatusCode);
        var shown = await town.ShowAsync(builder, id);
        Assert.Equal((isLate, 2), (shown["builderChanges"]![0]!["isLate"]!.GetValue<bool>(), shown["form"]!["builders"]!.AsArray().Count));
    }

    [Fact]
    [Trait("Rule", "APP-10")]
    public async Task The_timeline_tells_whose_turn_it_was_and_no_officer_s_name()
    {
        var town = await FilingTown.FoundAsync(host);
        using var builder = await town.BuilderAsync();
        var id = await town.SubmittedAsync(builder);

        var timeline = (await builder.JsonAsync($"{town.Api}/{id}/timeline"))["items"]!.AsArray();

        Assert.Equal([("Builder", "开始填写申报"), ("Builder", "提交申报")], timeline.Select(entry => (entry!["side"]!.GetValue<string>(), entry["what"]!.GetValue<string>())));
        Assert.DoesNotContain("某员", timeline.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "BLD-01")]
    public async Task Nothing_of_building_is_done_before_inclusion()
    {
        var town = await FilingTown.FoundAsync(host);
        using var builder = await town.BuilderAsync();
        var id = await town.SubmittedAsync(builder);

        foreach (var (noun, body) in new (string, object)[]
        {
            ("progress", new { happenedOn = Today, percent = "10", text = "开工" }),
            ("acceptance", new { text = "建成" }),
            ("builder-change", new { mode = "Own", builders = new JsonArray(FilingTown.Line(FilingTown.Uscc())), eventOn = Today, reason = "改革" }),
        })
        {
            using var refused = await PostAsync(town, builder, id, noun, body);
            Assert.Equal([("WRONG_APPLICATION_STATUS", "")], await FilingTown.RefusedAsync(refused));
        }
    }

    private static async Task<HttpResponseMessage> PostAsync(FilingTown town, Visitor builder, string id, string noun, object body) =>
        await builder.PostAsync($"{town.Api}/{id}/{noun}", body, version: await town.VersionAsync(builder, id));

    /// <summary>The clock of a shared host belongs to all its tests.</summary>
    private sealed class OwnHost : IAsyncDisposable
    {
        public FilingHost Host { get; } = new();

        public async ValueTask DisposeAsync() => await Host.DisposeAsync();
    }
}
