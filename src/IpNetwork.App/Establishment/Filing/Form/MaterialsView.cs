using IpNetwork.Domain.Establishment;
using IpNetwork.Domain.Files;

namespace IpNetwork.App.Establishment.Filing.Form;

/// <summary>What has to be handed in, row by row, with what is there.</summary>
public sealed record MaterialsView(Guid Subject, IReadOnlyList<MaterialRow> Rows, FileRules Rules)
{
    public static MaterialsView Of(EstablishmentApplication application, EstablishmentRules rules, IReadOnlyList<StoredFile> files, FileRules limits)
    {
        var set = rules.SetOf(application.Form.Prospect.Kind);
        var required = Materials.Required(application.Form, rules.AgreementNeeded);
        return new(application.Id,
        [
            .. required.Select(kind => Row(files, kind, null, kind.Chinese(), Why(kind), true)),
            .. (set?.Items ?? []).Select(threshold => Row(files, MaterialKind.Proof, threshold.Code, $"证明：{threshold.Label}", $"证明文件汇编，{FilingWords.Clause(threshold.Clause)}", true)),
            Row(files, MaterialKind.OrganisationChart, null, MaterialKind.OrganisationChart.Chinese(), "扁平化的组织架构，有就交", false),
            Row(files, MaterialKind.Other, null, MaterialKind.Other.Chinese(), "有就交", false),
        ], limits);
    }

    private static MaterialRow Row(IReadOnlyList<StoredFile> files, MaterialKind kind, string? condition, string title, string why, bool isNeeded) =>
        new(kind, condition, title, why, isNeeded, [.. files.Where(file => file.Slot == ApplicationFiles.SlotOf(kind, condition))]);

    private static string Why(MaterialKind kind) => kind switch
    {
        MaterialKind.ApplicationForm => "在“自查并提交”里打印，盖章后上传",
        MaterialKind.ConstructionPlan => "写明工作主体、建设内容、推进计划、预期成效和保障机制",
        MaterialKind.Agreement => "写明各家的分工",
        _ => "与受托方签订的合同",
    };
}

public sealed record MaterialRow(MaterialKind Kind, string? Condition, string Title, string Why, bool IsNeeded, IReadOnlyList<StoredFile> Files)
{
    /// <summary>Which place in the record a file fills.</summary>
    public string Slot => ApplicationFiles.SlotOf(Kind, Condition);
}
