using System.Text.Json.Nodes;
using IpNetwork.App.Data;
using IpNetwork.App.Data.Trail;
using IpNetwork.App.Establishment;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Establishment;
using IpNetwork.Domain.Kernel;
using IpNetwork.Domain.Staff;
using IpNetwork.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IpNetwork.App.Tests.Establishment.Deciding;

/// <summary>A province with a city, the people who decide, and applications handed in there.</summary>
internal sealed class DecidingTown : IDisposable
{
    public const string Uscc = "12510100450700012L";
    public static readonly DateTimeOffset Morning = new(2026, 3, 2, 1, 0, 0, TimeSpan.Zero);
    private static int last;

    public required DecidingHost Host { get; init; }
    public required Given Given { get; init; }
    public required TestNode Province { get; init; }
    public required TestNode City { get; init; }
    public required Visitor Assessor { get; init; }
    public required Visitor Leader { get; init; }
    public required Visitor Manager { get; init; }

    public string Today => ChinaTime.DayOf(Host.Clock.GetUtcNow()).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    public static async Task<DecidingTown> MakeAsync(DecidingHost host, DateTimeOffset? at = null)
    {
        host.Clock.MoveTo(at ?? Morning);
        var given = new Given(host);
        var province = await given.ProvinceAsync();
        var city = await given.CityAsync(province);
        return new()
        {
            Host = host,
            Given = given,
            Province = province,
            City = city,
            Assessor = await given.StaffAsync(province, Role.Assessor),
            Leader = await given.StaffAsync(province, Role.Leader),
            Manager = await given.StaffAsync(city, Role.Manager),
        };
    }

    public string Application(string number) => $"{Province.Api}/applications/{number}";

    public static object Visit(string heldOn) => new { means = "SiteVisit", heldOn, findings = "人员在岗，窗口四个" };

    public static object Inclusion(params object[] waivers) => new { includes = true, modules = new[] { "government", "training" }, guidingOffice = "服务处", waivers };

    public static object Qualifying(string heldOn, decimal area = 230, int staff = 6) => new
    {
        heldOn,
        qualifies = true,
        measuredArea = area,
        measuredStaff = staff,
        measuredComputers = 6,
        checklist = new[] { new { module = "government", isMet = true, evidence = "窗口四个" }, new { module = "training", isMet = true, evidence = "课程表" } },
    };

    /// <summary>Nothing, or the refusal's code; the version is read just before, unless one is given.</summary>
    public async Task<string> ActAsync(Visitor who, string number, string noun, object body, string? version = null, TestNode? at = null)
    {
        var path = $"{(at ?? Province).Api}/applications/{number}";
        using var answer = await who.PostAsync($"{path}/{noun}", body, version: version ?? await VersionAsync(number));
        return answer.IsSuccessStatusCode ? "" : await CodeAsync(answer);
    }

    public Task<string> OpineAsync(string number, bool recommends = true) => ActAsync(Manager, number, "opinion", new { recommends, text = "需求强" }, at: City);

    public async Task<string> VersionAsync(string number)
    {
        using var answer = await Assessor.GetAsync(Application(number));
        return answer.Headers.ETag?.ToString() ?? "\"0\"";
    }

    public async Task<string> StatusAsync(string number) => (await Assessor.JsonAsync(Application(number)))["status"]!.GetValue<string>();

    /// <summary>An application handed in by the builder's own verbs.</summary>
    public async Task<string> SubmittedAsync(NodeKind kind = NodeKind.County, decimal area = 230)
    {
        var serial = Interlocked.Increment(ref last);
        var number = $"SL-{serial:d6}";
        await InProvinceAsync(async (db, rules, now) =>
        {
            var builder = await db.Set<Builder>().FirstOrDefaultAsync();
            if (builder is null)
            {
                builder = Builder.Register(Province.Id, new(Guid.CreateVersion7()), new() { Name = "示例促进中心", Uscc = Uscc, Type = BuilderType.UniversityOrInstitute, ContactName = "联系人", ContactPhone = "13800000001", ContactMail = "a@example.cn" }, now).Value;
                db.Add(builder);
            }

            var application = EstablishmentApplication.Start(builder, now);
            Done(application.Write(Form(kind, kind is NodeKind.City ? Province.Slug : City.Slug, Division(kind, serial), $"示例县{number}", area), now));
            Attach(application, MaterialKind.ApplicationForm, null, null, now);
            Attach(application, MaterialKind.ConstructionPlan, null, null, now);
            foreach (var threshold in rules.SetOf(kind)?.Items ?? [])
            {
                Attach(application, MaterialKind.Proof, threshold.Code, rules.SetOf(kind), now);
            }

            Done(application.Submit(rules, number, null, now));
            db.Add(application);
        });
        return number;
    }

    public Task BuilderAsync(string number, Func<EstablishmentApplication, EstablishmentRules, DateTimeOffset, Outcome> act) => InProvinceAsync(async (db, rules, now) =>
    {
        var application = await db.Set<EstablishmentApplication>().Include(a => a.Snapshots).Include(a => a.Assessments).Include(a => a.Progress).Include(a => a.Inspections).SingleAsync(a => a.Number == number);
        Done(act(application, rules, now));
    });

    /// <summary>Put right where it was returned for, and handed in again.</summary>
    public Task ResubmitAsync(string number, Func<ApplicationForm, ApplicationForm> change) => BuilderAsync(number, (application, rules, now) =>
    {
        Done(application.Write(change(application.Form), now));
        return application.Submit(rules, number, null, now);
    });

    public async Task<string> BegunAsync(NodeKind kind = NodeKind.County, decimal area = 230)
    {
        var number = await SubmittedAsync(kind, area);
        if (kind is not NodeKind.City)
        {
            Done(await OpineAsync(number));
        }

        Done(await ActAsync(Assessor, number, "assessment", new { }));
        return number;
    }

    public async Task<string> ProposedAsync(NodeKind kind = NodeKind.County)
    {
        var number = await BegunAsync(kind);
        Done(await ActAsync(Assessor, number, "assessments", Visit(Today)));
        Done(await ActAsync(Assessor, number, "proposal", Inclusion()));
        return number;
    }

    public async Task<string> PlannedAsync(NodeKind kind = NodeKind.County)
    {
        var number = await ProposedAsync(kind);
        Done(await ActAsync(Leader, number, "decision", new { }));
        return number;
    }

    public async Task<string> BuiltAsync(NodeKind kind = NodeKind.County)
    {
        var number = await PlannedAsync(kind);
        await BuilderAsync(number, (application, _, now) => application.ReportProgress(ChinaTime.DayOf(now), 100, "建成", [], application.PersonId, now));
        await BuilderAsync(number, (application, rules, now) => application.RequestAcceptance("全部建成", rules, now));
        return number;
    }

    public async Task<string> InspectedAsync(NodeKind kind = NodeKind.County)
    {
        var number = await BuiltAsync(kind);
        Done(await ActAsync(Assessor, number, "inspection", Qualifying(Today)));
        return number;
    }

    /// <summary>What left for people: topic and recipient.</summary>
    public Task<List<(string Topic, string To)>> LettersAsync() => Given.InAsync(Province.Tenant, async services =>
        (await services.GetRequiredService<NetworkDb>().Set<OutboxMessage>().AsNoTracking().Where(m => m.Kind != MessageKind.Event).OrderBy(m => m.Id).ToListAsync())
            .Select(m => (m.Topic, m.Recipient ?? "")).ToList());

    public Task<int> HappenedAsync(string verb) => Given.InAsync(Province.Tenant, services =>
        services.GetRequiredService<NetworkDb>().Set<OutboxMessage>().CountAsync(m => m.Kind == MessageKind.Event && m.Topic == verb));

    public static async Task<string> CodeAsync(HttpResponseMessage answer) =>
        JsonNode.Parse(await answer.Content.ReadAsStringAsync())?["code"]?.GetValue<string>() ?? $"{(int)answer.StatusCode}";

    public static void Done(string code)
    {
        if (code.Length > 0)
        {
            throw new InvalidOperationException(code);
        }
    }

    private static void Done(Outcome outcome) => Done(outcome.IsDone ? "" : $"{outcome.Refusals[0].Code} {outcome.Refusals[0].Message}");

    private Task<bool> InProvinceAsync(Func<NetworkDb, EstablishmentRules, DateTimeOffset, Task> act) => Given.InAsync(Province.Tenant, async services =>
    {
        var db = services.GetRequiredService<NetworkDb>();
        var rules = await services.GetRequiredService<ApplicationBook>().RulesAsync(CancellationToken.None);
        Done(await services.GetRequiredService<UnitOfWork>().CommitAsync(Actor.Program("测试", Province.Id), async deed =>
        {
            await act(db, rules, Host.Clock.GetUtcNow());
            deed.Happened(new("establishment.tested", "application", "test", "建设主体办理"));
            return Outcome.Done;
        }, CancellationToken.None));
        return true;
    });

    /// <summary>Another place for each application: a place has one open at a time.</summary>
    private static string Division(NodeKind kind, int serial) => kind is NodeKind.City ? $"51{10 + (serial % 90):d2}00" : $"5107{10 + (serial % 90):d2}";

    private static ApplicationForm Form(NodeKind kind, string parent, string division, string place, decimal area) => new()
    {
        Prospect = new() { Kind = kind, Parent = parent, DivisionCode = division, PlaceName = place },
        Mode = ConstructionMode.Own,
        Builders = [new() { Name = "示例促进中心", Uscc = Uscc, Type = BuilderType.UniversityOrInstitute }],
        Premises = new() { Address = "示例路 1 号", Area = area, IsConcentrated = true },
        Staff = [.. Enumerable.Range(1, 6).Select(n => new StaffLine { Name = $"职员{n}", IdentityMark = $"{place}-{n}", IsFullTime = true })],
        Equipment = new() { Computers = 6, HasInternet = true, HasOfficeEquipment = true },
        Funds = new() { Amount = 600_000, Source = "财政", Department = "市场监管局" },
        Demand = new() { Text = "企业多", Figures = "专利 1200 件", AssuresContinuity = true },
        Plan = new() { WorkBody = "中心", Contents = "窗口和系统", Schedule = "一年", ExpectedResults = "办件 500", Guarantee = "制度", Organisation = "两个组" },
        WaiverReasons = new Dictionary<string, string> { [Threshold.Workspace] = "十月扩建" },
        Manager = new() { Name = "唐负责", Phone = "13800000000" },
        StatedTrue = true,
    };

    private static void Attach(EstablishmentApplication application, MaterialKind kind, string? condition, ThresholdSet? set, DateTimeOffset now) =>
        Done(application.Attach(new() { FileId = Guid.CreateVersion7(), Kind = kind, ConditionCode = condition, Name = "文件.pdf", Size = 1000, Sha256 = new('a', 64), AddedAt = now }, set, now));

    public void Dispose()
    {
        Assessor.Dispose();
        Leader.Dispose();
        Manager.Dispose();
    }
}
