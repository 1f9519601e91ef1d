using IpNetwork.Domain.Kernel;
using static IpNetwork.Domain.Establishment.ApplicationAct;
using static IpNetwork.Domain.Establishment.ApplicationStatus;

namespace IpNetwork.Domain.Establishment;

/// <summary>Every state of an application and every move between them; what is not listed is refused.</summary>
public static class ApplicationMoves
{
    private static readonly Dictionary<(ApplicationStatus From, ApplicationAct Act), ApplicationStatus> Table = new()
    {
        [(Draft, Write)] = Draft,
        [(Draft, Submit)] = Submitted,
        [(Draft, Withdraw)] = Withdrawn,

        [(Submitted, GiveOpinion)] = Submitted,
        [(Submitted, Return)] = Returned,
        [(Submitted, BeginAssessment)] = UnderAssessment,
        [(Submitted, Withdraw)] = Withdrawn,

        [(Returned, Write)] = Returned,
        [(Returned, Submit)] = Submitted,
        [(Returned, Withdraw)] = Withdrawn,

        [(UnderAssessment, GiveOpinion)] = UnderAssessment,
        [(UnderAssessment, RecordAssessment)] = UnderAssessment,
        [(UnderAssessment, ProposeDecision)] = UnderAssessment,
        [(UnderAssessment, SendBackProposal)] = UnderAssessment,
        [(UnderAssessment, Include)] = InBuildPlan,
        [(UnderAssessment, Reject)] = Rejected,
        [(UnderAssessment, Withdraw)] = Withdrawn,

        [(InBuildPlan, ReportProgress)] = Building,
        [(InBuildPlan, Extend)] = InBuildPlan,
        [(InBuildPlan, ChangeBuilders)] = InBuildPlan,
        [(InBuildPlan, Withdraw)] = Withdrawn,

        [(Building, ReportProgress)] = Building,
        [(Building, Extend)] = Building,
        [(Building, ChangeBuilders)] = Building,
        [(Building, RequestAcceptance)] = AcceptanceRequested,
        [(Building, Withdraw)] = Withdrawn,

        [(AcceptanceRequested, Inspect)] = AcceptanceRequested,
        [(AcceptanceRequested, SendBackInspection)] = AcceptanceRequested,
        [(AcceptanceRequested, Accept)] = Accepted,
        [(AcceptanceRequested, SendBackToBuilding)] = Building,
    };

    public static bool Allows(ApplicationStatus from, ApplicationAct act) => Table.ContainsKey((from, act));

    public static Outcome<ApplicationStatus> After(ApplicationStatus from, ApplicationAct act) =>
        Table.TryGetValue((from, act), out var to) ? to
        : (from, act) is (InBuildPlan, RequestAcceptance) ? EstablishmentRefusals.NoProgress()
        : EstablishmentRefusals.WrongStatus(from, act);
}

public enum ApplicationAct
{
    Write,
    Submit,
    Withdraw,
    GiveOpinion,
    Return,
    BeginAssessment,
    RecordAssessment,
    ProposeDecision,
    SendBackProposal,
    Include,
    Reject,
    ReportProgress,
    Extend,
    ChangeBuilders,
    RequestAcceptance,
    Inspect,
    SendBackInspection,
    SendBackToBuilding,
    Accept,
}

public static class ApplicationActWords
{
    public static string Chinese(this ApplicationAct act) => act switch
    {
        Write => "修改",
        Submit => "提交",
        Withdraw => "撤回",
        GiveOpinion => "提出属地意见",
        Return => "退回补正",
        BeginAssessment => "开始评估",
        RecordAssessment => "登记评估",
        ProposeDecision => "提出评估结论",
        SendBackProposal => "退回评估结论",
        Include => "纳入建设计划",
        Reject => "决定不纳入",
        ReportProgress => "登记进度",
        Extend => "调整建成期限",
        ChangeBuilders => "变更建设主体",
        RequestAcceptance => "申请验收",
        Inspect => "登记验收",
        SendBackInspection => "退回验收结论",
        SendBackToBuilding => "退回继续建设",
        Accept => "认定合格",
        _ => throw new ArgumentOutOfRangeException(nameof(act), act, null),
    };
}
