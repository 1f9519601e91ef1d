using System.Globalization;
using IpNetwork.Domain.Kernel;

namespace IpNetwork.Domain.Establishment;

/// <summary>Self-assessment against the conditions of a kind (EST-01, EST-02): rule by rule, with its clause. A kind without conditions enforces none.</summary>
public static class Conditions
{
    /// <param name="verified">What was found on the spot; it goes before what was written.</param>
    public static IReadOnlyList<ConditionResult> Check(ThresholdSet? set, ApplicationForm form, MeasuredValues? verified = null) => set is null ? [] :
    [
        .. set.Items.Select(threshold => Measured(threshold, ValueOf(threshold, form), verified is null ? null : ValueOf(threshold, verified))),
        .. set.Judged.Select(condition => Judged(condition, form)),
    ];

    /// <summary>A value against its threshold, on paper or measured on the real premises (ACC-02).</summary>
    public static ConditionResult Measured(Threshold threshold, decimal? value, decimal? verified = null)
    {
        var met = (verified ?? value) is { } number && threshold.IsMetBy(number);
        return new(threshold.Code, threshold.Label, threshold.Clause)
        {
            Required = $"不少于 {Number(threshold.Minimum)} {threshold.Unit}",
            Actual = value is { } some ? $"{Number(some)} {threshold.Unit}" : "没有填",
            Verified = verified is { } found ? $"{Number(found)} {threshold.Unit}" : null,
            Verdict = met ? ConditionVerdict.Pass : threshold.Strictness is Strictness.Soft ? ConditionVerdict.SoftFail : ConditionVerdict.HardFail,
            RefusalCode = met ? null : threshold.RefusalCode,
        };
    }

    private static decimal? ValueOf(Threshold threshold, ApplicationForm form) => threshold.Code switch
    {
        Threshold.Workspace => form.Premises.Area,
        Threshold.Staff => form.StaffCount,
        Threshold.Computers => form.Equipment.Computers,
        _ => null,
    };

    internal static decimal? ValueOf(Threshold threshold, MeasuredValues measured) => threshold.Code switch
    {
        Threshold.Workspace => measured.Area,
        Threshold.Staff => measured.Staff,
        Threshold.Computers => measured.Computers,
        _ => null,
    };

    private static ConditionResult Judged(JudgedCondition condition, ApplicationForm form)
    {
        var lacking = Lacking(condition.Code, form);
        return new(condition.Code, condition.Label, condition.Clause)
        {
            Required = "写明情况",
            Actual = lacking ?? "已写明",
            Verdict = lacking is null ? ConditionVerdict.Pass : ConditionVerdict.HardFail,
            RefusalCode = lacking is null ? null : "CONDITION_NOT_MET",
        };
    }

    private static string? Lacking(string code, ApplicationForm form) => code switch
    {
        "DEMAND" => Filled(form.Demand.Text) && Filled(form.Demand.Figures) ? null : "情况说明或数据没有填",
        "SITE" => !form.Premises.IsConcentrated ? "没有确认工作区域相对集中" : form.Premises.IsShared && !Filled(form.Premises.SharedWith) ? "没有写共用单位" : null,
        "DEPARTMENT" => Filled(form.Funds.Department) ? null : "负责部门没有填",
        "EQUIPMENT" => form.Equipment is { HasInternet: true, HasOfficeEquipment: true } ? null : "互联网或办公设备没有确认",
        "FUNDS" => form.Funds.Amount > 0 && FormRules.Headings(form.Plan).All(heading => Filled(heading.Text)) ? null : "专门经费没有填，或工作方案不全",
        "CONTINUITY" => form.Demand.AssuresContinuity ? null : "没有作出保证",
        _ => null,
    };

    private static bool Filled(string text) => text.Trim().Length > 0;

    private static string Number(decimal value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}

public sealed record ConditionResult(string Code, string Label, string Clause)
{
    public required string Required { get; init; }

    public required string Actual { get; init; }

    /// <summary>What was found on the spot, where somebody looked.</summary>
    public string? Verified { get; init; }

    public string Found => Verified ?? Actual;

    public required ConditionVerdict Verdict { get; init; }

    /// <summary>The rule's code where it falls short.</summary>
    public string? RefusalCode { get; init; }
}

public enum ConditionVerdict
{
    Pass,

    /// <summary>Stands at 原则上: may be waived in writing.</summary>
    SoftFail,
    HardFail,
}
