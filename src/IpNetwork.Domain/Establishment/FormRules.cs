using IpNetwork.Domain.Kernel;

namespace IpNetwork.Domain.Establishment;

/// <summary>What must be true of a form: always, and before it is submitted.</summary>
public static class FormRules
{
    public const int LongestText = 5_000;
    public const int MostBuilders = 20;
    public const int MostStaff = 200;

    /// <summary>Even a draft keeps no text that would not fit.</summary>
    public static IEnumerable<Refusal> OnWriting(ApplicationForm form) => ((Refusal?[])
    [
        Texts.AtMost("placeName", "地名或园区名称", form.Prospect.PlaceName, 60),
        Texts.AtMost("parent", "上级平台", form.Prospect.Parent, 40),
        Texts.AtMost("divisionCode", "行政区划代码", form.Prospect.DivisionCode, 6),
        Texts.AtMost("address", "工作场所地址", form.Premises.Address, 200),
        form.Premises.Area is < 0 or > 1_000_000 ? EstablishmentRefusals.BadNumber("area", "面积", "0 至 1000000 的平方米数") : null,
        Texts.AtMost("sharedWith", "共用单位", form.Premises.SharedWith, 100),
        form.Equipment.Computers is < 0 or > 100_000 ? EstablishmentRefusals.BadNumber("computers", "计算机数", "0 或更大的整数") : null,
        form.Funds.Amount is < 0 or > 10_000_000_000m ? EstablishmentRefusals.BadNumber("fundAmount", "工作经费", "0 或更大的元数") : null,
        Texts.AtMost("fundSource", "经费来源", form.Funds.Source, 200),
        Texts.AtMost("department", "负责部门", form.Funds.Department, 100),
        Texts.AtMost("demand", "创新创业和需求情况", form.Demand.Text, LongestText),
        Texts.AtMost("demandFigures", "有关数据", form.Demand.Figures, LongestText),
        .. Headings(form.Plan).Select(h => Texts.AtMost(h.Field, h.Label, h.Text, LongestText)),
        Texts.AtMost("planOrganisation", "组织架构", form.Plan.Organisation, LongestText),
        .. form.WaiverReasons.Select(w => Texts.AtMost($"waiver.{w.Key}", "申请从宽的理由", w.Value, 1_000)),
        Texts.AtMost("managerName", "平台负责人", form.Manager.Name, 50),
        Texts.AtMost("managerPhone", "平台负责人电话", form.Manager.Phone, 50),
        Texts.AtMost("managerMail", "平台负责人邮箱", form.Manager.Mail, 100),
        form.Builders.Count > MostBuilders ? EstablishmentRefusals.TooManyLines("builders", "建设主体", MostBuilders) : null,
        form.Staff.Count > MostStaff ? EstablishmentRefusals.TooManyLines("staff", "工作人员", MostStaff) : null,
        .. form.Builders.Index().SelectMany(b => new[]
        {
            Texts.AtMost($"builders[{b.Index}].name", "建设主体名称", b.Item.Name, 100),
            Texts.AtMost($"builders[{b.Index}].uscc", "统一社会信用代码", b.Item.Uscc, 50),
            Texts.AtMost($"builders[{b.Index}].share", "分工", b.Item.Share, 500),
        }),
        .. form.Staff.Index().SelectMany(s => new[]
        {
            Texts.AtMost($"staff[{s.Index}].name", "姓名", s.Item.Name, 50),
            Texts.AtMost($"staff[{s.Index}].post", "岗位", s.Item.Post, 50),
        }),
    ]).OfType<Refusal>();

    /// <summary>Everything wrong at submission except the conditions and the materials, which have rules of their own.</summary>
    public static IEnumerable<Refusal> OnSubmitting(ApplicationForm form) =>
    [
        .. OnWriting(form),
        .. form.Prospect.Refusals(),
        .. ModeRules.Check(form.Mode, form.Builders),
        .. Staff(form.Staff),
        .. Headings(form.Plan).Where(h => h.Text.Trim().Length == 0).Select(h => EstablishmentRefusals.PlanIncomplete(h.Field, h.Label)),
        .. ((Refusal?[])
        [
            Texts.Needed("managerName", "平台负责人", form.Manager.Name, 50),
            Texts.Phone("managerPhone", "平台负责人电话", form.Manager.Phone),
            Texts.Mail("managerMail", "平台负责人邮箱", form.Manager.Mail),
            form.StatedTrue ? null : EstablishmentRefusals.StatementMissing(),
        ]).OfType<Refusal>(),
    ];

    public static IEnumerable<(string Field, string Label, string Text)> Headings(PlanPart plan) =>
    [
        ("planWorkBody", "工作主体", plan.WorkBody),
        ("planContents", "建设内容", plan.Contents),
        ("planSchedule", "推进计划", plan.Schedule),
        ("planResults", "预期成效", plan.ExpectedResults),
        ("planGuarantee", "运行、管理、维护等保障机制", plan.Guarantee),
    ];

    private static IEnumerable<Refusal> Staff(IReadOnlyList<StaffLine> staff)
    {
        foreach (var (place, line) in staff.Index())
        {
            if (line.Name.Trim().Length == 0)
            {
                yield return EstablishmentRefusals.Missing($"staff[{place}].name", "姓名");
            }
            else if (line.IdentityMark is null)
            {
                yield return EstablishmentRefusals.Missing($"staff[{place}].idNumber", $"{line.Name.Trim()}的公民身份号码");
            }
            else if (staff.Take(place).Any(earlier => earlier.IdentityMark == line.IdentityMark))
            {
                yield return EstablishmentRefusals.StaffDoubleCounted($"staff[{place}].idNumber", line.Name.Trim());
            }
        }
    }
}
