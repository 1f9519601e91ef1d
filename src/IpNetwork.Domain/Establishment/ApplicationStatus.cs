namespace IpNetwork.Domain.Establishment;

/// <summary>Where an application to establish a node stands (domain of 三(三)).</summary>
public enum ApplicationStatus
{
    Draft,
    Submitted,
    Returned,
    UnderAssessment,
    Rejected,
    Withdrawn,
    InBuildPlan,
    Building,
    AcceptanceRequested,
    Accepted,
}

public static class ApplicationStatusWords
{
    public static string Chinese(this ApplicationStatus status) => status switch
    {
        ApplicationStatus.Draft => "填写中",
        ApplicationStatus.Submitted => "已提交",
        ApplicationStatus.Returned => "退回补正",
        ApplicationStatus.UnderAssessment => "评估中",
        ApplicationStatus.Rejected => "未纳入",
        ApplicationStatus.Withdrawn => "已撤回",
        ApplicationStatus.InBuildPlan => "已纳入建设计划",
        ApplicationStatus.Building => "建设中",
        ApplicationStatus.AcceptanceRequested => "等待验收",
        ApplicationStatus.Accepted => "认定合格",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, null),
    };

    /// <summary>Occupies its prospective node: no second application for it (APP-10).</summary>
    public static bool IsOpen(this ApplicationStatus status) =>
        status is not (ApplicationStatus.Rejected or ApplicationStatus.Withdrawn or ApplicationStatus.Accepted);
}
