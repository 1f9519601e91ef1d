using System.Globalization;
using IpNetwork.App.Data;
using IpNetwork.App.Shell;
using IpNetwork.App.Shell.Papers;
using IpNetwork.Domain.Establishment;

namespace IpNetwork.App.Establishment.Filing.Documents;

/// <summary>设立申报书, part by part in the words of the office's own forms.</summary>
internal static class ApplicationPaper
{
    private const string Nothing = "没有填";

    /// <summary>A draft prints what stands in it; afterwards the frozen snapshot is the document.</summary>
    public static Paper Of(EstablishmentApplication application, EstablishmentRules rules, NodeDirectory.Snapshot nodes)
    {
        var snapshot = ApplicationMoves.Allows(application.Status, ApplicationAct.Write) ? null : application.LatestSnapshot;
        var form = snapshot?.Form ?? application.Form;
        var materials = snapshot?.Materials ?? application.Materials;
        var builders = string.Join("、", form.Builders.Select(builder => builder.Name.Trim()).Where(name => name.Length > 0));
        return new("公共服务平台（工作站）设立申报书", FilingWords.Title(form.Prospect.Kind, form.Prospect.PlaceName.Trim()),
        [
            .. Form(form, nodes),
            .. Conditions.Check(rules.SetOf(form.Prospect.Kind), form) is { Count: > 0 } conditions ? [Checked(conditions, form)] : Array.Empty<PaperSection>(),
            new("材料", materials.Count == 0 ? [new("材料", "没有")] : [.. materials.Select(material => new PaperLine(material.Kind.Chinese(), $"{material.Name}\nSHA-256 {material.Sha256}"))]),
        ])
        {
            Note = $"{(application.Number is { } number ? $"编号 {number}" : "没有编号")}　{(snapshot is null ? "草稿，还没有提交" : $"第 {snapshot.Number} 版，{Say.Moment(snapshot.SubmittedAt)} 提交")}",
            Closing = ["本单位声明：申报内容和材料详实准确。"],
            Signing = [$"建设主体（盖章）：{builders}", "负责人（签字）：　　　　　　　　", "　　　　年　　月　　日"],
        };
    }

    private static IEnumerable<PaperSection> Form(ApplicationForm form, NodeDirectory.Snapshot nodes) =>
    [
        Part("prospect",
            new("要设立的", form.Prospect.Kind is { } kind ? NodeWords.Of(kind) : Nothing),
            new("地名或园区", Said(form.Prospect.PlaceName)),
            new("行政区划代码", Said(form.Prospect.DivisionCode)),
            new("上级平台", nodes.BySlug(form.Prospect.Parent) is { } parent ? parent.OfficialName ?? parent.PlaceName : Nothing)),
        Part("builders",
            [
                new("建设方式", form.Mode?.Chinese() ?? Nothing),
                .. form.Builders.Select(line => new PaperLine(FilingWords.Part(line.Part), Lines(line.Name, line.Uscc, line.Type?.Chinese(), line.Share))),
            ]),
        Part("premises",
            new("地址", Said(form.Premises.Address)),
            new("面积", form.Premises.Area is { } area ? $"{Plain(area)} 平方米" : Nothing),
            new("场地", form.Premises.IsShared ? $"与{Said(form.Premises.SharedWith)}共用" : "独用"),
            new("工作区域", form.Premises.IsConcentrated ? "相对集中" : "没有确认相对集中")),
        Part("staff",
            [
                new("人数", $"{form.StaffCount} 人，其中专职 {form.Staff.Count(line => line.IsFullTime)} 人"),
                .. form.Staff.Select(line => new PaperLine(Said(line.Name), Joined(FilingWords.Staff(line.Kind), line.IsFullTime ? "专职" : "兼职", line.Post, line.MaskedNumber))),
            ]),
        Part("equipment",
            new("计算机等终端", form.Equipment.Computers is { } computers ? $"{computers} 台" : Nothing),
            new("互联网环境", form.Equipment.HasInternet ? "具备" : "没有确认"),
            new("办公设施设备", form.Equipment.HasOfficeEquipment ? "具备" : "没有确认")),
        Part("funds",
            new("负责部门", Said(form.Funds.Department)),
            new("专门工作经费", form.Funds.Amount is { } amount ? FilingWords.Yuan(amount) : Nothing),
            new("经费来源", Said(form.Funds.Source))),
        Part("demand",
            new("情况", Said(form.Demand.Text)),
            new("有关数据", Said(form.Demand.Figures)),
            new("持续服务", form.Demand.AssuresContinuity ? "能够保障正常稳定持续提供服务" : "没有作出保证")),
        Part("plan", [.. FormRules.Headings(form.Plan).Select(heading => new PaperLine(heading.Label, Said(heading.Text))), new("组织架构", Said(form.Plan.Organisation))]),
        Part("manager",
            new("姓名", Said(form.Manager.Name)),
            new("电话", Said(form.Manager.Phone)),
            new("邮箱", Said(form.Manager.Mail))),
    ];

    private static PaperSection Checked(IReadOnlyList<ConditionResult> conditions, ApplicationForm form) => new("对照条件自查",
    [
        .. conditions.Select(result => new PaperLine(result.Label, Lines(
            $"要求{result.Required}，现在是{result.Actual}：{FilingWords.Verdict(result.Verdict).Text}",
            form.WaiverReasons.GetValueOrDefault(result.Code) is { Length: > 0 } reason ? $"申请从宽的理由：{reason}" : null,
            FilingWords.Clause(result.Clause)))),
    ]);

    private static PaperSection Part(string key, params IReadOnlyList<PaperLine> lines) => new(FormParts.LabelOf(key) ?? key, lines);

    private static string Said(string text) => text.Trim() is { Length: > 0 } said ? said : Nothing;

    private static string Lines(params IEnumerable<string?> texts) => string.Join('\n', texts.Where(text => !string.IsNullOrWhiteSpace(text)).Select(text => text?.Trim()));

    private static string Joined(params IEnumerable<string?> texts) => string.Join("，", texts.Where(text => !string.IsNullOrWhiteSpace(text)).Select(text => text?.Trim()));

    private static string Plain(decimal value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
