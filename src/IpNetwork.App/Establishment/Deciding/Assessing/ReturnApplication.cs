using IpNetwork.App.Data;
using IpNetwork.App.Establishment.Deciding.Reading;
using IpNetwork.App.Shell;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Establishment;
using IpNetwork.Domain.Kernel;

namespace IpNetwork.App.Establishment.Deciding.Assessing;

/// <summary>Goes back to the builder once, with every defect in one list (APP-12).</summary>
internal sealed class ReturnApplication(DecidingDesk desk, NodeDirectory directory) : IActPage
{
    public static void Map(IEndpointRouteBuilder node) =>
        node.MapPost($"/applications/{{number}}/{DecidingActs.Return}", async (string number, ReturnRequest body, ReturnApplication back, IfMatch seen, Actor actor, CancellationToken ct) =>
                DecidingAnswers.Done(await back.HandleAsync(number, body.Read(), seen, actor, ct)))
            .ProducesAct()
            .WithName("ReturnApplication")
            .WithSummary("一次退回补正，列出全部问题；没有改动过的部分不能第二次退回")
            .AtNode().Allow(DecidingPolicy.Assess);

    public Task<Outcome> HandleAsync(string number, IReadOnlyList<Defect> defects, IfMatch seen, Actor actor, CancellationToken ct) => desk.ActAsync(number, seen, actor, deed =>
    {
        var outcome = deed.Application.Return(defects, deed.By);
        if (outcome.IsDone)
        {
            deed.Happened("returned", $"退回补正，{defects.Count} 处", new { deed.Application.Id, Parts = defects.Select(defect => defect.Part) });
            deed.Tell(Addressee.Builder, "退回补正", Letter(number, defects));
            deed.Tell(Addressee.City, "退回补正", $"辖区内的设立申报 {number} 已退回补正，共 {defects.Count} 处。");
        }

        return outcome;
    }, ct);

    /// <summary>What the builder reads.</summary>
    public static string Letter(string number, IReadOnlyList<Defect> defects) =>
        $"设立申报 {number} 有 {defects.Count} 处需要补正，已经一次写全：\n"
        + string.Join('\n', defects.Select((defect, place) => $"{place + 1}. {FormParts.LabelOf(defect.Part) ?? defect.Part}：{defect.Text.Trim()}"))
        + "\n请逐处改好后重新提交。申报年度不变。";

    public static IReadOnlyList<Defect> Read(TypedForm typed) =>
        [.. FormParts.All.Select(part => new Defect(part.Key, typed.Text($"defect.{part.Key}"))).Where(defect => defect.Text.Length > 0)];

    public Type View => typeof(ReturnForm);

    public async Task<object> ModelAsync(ActHead head, EstablishmentApplication application, EstablishmentRules rules, CancellationToken ct)
    {
        var groups = ApplicationFacts.Of(application.LatestSnapshot?.Form ?? application.Form, await directory.CurrentAsync(ct)).ToDictionary(group => group.Part, group => group.Facts);
        var materials = application.LatestSnapshot?.Materials ?? [];
        return new ReturnFormView(head, [.. FormParts.All.Select(part => new ReturnPart(part.Key, part.Label, Content(part.Key), application.MayReturn(part.Key)))], application.Returns.Count > 0);

        string Content(string key) => groups.TryGetValue(key, out var facts)
            ? string.Join('\n', facts.Select(fact => $"{fact.Label}：{fact.Text}"))
            : string.Join('\n', materials.Where(material => $"material.{material.Kind}" == key).Select(material => material.Name)) is { Length: > 0 } names ? names : "没有上传";
    }

    public Task<Outcome> SendAsync(string number, TypedForm typed, IfMatch seen, Actor actor, CancellationToken ct) => HandleAsync(number, Read(typed), seen, actor, ct);
}

internal sealed record ReturnRequest(IReadOnlyList<DefectLine?>? Defects)
{
    public IReadOnlyList<Defect> Read() => [.. (Defects ?? []).OfType<DefectLine>().Select(line => new Defect(line.Part ?? "", line.Text ?? ""))];
}

/// <param name="Part">Such as <c>premises</c> or <c>material.ConstructionPlan</c>.</param>
internal sealed record DefectLine(string? Part, string? Text);

public sealed record ReturnFormView(ActHead Head, IReadOnlyList<ReturnPart> Parts, bool IsSecond);

/// <param name="Content">As it was handed in.</param>
/// <param name="IsOpen">May be returned for: it is the first time, or the part has changed since.</param>
public sealed record ReturnPart(string Key, string Label, string Content, bool IsOpen);
