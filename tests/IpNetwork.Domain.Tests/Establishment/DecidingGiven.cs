using IpNetwork.Domain.Establishment;
using IpNetwork.Domain.Kernel;

namespace IpNetwork.Domain.Tests.Establishment;

/// <summary>Applications on their way through the officers' hands, each step by its own verb.</summary>
internal static class DecidingGiven
{
    public static readonly DateTimeOffset Morning = new(2026, 3, 2, 1, 0, 0, TimeSpan.Zero);
    public static readonly Signature Assessor = new(Guid.Parse("00000000-0000-7000-8000-000000000001"), "贺知章", Morning);
    public static readonly Signature Colleague = new(Guid.Parse("00000000-0000-7000-8000-000000000002"), "陆游之", Morning);
    public static readonly Signature Leader = new(Guid.Parse("00000000-0000-7000-8000-000000000003"), "周明远", Morning);

    public static readonly EstablishmentRules Rules = new()
    {
        Calendar = WorkCalendar.WithoutNotices,
        Thresholds =
        [
            new(NodeKind.City, "三(二)1",
            [
                new(Threshold.Workspace, "工作场所面积", 200, "平方米", Strictness.Soft, "EST-01b"),
                new(Threshold.Staff, "工作人员", 5, "人", Strictness.Hard, "EST-01d"),
                new(Threshold.Computers, "计算机", 4, "台", Strictness.Hard, "EST-01e"),
            ]),
        ],
    };

    public static Signature At(this Signature by, DateTimeOffset at) => by with { At = at };

    public static Outcome Done(this Outcome outcome) => outcome.IsDone ? outcome : throw new InvalidOperationException(string.Join(' ', outcome.Refusals.Select(r => $"{r.Code} {r.Field}: {r.Message}")));

    public static string? Code(this Outcome outcome) => outcome.Refusals.Select(r => r.Code).FirstOrDefault();

    public static ApplicationForm Form(NodeKind kind = NodeKind.County, decimal area = 230, int staff = 6) => new()
    {
        Prospect = new() { Kind = kind, Parent = kind is NodeKind.City ? "sichuan" : "mianyang", DivisionCode = kind is NodeKind.City ? "510700" : "510726", PlaceName = kind is NodeKind.City ? "绵阳市" : "北川羌族自治县" },
        Mode = ConstructionMode.Own,
        Builders = [new() { Name = "示例促进中心", Uscc = "12510100450700012L", Type = BuilderType.UniversityOrInstitute }],
        Premises = new() { Address = "示例路 1 号", Area = area, IsConcentrated = true },
        Staff = [.. Enumerable.Range(1, staff).Select(n => new StaffLine { Name = $"职员{n}", IdentityMark = $"mark{n}", IsFullTime = true })],
        Equipment = new() { Computers = 6, HasInternet = true, HasOfficeEquipment = true },
        Funds = new() { Amount = 600_000, Source = "财政", Department = "市场监管局" },
        Demand = new() { Text = "企业多", Figures = "专利 1200 件", AssuresContinuity = true },
        Plan = new() { WorkBody = "中心", Contents = "窗口和系统", Schedule = "两年", ExpectedResults = "办件 500", Guarantee = "制度", Organisation = "两个组" },
        WaiverReasons = new Dictionary<string, string> { [Threshold.Workspace] = "十月扩建" },
        Manager = new() { Name = "唐负责", Phone = "13800000000" },
        StatedTrue = true,
    };

    public static EstablishmentApplication Submitted(ApplicationForm? form = null, DateTimeOffset? at = null)
    {
        var now = at ?? Morning;
        var registration = new Registration { Name = "示例促进中心", Uscc = "12510100450700012L", Type = BuilderType.UniversityOrInstitute, ContactName = "联系人", ContactPhone = "13800000001" };
        var application = EstablishmentApplication.Start(Builder.Register(new(51), new(Guid.CreateVersion7()), registration, now).Value, now);
        application.Write(form ?? Form(), now).Done();
        foreach (var kind in new[] { MaterialKind.ApplicationForm, MaterialKind.ConstructionPlan })
        {
            application.Attach(Material(kind, null, now), null, now).Done();
        }

        foreach (var threshold in Rules.SetOf(application.Kind)?.Items ?? [])
        {
            application.Attach(Material(MaterialKind.Proof, threshold.Code, now), Rules.SetOf(application.Kind), now).Done();
        }

        application.Submit(Rules, "川设2026-0001", null, now).Done();
        return application;
    }

    public static EstablishmentApplication UnderAssessment(ApplicationForm? form = null, DateTimeOffset? at = null)
    {
        var now = at ?? Morning;
        var application = Submitted(form, now);
        if (application.NeedsOpinion)
        {
            application.GiveOpinion(new() { From = new(7), Recommends = true, Text = "需求强", By = Colleague.At(now) }).Done();
        }

        application.BeginAssessment(Rules, Assessor.At(now)).Done();
        return application;
    }

    public static AssessmentEntry Visit(DateTimeOffset at, MeasuredValues? measured = null) =>
        new() { Means = AssessmentMeans.SiteVisit, HeldOn = ChinaTime.DayOf(at), Findings = "人员在岗", Measured = measured };

    public static DecisionProposal Inclusion(Signature by, params WaiverDecision[] waivers) =>
        new() { Includes = true, Modules = ["government", "training"], GuidingOffice = "服务处", Waivers = waivers, By = by };

    public static EstablishmentApplication Proposed(ApplicationForm? form = null, DateTimeOffset? at = null)
    {
        var now = at ?? Morning;
        var application = UnderAssessment(form, now);
        application.RecordAssessment(Visit(now), Assessor.At(now)).Done();
        application.Propose(Inclusion(Assessor.At(now)), Rules).Done();
        return application;
    }

    public static EstablishmentApplication Included(ApplicationForm? form = null)
    {
        var application = Proposed(form);
        application.Decide(Rules, null, null, Leader).Done();
        return application;
    }

    public static EstablishmentApplication AcceptanceRequested(ApplicationForm? form = null)
    {
        var application = Included(form);
        application.ReportProgress(ChinaTime.DayOf(Morning), 100, "建成", [], application.PersonId, Morning).Done();
        application.RequestAcceptance("全部建成", Rules, Morning).Done();
        return application;
    }

    public static InspectionEntry Qualifying(decimal area = 230) => new()
    {
        HeldOn = ChinaTime.DayOf(Morning),
        Qualifies = true,
        Measured = new(area, 6, 6),
        Checklist = [new("government", true, "窗口四个"), new("training", true, "课程表")],
    };

    private static ApplicationMaterial Material(MaterialKind kind, string? condition, DateTimeOffset at) =>
        new() { FileId = Guid.CreateVersion7(), Kind = kind, ConditionCode = condition, Name = "文件.pdf", Size = 1000, Sha256 = new('a', 64), AddedAt = at };
}
