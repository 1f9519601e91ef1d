using System.Globalization;
using IpNetwork.Domain.Establishment;

namespace IpNetwork.App.Establishment.Filing.Form;

/// <summary>A form as the named inputs of its pages. An identity number has no value to show: it is typed, and only its mark is kept.</summary>
internal static class FormFields
{
    public const string Yes = "yes";

    public static Dictionary<string, string> Of(ApplicationForm form)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["kind"] = form.Prospect.Kind?.ToString() ?? "",
            ["placeName"] = form.Prospect.PlaceName,
            ["divisionCode"] = form.Prospect.DivisionCode,
            ["parent"] = form.Prospect.Parent,
            ["mode"] = form.Mode?.ToString() ?? "",
            ["address"] = form.Premises.Address,
            ["area"] = Number(form.Premises.Area),
            ["isShared"] = Flag(form.Premises.IsShared),
            ["sharedWith"] = form.Premises.SharedWith,
            ["isConcentrated"] = Flag(form.Premises.IsConcentrated),
            ["computers"] = Number(form.Equipment.Computers),
            ["hasInternet"] = Flag(form.Equipment.HasInternet),
            ["hasOfficeEquipment"] = Flag(form.Equipment.HasOfficeEquipment),
            ["managerName"] = form.Manager.Name,
            ["managerPhone"] = form.Manager.Phone,
            ["managerMail"] = form.Manager.Mail,
            ["department"] = form.Funds.Department,
            ["fundAmount"] = Number(form.Funds.Amount),
            ["fundSource"] = form.Funds.Source,
            ["demand"] = form.Demand.Text,
            ["demandFigures"] = form.Demand.Figures,
            ["assuresContinuity"] = Flag(form.Demand.AssuresContinuity),
            ["planOrganisation"] = form.Plan.Organisation,
            ["statedTrue"] = Flag(form.StatedTrue),
        };
        foreach (var (field, _, text) in FormRules.Headings(form.Plan))
        {
            fields[field] = text;
        }

        foreach (var (code, reason) in form.WaiverReasons)
        {
            fields[$"waiver.{code}"] = reason;
        }

        foreach (var (place, line) in form.Builders.Index())
        {
            Put(fields, $"builders[{place}]", ("name", line.Name), ("uscc", line.Uscc), ("type", line.Type?.ToString() ?? ""), ("part", line.Part.ToString()), ("share", line.Share));
        }

        foreach (var (place, line) in form.Staff.Index())
        {
            Put(fields, $"staff[{place}]", ("key", line.Key), ("name", line.Name), ("kind", line.Kind.ToString()), ("fullTime", Flag(line.IsFullTime)), ("post", line.Post));
        }

        return fields;
    }

    /// <summary>What a field is called where a page speaks of it elsewhere.</summary>
    public static string LabelOf(string field) => Labels.GetValueOrDefault(field) ?? Line(field) ?? field;

    private static readonly Dictionary<string, string> Labels = new(StringComparer.Ordinal)
    {
        ["kind"] = "要设立的平台",
        ["placeName"] = "地名或园区名称",
        ["divisionCode"] = "行政区划代码",
        ["parent"] = "上级平台",
        ["mode"] = "建设方式",
        ["address"] = "工作场所地址",
        ["area"] = "面积",
        ["isShared"] = "是否共用场地",
        ["sharedWith"] = "共用单位",
        ["isConcentrated"] = "工作区域相对集中",
        ["computers"] = "计算机数",
        ["hasInternet"] = "互联网环境",
        ["hasOfficeEquipment"] = "办公设备",
        ["managerName"] = "平台负责人",
        ["managerPhone"] = "平台负责人电话",
        ["managerMail"] = "平台负责人邮箱",
        ["department"] = "负责部门",
        ["fundAmount"] = "工作经费",
        ["fundSource"] = "经费来源",
        ["demand"] = "创新创业和需求情况",
        ["demandFigures"] = "有关数据",
        ["assuresContinuity"] = "持续服务的保证",
        ["planWorkBody"] = "工作主体",
        ["planContents"] = "建设内容",
        ["planSchedule"] = "推进计划",
        ["planResults"] = "预期成效",
        ["planGuarantee"] = "保障机制",
        ["planOrganisation"] = "组织架构",
        ["statedTrue"] = "材料详实准确的声明",
    };

    private static readonly Dictionary<string, string> LineLabels = new(StringComparer.Ordinal)
    {
        ["name"] = "名称",
        ["uscc"] = "代码",
        ["type"] = "类型",
        ["part"] = "身份",
        ["share"] = "分工",
        ["kind"] = "类别",
        ["fullTime"] = "专职",
        ["post"] = "岗位",
        ["idNumber"] = "公民身份号码",
    };

    private static string? Line(string field) =>
        field.StartsWith("waiver.", StringComparison.Ordinal) ? "申请从宽的理由"
        : field.Split('[', ']') is [var list, var place, ['.', .. var part]] && int.TryParse(place, out var index) && LineLabels.GetValueOrDefault(part) is { } label
            ? $"{(list == "staff" ? "工作人员" : "建设主体")} {index + 1} 的{label}"
            : null;

    private static void Put(Dictionary<string, string> fields, string line, params (string Part, string Text)[] parts)
    {
        foreach (var (part, text) in parts)
        {
            fields[$"{line}.{part}"] = text;
        }
    }

    private static string Flag(bool value) => value ? Yes : "";

    private static string Number(decimal? value) => value?.ToString("0.##", CultureInfo.InvariantCulture) ?? "";
}
