using IpNetwork.App.Data;
using IpNetwork.App.Data.Files;
using IpNetwork.App.Establishment.Deciding.Accepting;
using IpNetwork.App.Establishment.Deciding.Building;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Establishment;
using IpNetwork.Domain.Experts;
using IpNetwork.Domain.Kernel;
using Microsoft.EntityFrameworkCore;

namespace IpNetwork.App.Establishment.Samples;

/// <summary>Fills a province's book with the samples, each once.</summary>
internal sealed class SampleBook(NetworkDb db, UnitOfWork work, CurrentNode current, ApplicationBook book, BuildReminders reminders, NodeDirectory directory, FileIntake intake, TimeProvider clock)
{
    // The last step of all: where it stands, nothing is left to make.
    private const string LastAssigned = SampleApplications.Begun;
    private static readonly string[] Names = ["方正言", "梁思齐", "钟鸣", "高远"];

    private static readonly (ApplicationForm Form, bool HasMaterials)[] Drafts =
    [
        (SampleForms.Begun, false),
        (SampleForms.Of(new(NodeKind.KeyPark, "bazhong", "511900", "巴中经济开发区", "巴中经开区知识产权服务中心", "12511900450711140U")), true),
    ];

    private readonly SamplePapers papers = new(db, current, intake);

    /// <summary>What a start that was killed left out is made by the next one.</summary>
    public async Task FillAsync(CancellationToken ct)
    {
        if (await IsAssignedAsync(LastAssigned, ct))
        {
            return;
        }

        var now = clock.GetUtcNow();
        var builder = await db.Set<Builder>().SingleOrDefaultAsync(b => b.PersonId == SampleApplications.BuilderPerson, ct) ?? await RegisterAsync(now, ct);
        var experts = await EnrolledAsync(ct) is { Length: > 0 } known ? known : await EnrolAsync(now, ct);
        var nodes = await directory.CurrentAsync(ct);
        var made = (await db.Set<EstablishmentApplication>().AsNoTracking().Where(a => a.PersonId == SampleApplications.BuilderPerson).ToListAsync(ct)).Select(a => a.Number ?? a.PlaceName).ToHashSet();
        foreach (var sample in Samples(experts, slug => nodes.BySlug(slug)?.Id ?? throw new InvalidOperationException($"The pack has no {slug}.")).Where(sample => !made.Contains(sample.Number)))
        {
            await WriteAsync(builder, sample, now, ct);
        }

        foreach (var (form, hasMaterials) in Drafts.Where(draft => !made.Contains(draft.Form.Prospect.PlaceName)))
        {
            await DraftAsync(builder, form, hasMaterials, now, ct);
        }

        if (!await IsAssignedAsync(SampleApplications.Proposed, ct))
        {
            await AssignAsync(experts[0], SampleApplications.Proposed, now.AddDays(-18), ct);
        }

        await AssignAsync(experts[1], LastAssigned, now.AddDays(-3), ct);
    }

    private Task<bool> IsAssignedAsync(string number, CancellationToken ct) => db.Set<ExpertAssignment>().AnyAsync(a => a.Matter == number, ct);

    private async Task<Expert[]> EnrolledAsync(CancellationToken ct)
    {
        var found = await db.Set<Expert>().Where(expert => Names.Contains(expert.Name)).ToListAsync(ct);
        return [.. Names.SelectMany(name => found.Where(expert => expert.Name == name))];
    }

    private static IReadOnlyList<Sample> Samples(Expert[] experts, Func<string, NodeId> city) =>
    [
        new(SampleApplications.AwaitsOpinion, new(NodeKind.County, "mianyang", "510726", "北川羌族自治县", "北川羌族自治县知识产权服务中心", "125107264507110102"), 6, story => story),
        new(SampleApplications.HasOpinion, new(NodeKind.Workstation, "deyang", "510600", "德阳天元智能装备产业园", "德阳天元智能装备产业园服务中心", "125106004507110294"), 5, story => story
            .Opine(2, city("deyang"), "秦川", true, "园区已有企业 140 余家，需求明确，场地和人员已经落实，推荐。")),
        new(SampleApplications.Returned, new(NodeKind.County, "deyang", "510626", "罗江区", "罗江区知识产权服务中心", "12510626450711037L"), 20, story => story
            .Opine(16, city("deyang"), "秦川", true, "推荐。")
            .Return(14, new Defect("plan", "推进计划没有写验收前的试运行安排。"), new Defect("funds", "经费来源只写“财政”，请写明预算科目和年度。"))),
        new(SampleApplications.Begun, new(NodeKind.County, "chengdu", "510121", "金堂县", "金堂县知识产权服务中心", "125101214507110538"), 48, story => story
            .Opine(43, city("chengdu"), "罗敏", false, "辖区内已有两个工作站，建议先合并场地再设立。")
            .Begin(40).Assess(33, AssessmentMeans.Hearing, "听取建设主体汇报，经费已列入预算，场地与政务服务中心共用。")),
        new(SampleApplications.Proposed, new(NodeKind.KeyPark, "suining", "510900", "遂宁高新技术产业开发区", "遂宁高新区知识产权服务中心", "125109004507110459"), 30, story => story
            .Opine(26, city("suining"), "苏明", true, "园区企业集聚，推荐。")
            .Begin(22).Assess(15, AssessmentMeans.SiteVisit, "现场核实场地、人员和设备，窗口已经装修完成。", new(156, 6, 6), experts[0])
            .Assess(13, AssessmentMeans.MaterialAssessment, "材料齐全，工作方案五项内容完整。")
            .ProposeInclusion(3, "government", "information")),
        new(SampleApplications.Planned, new(NodeKind.Workstation, "luzhou", "510500", "泸州白酒产业园", "泸州白酒产业园服务中心", "12510500450711061A"), 80, story => Included(story, 76, city("luzhou"), "曾立", "government")),
        new(SampleApplications.Building, new(NodeKind.County, "suining", "510981", "射洪市", "射洪市知识产权服务中心", "1251098145071107X1"), 150, story => Included(story, 146, city("suining"), "苏明", "government", "rights-aid")
            .Progress(90, 35, "场地交付，窗口和检索区开始装修。").Progress(35, 60, "装修完成，设备到位，人员培训两批。")),
        new(SampleApplications.Extended, new(NodeKind.County, "yibin", "511521", "叙州区", "叙州区知识产权服务中心", "125115214507111177"), 210, story => Included(story, 206, city("yibin"), "江月", "government")
            .Progress(120, 20, "场地因汛期漏水返修。").Extend(60, 90, "汛期场地返修，工期顺延。").Progress(20, 55, "返修完成，开始布置窗口。")),
        new(SampleApplications.AcceptanceRequested, new(NodeKind.Workstation, "leshan", "511100", "乐山新型工业基地", "乐山新型工业基地服务中心", "12511100450711096L"), 190, story => Included(story, 186, city("leshan"), "沈平", "information")
            .Progress(70, 80, "窗口试运行。").Progress(12, 100, "全部建成，试运行两个月。").RequestAcceptance(9, "场地、人员、设备和制度全部到位，试运行两个月，接待咨询 210 人次。")),
        new(SampleApplications.Inspected, new(NodeKind.County, "yibin", "511523", "江安县", "江安县知识产权服务中心", "12511523450711088Q"), 200, story => Included(story, 196, city("yibin"), "江月", "government", "training")
            .Progress(60, 100, "全部建成。").RequestAcceptance(18, "建成并试运行。").Inspect(4, new(210, 6, 8))),
        new(SampleApplications.Accepted, new(NodeKind.Workstation, "meishan", "511400", "眉山甘眉工业园区", "眉山甘眉工业园区服务中心", "12511400450711109R"), 240, story => Included(story, 236, city("meishan"), "苏文", "government", "information")
            .Progress(90, 100, "全部建成。").RequestAcceptance(50, "建成并试运行。").Inspect(36, new(168, 6, 6)).Confirm(30, "meishan-ganmei")),
        new(SampleApplications.Rejected, new(NodeKind.County, "nanchong", "511324", "仪陇县", "仪陇县知识产权服务中心", "125113244507111253"), 70, story => story
            .Opine(66, city("nanchong"), "朱敏", true, "推荐。").Begin(60).Assess(50, AssessmentMeans.SiteVisit, "现场只有一间办公室，与申报的场地不符。", new(42, 2, 2))
            .ProposeRejection(44, "现场核实的场地 42 平方米、人员 2 人，与申报不符；场地落实以后可以重新申报。").Decide(40)),
    ];

    private static SampleStory Included(SampleStory story, int daysAgo, NodeId city, string manager, params string[] modules) => story
        .Opine(daysAgo, city, manager, true, "需求明确，推荐。").Begin(daysAgo - 3)
        .Assess(daysAgo - 10, AssessmentMeans.SiteVisit, "现场核实场地、人员和设备，与申报一致。", new(180, 6, 6))
        .ProposeInclusion(daysAgo - 14, modules).Decide(daysAgo - 18);

    private async Task WriteAsync(Builder builder, Sample sample, DateTimeOffset now, CancellationToken ct)
    {
        var rules = await book.RulesAsync(ct);
        var begun = now.AddDays(-sample.SubmittedDaysAgo);
        var application = EstablishmentApplication.Start(builder, begun.AddDays(-2));
        await CommitAsync(async deed =>
        {
            await papers.AttachAsync(application, rules.SetOf(sample.Place.Kind), begun.AddDays(-1), ct);
            Done(application.Write(SampleForms.Of(sample.Place), begun.AddDays(-1)));
            sample.Tell(new SampleStory(application, rules, await SampleOfficers.OfAsync(db, ct), now).Submit(sample.SubmittedDaysAgo, sample.Number));
            db.Add(application);
            await reminders.SetAsync(application, ct);
            var isAccepted = application.Status is ApplicationStatus.Accepted;
            deed.Happened(new(isAccepted ? "establishment.accepted" : "establishment.sample-made", "application", sample.Number, $"{application.Title}（{sample.Number}）：示例申报，{application.Status.Chinese()}")
            {
                Detail = isAccepted ? AcceptedDetail.Of(application) : (object)new { application.Id },
            });
        }, ct);
    }

    /// <summary>What its builder alone sees: one just begun, one with nothing missing.</summary>
    private async Task DraftAsync(Builder builder, ApplicationForm form, bool hasMaterials, DateTimeOffset now, CancellationToken ct)
    {
        var rules = await book.RulesAsync(ct);
        var application = EstablishmentApplication.Start(builder, now.AddDays(-3));
        await CommitAsync(async deed =>
        {
            if (hasMaterials)
            {
                await papers.AttachAsync(application, rules.SetOf(form.Prospect.Kind), now.AddDays(-2), ct);
            }

            Done(application.Write(form, now.AddDays(-1)));
            db.Add(application);
            deed.Happened(new("establishment.started", "application", application.Id.ToString(), $"{application.Title}：开始填写申报") { Detail = new { application.Id } });
        }, ct);
    }

    private async Task<Builder> RegisterAsync(DateTimeOffset now, CancellationToken ct)
    {
        var builder = Builder.Register(current.Id, SampleApplications.BuilderPerson, new()
        {
            Name = "四川示例知识产权服务中心",
            Uscc = "1251000045071190X4",
            Type = BuilderType.UniversityOrInstitute,
            ContactName = "陈示例",
            ContactPhone = "13800000510",
            ContactMail = "builder@example.cn",
        }, now).Value;
        await CommitAsync(deed =>
        {
            db.Add(builder);
            deed.Happened(new("establishment.builder-registered", "builder", builder.Id.ToString(), "登记示例建设主体"));
            return Task.CompletedTask;
        }, ct);
        return builder;
    }

    private async Task<Expert[]> EnrolAsync(DateTimeOffset now, CancellationToken ct)
    {
        var categories = (await book.SettingsAsync(ct)).ExpertCategories;
        var today = ChinaTime.DayOf(now);
        Expert[] experts =
        [
            Enrol(Names[0], "法律", "教授", "四川示例大学知识产权学院", "12510000450711002D", today.AddYears(-1), today.AddYears(2)),
            Enrol(Names[1], "信息", "研究馆员", "成都示例信息研究所", "125101004507119189", today.AddYears(-1), today.AddYears(1)),
            Enrol(Names[2], "运营", "高级工程师", "绵阳示例技术转移中心", "125107004507119263", today.AddYears(-3), today.AddDays(-20)),
            Enrol(Names[3], "技术", "高级工程师", "北川羌族自治县知识产权服务中心", "125107264507110102", today.AddYears(-1), today.AddYears(2)),
        ];
        Done(experts[1].Avoid(new("12510500450711061A", null, "曾任该单位顾问"), now));
        await CommitAsync(deed =>
        {
            db.AddRange(experts);
            deed.Happened(new("experts.enrolled", "expert", "samples", $"示例专家入库 {experts.Length} 位"));
            return Task.CompletedTask;
        }, ct);
        return experts;

        Expert Enrol(string name, string category, string title, string employer, string uscc, DateOnly from, DateOnly to) => Expert.Enrol(current.Id, new()
        {
            Name = name,
            Category = categories.Contains(category) ? category : categories[0],
            Title = title,
            Employer = employer,
            EmployerUscc = uscc,
            Phone = "13900000510",
            From = from,
            To = to,
        }, categories, now).Value;
    }

    private async Task AssignAsync(Expert expert, string number, DateTimeOffset at, CancellationToken ct)
    {
        var by = (await SampleOfficers.OfAsync(db, ct)).Assessor;
        var application = await book.FindAsync(number, ct) ?? throw new InvalidOperationException($"No sample {number}.");
        var matter = new Matter(number, application.Title, [.. application.Form.Builders.Select(builder => new Party(builder.Name, builder.Uscc))]);
        var assigned = ExpertAssignment.Assign(expert, matter, [], new(by.PersonId), by.Name, at).Value;
        await CommitAsync(deed =>
        {
            db.Add(assigned);
            deed.Happened(new("experts.assigned", "expert-assignment", assigned.Id.ToString(), $"指派专家到设立申报 {number}"));
            return Task.CompletedTask;
        }, ct);
    }

    private async Task CommitAsync(Func<Deed, Task> write, CancellationToken ct) => Done(await work.CommitAsync(Actor.Program("演示", current.Id), async deed =>
    {
        await write(deed);
        return Outcome.Done;
    }, ct));

    private static void Done(Outcome outcome)
    {
        if (!outcome.IsDone)
        {
            throw new InvalidOperationException($"{outcome.Refusals[0].Code}: {outcome.Refusals[0].Message}");
        }
    }
}

internal sealed record Sample(string Number, SamplePlace Place, int SubmittedDaysAgo, Func<SampleStory, SampleStory> Tell);
