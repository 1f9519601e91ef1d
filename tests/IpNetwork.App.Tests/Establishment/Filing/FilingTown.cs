using System.Net;
using System.Text.Json.Nodes;
using IpNetwork.App.Data;
using IpNetwork.App.Data.Files;
using IpNetwork.App.Establishment;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Establishment;
using IpNetwork.Domain.Files;
using IpNetwork.Domain.Kernel;
using IpNetwork.Testing;
using IpNetwork.Testing.Files;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Xunit;

namespace IpNetwork.App.Tests.Establishment.Filing;

/// <summary>A province with one city, and builders who apply there.</summary>
internal sealed class FilingTown(NetworkHost host, TestNode province, TestNode city)
{
    public const string Password = "梧桐树下四十二只麻雀在唱歌";

    private static readonly string[] CityMaterials = ["material.ApplicationForm", "material.ConstructionPlan", "proof.WORKSPACE", "proof.STAFF", "proof.COMPUTERS"];

    private static int lastCode = Random.Shared.Next(1, 9_000_000);
    private static int lastDivision = 10;

    public TestNode Province => province;

    public TestNode City => city;

    public string Api => $"{province.Api}/my-applications";

    public string Pages => $"/{province.Slug}/establishment";

    public static async Task<FilingTown> FoundAsync(NetworkHost host)
    {
        var given = new Given(host);
        var province = await given.ProvinceAsync();
        return new(host, province, await given.CityAsync(province));
    }

    /// <summary>A credit code that nobody has had yet, with its check character.</summary>
    public static string Uscc(string category = "11")
    {
        const string set = "0123456789ABCDEFGHJKLMNPQRTUWXY";
        var body = $"{category}510700{Interlocked.Increment(ref lastCode):000000000}";
        var (sum, weight) = (0, 1);
        foreach (var c in body)
        {
            (sum, weight) = (sum + set.IndexOf(c) * weight, weight * 3 % 31);
        }

        return body + set[(31 - sum % 31) % 31];
    }

    /// <summary>A division of the province that no other test applies for.</summary>
    public static string Division() => $"51{Interlocked.Increment(ref lastDivision) % 90 + 10}00";

    public static object Registration(string uscc, string type = "AdministrativeOrgan") =>
        new { name = "遂宁市市场监督管理局", uscc, type, contactName = "王芳", contactPhone = "0825-1234567", contactMail = "wang@example.cn", consent = true };

    /// <summary>Somebody signed on who is registered as a builder.</summary>
    public async Task<Visitor> BuilderAsync(string? uscc = null)
    {
        var visitor = await host.SignedOnAsync("王芳");
        using var registered = await visitor.PostAsync($"{province.Api}/builders", Registration(uscc ?? Uscc()));
        Assert.Equal(HttpStatusCode.Created, registered.StatusCode);
        return visitor;
    }

    public async Task<string> StartAsync(Visitor builder)
    {
        using var started = await builder.PostAsync(Api);
        Assert.Equal(HttpStatusCode.Created, started.StatusCode);
        return started.Headers.Location!.ToString().Split('/')[^1];
    }

    /// <summary>A whole form for a city's platform; a test changes what matters to it.</summary>
    public JsonObject Form(string? division = null, Action<JsonObject>? change = null)
    {
        var form = new JsonObject
        {
            ["kind"] = "City",
            ["placeName"] = "遂宁市",
            ["divisionCode"] = division ?? Division(),
            ["parent"] = province.Slug,
            ["mode"] = "Own",
            ["builders"] = new JsonArray(Line(Uscc())),
            ["address"] = "遂宁市船山区 1 号",
            ["area"] = 260,
            ["isConcentrated"] = true,
            ["staff"] = new JsonArray([.. Enumerable.Range(1, 6).Select(_ => Person())]),
            ["computers"] = 6,
            ["hasInternet"] = true,
            ["hasOfficeEquipment"] = true,
            ["managerName"] = "李明",
            ["managerPhone"] = "13800000000",
            ["managerMail"] = "li@example.cn",
            ["department"] = "市市场监督管理局",
            ["fundAmount"] = 500000,
            ["fundSource"] = "市级财政",
            ["demand"] = "企业多",
            ["demandFigures"] = "有效专利 1000 件",
            ["planWorkBody"] = "中心",
            ["planContents"] = "窗口",
            ["planSchedule"] = "当年",
            ["planResults"] = "服务 500 家",
            ["planGuarantee"] = "专人专费",
            ["statedTrue"] = true,
        };
        change?.Invoke(form);
        return form;
    }

    public static JsonObject Line(string uscc, string type = "AdministrativeOrgan", string part = "Builder") => new() { ["name"] = "遂宁市市场监督管理局", ["uscc"] = uscc, ["type"] = type, ["part"] = part };

    public static JsonObject Person(string? number = null, bool fullTime = true) =>
        new() { ["name"] = "周小川", ["kind"] = "Business", ["isFullTime"] = fullTime, ["idNumber"] = number ?? NewCitizen() };

    /// <summary>A citizen number that nobody has had yet, with its check character.</summary>
    public static string NewCitizen()
    {
        var order = Interlocked.Increment(ref lastCode);
        var born = new DateOnly(1960, 1, 1).AddDays(order / 900 % 14_000);
        var body = $"510700{born:yyyyMMdd}{order % 900 + 100:000}";
        return body + CheckOf(body);
    }

    public async Task<string> WriteAsync(Visitor builder, string id, JsonObject form)
    {
        using var written = await builder.PutAsync($"{Api}/{id}/form", form, await VersionAsync(builder, id));
        Assert.True(written.StatusCode is HttpStatusCode.NoContent, await written.Content.ReadAsStringAsync());
        return written.Headers.ETag!.ToString();
    }

    public async Task<string> VersionAsync(Visitor builder, string id)
    {
        using var shown = await builder.GetAsync($"{Api}/{id}");
        return shown.Headers.ETag!.ToString();
    }

    public Task<JsonNode> ShowAsync(Visitor builder, string id) => builder.JsonAsync($"{Api}/{id}");

    /// <summary>Hands in a small sound file for each place.</summary>
    public async Task UploadAsync(Visitor builder, string id, params IReadOnlyList<string> slots)
    {
        foreach (var slot in slots.Count == 0 ? CityMaterials : slots)
        {
            var outcome = await SendAsync(builder, new("application", Guid.Parse(id), slot));
            Assert.True(outcome is { IsDone: true }, outcome is { Refusals: [var first, ..] } ? first.Message : null);
        }
    }

    /// <summary>Hands in one small sound file.</summary>
    public Task<Outcome<string>?> SendAsync(Visitor builder, FileSubject place)
    {
        var content = Samples.PdfOf(200 + place.Slot.Length);
        return new Given(host).InAsync(province.Tenant, services => services.GetRequiredService<ReceiveFile>().HandleAsync(
            place, new("材料.pdf", content.Length, "application/pdf"), new MemoryStream(content), new Actor(new(builder.Person), "王芳", null, province.Id), CancellationToken.None));
    }

    /// <summary>A draft in which nothing is missing.</summary>
    public async Task<string> CompleteAsync(Visitor builder, JsonObject? form = null)
    {
        var id = await StartAsync(builder);
        await WriteAsync(builder, id, form ?? Form());
        await UploadAsync(builder, id);
        return id;
    }

    public async Task<HttpResponseMessage> SubmitAsync(Visitor builder, string id, string? key = null) =>
        await builder.PostAsync($"{Api}/{id}/submission", key: key, version: await VersionAsync(builder, id));

    public async Task<string> SubmittedAsync(Visitor builder, JsonObject? form = null)
    {
        var id = await CompleteAsync(builder, form);
        using var submitted = await SubmitAsync(builder, id);
        Assert.True(submitted.StatusCode is HttpStatusCode.Created, await submitted.Content.ReadAsStringAsync());
        return id;
    }

    /// <summary>What officers do, through the same verbs as their pages.</summary>
    public Task DecideAsync(string id, Func<EstablishmentApplication, EstablishmentRules, Signature, Outcome> act) => new Given(host).InAsync(province.Tenant, async services =>
    {
        var db = services.GetRequiredService<NetworkDb>();
        var rules = await services.GetRequiredService<ApplicationBook>().RulesAsync(CancellationToken.None);
        var outcome = await services.GetRequiredService<UnitOfWork>().CommitAsync(Actor.Program("测试", province.Id), async deed =>
        {
            var key = Guid.Parse(id);
            var application = await db.Set<EstablishmentApplication>().Include(a => a.Snapshots).Include(a => a.Assessments).Include(a => a.Progress).Include(a => a.Inspections).SingleAsync(a => a.Id == key);
            deed.Happened(new("establishment.decided", "application", application.Number ?? id, "测试"));
            return act(application, rules, new(Guid.NewGuid(), "某员", host.Clock.GetUtcNow()));
        }, CancellationToken.None);
        return outcome.IsDone ? true : throw new InvalidOperationException(outcome.Refusals[0].Message);
    });

    public Task ReturnAsync(string id, params IReadOnlyList<Defect> defects) => DecideAsync(id, (application, _, by) => application.Return(defects, by));

    /// <summary>Assessed and entered in the build plan.</summary>
    public async Task IncludeAsync(string id)
    {
        await DecideAsync(id, (application, rules, by) => application.BeginAssessment(rules, by));
        await DecideAsync(id, (application, _, by) => application.RecordAssessment(new() { Means = AssessmentMeans.Hearing, HeldOn = ChinaTime.DayOf(by.At), Findings = "情况属实" }, by));
        await DecideAsync(id, (application, rules, by) => application.Propose(new() { Includes = true, Modules = ["government"], GuidingOffice = "综合处", By = by }, rules));
        await DecideAsync(id, (application, rules, by) => application.Decide(rules, null, null, by));
    }

    /// <summary>Every code of a refusal with the fields it is about.</summary>
    public static async Task<IReadOnlyList<(string Code, string Field)>> RefusedAsync(HttpResponseMessage response)
    {
        var problem = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        return problem["errors"] is JsonObject errors
            ? [.. errors.SelectMany(field => field.Value!.AsArray().Select(error => (error!["code"]!.GetValue<string>(), field.Key)))]
            : [(problem["code"]!.GetValue<string>(), "")];
    }

    public async Task<IReadOnlyList<string>> LettersAsync(string topic)
    {
        await using var connection = new NpgsqlConnection(host.AdministrativeConnection);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("select kind || ' ' || recipient from ipnet.outbox where node_id = $1 and topic = $2 and kind <> 'Event' order by id", connection)
        {
            Parameters = { new() { Value = province.Id.Value }, new() { Value = topic } },
        };
        await using var reader = await command.ExecuteReaderAsync();
        var letters = new List<string>();
        while (await reader.ReadAsync())
        {
            letters.Add(reader.GetString(0));
        }

        return letters;
    }

    private static char CheckOf(string body)
    {
        ReadOnlySpan<int> weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
        var sum = 0;
        for (var i = 0; i < weights.Length; i++)
        {
            sum += (body[i] - '0') * weights[i];
        }

        return "10X98765432"[sum % 11];
    }
}
