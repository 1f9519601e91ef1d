using System.Globalization;
using IpNetwork.App.Data;
using IpNetwork.App.Shell;
using IpNetwork.Domain.Establishment;

namespace IpNetwork.App.Establishment.Deciding.Reading;

/// <summary>What an application says, part by part as defects are told, in the words of the office's own forms.</summary>
internal static class ApplicationFacts
{
    private const string Nothing = "没有填";

    public static IReadOnlyList<FactGroup> Of(ApplicationForm form, NodeDirectory.Snapshot nodes) =>
    [
        Group("prospect",
            new("要设立的", form.Prospect.Kind is { } kind ? NodeWords.Of(kind) : Nothing),
            new("地名或园区", Said(form.Prospect.PlaceName)),
            new("上级平台", nodes.BySlug(form.Prospect.Parent.Trim())?.PlaceName ?? Said(form.Prospect.Parent)),
            new("区划代码", Said(form.Prospect.DivisionCode))),
        Group("builders",
            [
                new("建设方式", form.Mode?.Chinese() ?? Nothing) { IsWide = true },
                .. form.Builders.Select(builder => new Fact(Part(builder.Part), $"{Said(builder.Name)}，{builder.Type?.Chinese() ?? Nothing}，{Said(builder.Uscc)}{(builder.Share.Trim().Length > 0 ? $"\n{builder.Share.Trim()}" : "")}") { IsWide = true }),
            ]),
        Group("premises",
            new("地址", Said(form.Premises.Address)),
            new("面积", form.Premises.Area is { } area ? $"{Number(area)} 平方米" : Nothing),
            new("场地", form.Premises.IsShared ? $"与{Said(form.Premises.SharedWith)}共用" : "独用"),
            new("工作区域", form.Premises.IsConcentrated ? "相对集中" : "没有确认相对集中")),
        Group("staff",
            [
                new("人数", $"{form.StaffCount} 人，其中专职 {form.Staff.Count(line => line.IsFullTime)} 人") { IsWide = true },
                .. form.Staff.Select(line => new Fact(Said(line.Name), $"{(line.Kind is StaffKind.Manager ? "管理人员" : "业务人员")}，{(line.IsFullTime ? "专职" : "兼职")}{(line.Post.Trim().Length > 0 ? $"，{line.Post.Trim()}" : "")}{(line.MaskedNumber is { } number ? $"，{number}" : "")}")),
            ]),
        Group("equipment",
            new("计算机", form.Equipment.Computers is { } computers ? $"{computers} 台" : Nothing),
            new("互联网", YesNo(form.Equipment.HasInternet)),
            new("办公设备", YesNo(form.Equipment.HasOfficeEquipment))),
        Group("funds",
            new("负责部门", Said(form.Funds.Department)),
            new("工作经费", form.Funds.Amount is { } amount ? Money(amount) : Nothing),
            new("经费来源", Said(form.Funds.Source)) { IsWide = true }),
        Group("demand",
            new("情况", Said(form.Demand.Text)) { IsWide = true },
            new("数据", Said(form.Demand.Figures)) { IsWide = true },
            new("持续服务", form.Demand.AssuresContinuity ? "保证正常稳定持续提供服务" : "没有作出保证") { IsWide = true }),
        Group("plan",
            [
                .. FormRules.Headings(form.Plan).Select(heading => new Fact(heading.Label, Said(heading.Text)) { IsWide = true }),
                new("组织架构", Said(form.Plan.Organisation)) { IsWide = true },
            ]),
        Group("manager",
            new("姓名", Said(form.Manager.Name)),
            new("电话", Said(form.Manager.Phone)),
            new("邮箱", Said(form.Manager.Mail))),
    ];

    public static string Money(decimal yuan) =>
        $"{yuan.ToString("#,##0.##", CultureInfo.InvariantCulture)} 元（{(yuan / 10_000).ToString("#,##0.####", CultureInfo.InvariantCulture)} 万元）";

    private static FactGroup Group(string part, params IReadOnlyList<Fact> facts) => new(part, FormParts.LabelOf(part) ?? part, facts);

    private static string Part(BuilderPart part) => part switch { BuilderPart.Principal => "委托方", BuilderPart.Contractor => "受托方", _ => "建设主体" };

    private static string Said(string text) => text.Trim().Length == 0 ? Nothing : text.Trim();

    private static string YesNo(bool has) => has ? "具备" : "没有确认";

    private static string Number(decimal value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}

/// <param name="Part">Key of <see cref="FormParts"/>.</param>
public sealed record FactGroup(string Part, string Title, IReadOnlyList<Fact> Facts);

public sealed record Fact(string Label, string Text)
{
    public bool IsWide { get; init; }
}
