using IpNetwork.App.Shell;
using IpNetwork.Domain.Opening;

namespace IpNetwork.App.Opening;

/// <summary>A node's preparation as people read of it.</summary>
internal static class OpeningWords
{
    public static string Of(StaffPost post) => post is StaffPost.Manager ? "管理人员" : "业务人员";

    public static string Of(EmploymentType employment) => employment is EmploymentType.FullTime ? "专职" : "兼职";

    public static string Of(Degree degree) => degree switch
    {
        Degree.College => "大专",
        Degree.Bachelor => "本科",
        Degree.Master => "硕士",
        _ => "博士",
    };

    public static string Of(ReadinessPart part) => part switch
    {
        ReadinessPart.Premises => "场所",
        ReadinessPart.Manager => "管理人员",
        ReadinessPart.People => "人员",
        ReadinessPart.Catalog => "事项落地",
        _ => "服务模块",
    };

    public static StatusView Status(ModuleState? state) => state switch
    {
        ModuleState.Applied => new("等配给", Tone.Wait),
        ModuleState.Declined => new("没有配给", Tone.Bad),
        ModuleState.Off => new("已配给，没有开", Tone.Run),
        ModuleState.On => new("开着", Tone.Ok),
        _ => new("没有申请", Tone.End),
    };

    public static StatusView Status(Readiness readiness) => readiness.IsReady ? new("已就绪", Tone.Ok) : new($"未就绪，缺 {readiness.Missing.Count()} 项", Tone.Warn);
}
