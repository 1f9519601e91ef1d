using System.Text.Json;

namespace IpNetwork.Domain.Establishment;

/// <summary>The parts of an application that a defect can be about, and whether a part changed between two submissions.</summary>
public static class FormParts
{
    public static IReadOnlyList<(string Key, string Label)> All { get; } =
    [
        ("prospect", "要设立的平台"),
        ("builders", "建设方式和建设主体"),
        ("premises", "工作场所"),
        ("staff", "工作人员"),
        ("equipment", "设备"),
        ("funds", "负责部门和工作经费"),
        ("demand", "创新创业和需求"),
        ("plan", "建设方案"),
        ("manager", "平台负责人"),
        .. Enum.GetValues<MaterialKind>().Select(kind => ($"material.{kind}", $"材料：{kind.Chinese()}")),
    ];

    public static string? LabelOf(string key) => All.FirstOrDefault(part => part.Key == key).Label;

    public static bool Differs(string part, ApplicationSnapshot earlier, ApplicationSnapshot later) => Content(part, earlier) != Content(part, later);

    private static string Content(string part, ApplicationSnapshot snapshot)
    {
        var form = snapshot.Form;
        return JsonSerializer.Serialize(part switch
        {
            "prospect" => form.Prospect,
            "builders" => new { form.Mode, form.Builders },
            "premises" => form.Premises,
            "staff" => form.Staff.Select(line => line with { Key = "" }),
            "equipment" => form.Equipment,
            "funds" => form.Funds,
            "demand" => form.Demand,
            "plan" => form.Plan,
            "manager" => form.Manager,
            _ => (object)snapshot.Materials.Where(m => $"material.{m.Kind}" == part).Select(m => (m.Sha256, m.ConditionCode).ToString()).Order(),
        });
    }
}
