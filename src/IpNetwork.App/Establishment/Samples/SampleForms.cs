using IpNetwork.Domain.Establishment;
using IpNetwork.Domain.Kernel;

namespace IpNetwork.App.Establishment.Samples;

/// <summary>What a sample is about: the place, and the organisation that builds there.</summary>
internal sealed record SamplePlace(NodeKind Kind, string Parent, string DivisionCode, string Name, string Body, string Uscc);

/// <summary>A form filled in as a careful builder would.</summary>
internal static class SampleForms
{
    private static readonly string[] Surnames = ["陈", "林", "苏", "何", "罗", "邓"];

    /// <summary>Left off half-way.</summary>
    public static ApplicationForm Begun { get; } = new()
    {
        Prospect = new() { Kind = NodeKind.County, Parent = "ganzi", DivisionCode = "513322", PlaceName = "泸定县" },
        Mode = ConstructionMode.Own,
        Builders = [new() { Name = "泸定县知识产权服务中心", Uscc = "12513322450711141L", Type = BuilderType.UniversityOrInstitute, Share = "全部建设和运行" }],
        Premises = new() { Address = "泸定县示例路 1 号", Area = 160, IsConcentrated = true },
        Staff = [new() { Key = "1", Name = "陈示例", Kind = StaffKind.Manager, IsFullTime = true, Post = "负责人", IdentityMark = "sample-begun-0", MaskedNumber = "510***********001X" }, new() { Key = "2", Name = "林示例", Kind = StaffKind.Business, Post = "窗口服务" }],
        Equipment = new() { Computers = 3, HasInternet = true },
    };

    public static ApplicationForm Of(SamplePlace place, decimal area = 180) => new()
    {
        Prospect = new() { Kind = place.Kind, Parent = place.Parent, DivisionCode = place.DivisionCode, PlaceName = place.Name },
        Mode = ConstructionMode.Own,
        Builders = [new() { Name = place.Body, Uscc = place.Uscc, Type = BuilderType.UniversityOrInstitute, Share = "全部建设和运行" }],
        Premises = new() { Address = $"{place.Name}示例路 1 号", Area = area, IsConcentrated = true },
        Staff = [.. Surnames.Select((surname, i) => new StaffLine
        {
            Key = $"{i + 1}",
            Name = $"{surname}示例",
            Kind = i == 0 ? StaffKind.Manager : StaffKind.Business,
            IsFullTime = true,
            Post = i == 0 ? "负责人" : "窗口服务",
            IdentityMark = $"sample-{place.Uscc}-{i}",
            MaskedNumber = $"510***********00{i}X",
        })],
        Equipment = new() { Computers = 6, HasInternet = true, HasOfficeEquipment = true },
        Funds = new() { Amount = 600_000, Source = "财政预算", Department = $"{place.Name}市场监督管理部门" },
        Demand = new() { Text = "企业和创新团队集中，专利、商标的检索和维权需求逐年增长。", Figures = "有效发明专利 820 件，高新技术企业 64 家，上年咨询 1,300 人次。", AssuresContinuity = true },
        Plan = new()
        {
            WorkBody = $"{place.Body}承担建设和运行，配备专职人员 6 人。",
            Contents = "服务大厅、检索终端、咨询窗口和线上平台接入。",
            Schedule = "三个月内完成场地和设备，六个月内试运行，年底前申请验收。",
            ExpectedResults = "年咨询不少于 1,000 人次，培训不少于 6 场。",
            Guarantee = "经费列入年度预算，制定运行、管理和维护制度。",
            Organisation = "综合组、业务组",
        },
        Manager = new() { Name = "陈示例", Phone = "13800000510", Mail = "manager@example.cn" },
        StatedTrue = true,
    };
}
