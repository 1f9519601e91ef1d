using IpNetwork.App.Establishment.Deciding.Assessing;
using IpNetwork.App.Establishment.Deciding.Reading;
using IpNetwork.App.Shell;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Establishment;
using IpNetwork.Domain.Kernel;

namespace IpNetwork.App.Establishment.Deciding.Accepting;

/// <summary>The acceptance written down: module by module, with what was measured on the real premises (ACC-01, ACC-02).</summary>
internal sealed class InspectApplication(DecidingDesk desk, ApplicationViews views) : IActPage
{
    public static void Map(IEndpointRouteBuilder node) =>
        node.MapPost($"/applications/{{number}}/{DecidingActs.Inspection}", async (string number, InspectionRequest body, InspectApplication inspect, IfMatch seen, Actor actor, CancellationToken ct) =>
                DecidingAnswers.Done(await inspect.HandleAsync(number, body, seen, actor, ct)))
            .ProducesAct()
            .WithName("InspectApplication")
            .WithSummary("登记验收：逐个功能模块的清单、实测值和结论，等另一个人确认")
            .AtNode().Allow(DecidingPolicy.Assess);

    public Task<Outcome> HandleAsync(string number, InspectionRequest request, IfMatch seen, Actor actor, CancellationToken ct) => desk.ActAsync(number, seen, actor, deed =>
    {
        if (request.Qualifies is not { } qualifies)
        {
            return EstablishmentRefusals.ChoiceMissing("qualifies", "结论");
        }

        var outcome = deed.Application.Inspect(request.Entry(qualifies), deed.Rules, deed.By);
        if (outcome.IsDone)
        {
            deed.Happened("inspected", qualifies ? "登记验收，结论合格" : "登记验收，结论还不合格", new { deed.Application.Id, Qualifies = qualifies, deed.Application.LatestInspection?.Number });
            deed.Tell(Addressee.Leader, "等您确认", $"设立申报 {number} 的验收已登记（{(qualifies ? "合格" : "还不合格")}），请确认。");
        }

        return outcome;
    }, ct);

    public Type View => typeof(InspectForm);

    public IReadOnlyDictionary<string, string> Given(EstablishmentApplication application) => new Dictionary<string, string> { ["heldOn"] = Say.Day(desk.Today) };

    public async Task<object> ModelAsync(ActHead head, EstablishmentApplication application, EstablishmentRules rules, CancellationToken ct)
    {
        var names = await views.ModuleNamesAsync(ct);
        var set = rules.SetOf(application.Kind);
        var earlier = application.LatestInspection?.SentBack is [.., var last] ? new SentBackView(last.Reason, last.By.Name, last.By.At) : null;
        return new InspectFormView(
            head, application.LatestInspection?.Request ?? "",
            [.. application.Modules.Select(code => (code, names.GetValueOrDefault(code, code)))],
            [.. (set?.Items ?? []).Select(threshold => new MeasureLine(Field(threshold.Code), $"实测{threshold.Label}", threshold.Unit, $"{(threshold.Strictness is Strictness.Soft ? "原则上" : "")}不少于 {threshold.Minimum:0.##} {threshold.Unit}"))],
            [.. (set?.Items ?? []).Where(threshold => threshold.Strictness is Strictness.Soft).Select(threshold => new WaiverLine(threshold.Code, $"{threshold.Label}不足时，是否从宽", null))],
            earlier);
    }

    public Task<Outcome> SendAsync(string number, TypedForm typed, IfMatch seen, Actor actor, CancellationToken ct)
    {
        var request = InspectionRequest.Of(typed);
        return typed.Refusals.Count > 0 ? Task.FromResult(Outcome.Done) : HandleAsync(number, request, seen, actor, ct);
    }

    private static string Field(string code) => code switch { Threshold.Workspace => "measuredArea", Threshold.Staff => "measuredStaff", _ => "measuredComputers" };
}

/// <summary>An acceptance as it was sent.</summary>
internal sealed record InspectionRequest
{
    public DateOnly? HeldOn { get; init; }
    public bool? Qualifies { get; init; }
    public string? Defects { get; init; }
    public decimal? MeasuredArea { get; init; }
    public int? MeasuredStaff { get; init; }
    public int? MeasuredComputers { get; init; }
    public IReadOnlyList<CheckRequest?>? Checklist { get; init; }
    public IReadOnlyList<WaiverRequest?>? Waivers { get; init; }

    public InspectionEntry Entry(bool qualifies) => new()
    {
        HeldOn = HeldOn,
        Qualifies = qualifies,
        Defects = Defects,
        Measured = new(MeasuredArea, MeasuredStaff, MeasuredComputers),
        Checklist = [.. (Checklist ?? []).OfType<CheckRequest>().Select(line => new ChecklistLine(line.Module ?? "", line.IsMet is true, (line.Evidence ?? "").Trim()))],
        Waivers = WaiverRequest.Read(Waivers),
    };

    public static InspectionRequest Of(TypedForm typed) => new()
    {
        HeldOn = typed.Day("heldOn"),
        Qualifies = typed.Flag("qualifies"),
        Defects = typed.Text("defects"),
        MeasuredArea = typed.Number("measuredArea"),
        MeasuredStaff = typed.Whole("measuredStaff"),
        MeasuredComputers = typed.Whole("measuredComputers"),
        Checklist = [.. typed.Chosen("module").Select(module => new CheckRequest(module, typed.Flag($"met.{module}"), typed.Text($"evidence.{module}")))],
        Waivers = WaiverRequest.Of(typed),
    };
}

internal sealed record CheckRequest(string? Module, bool? IsMet, string? Evidence);

public sealed record InspectFormView(
    ActHead Head, string Request, IReadOnlyList<(string Code, string Name)> Modules, IReadOnlyList<MeasureLine> Measures, IReadOnlyList<WaiverLine> Waivers, SentBackView? SentBack);

public sealed record MeasureLine(string Field, string Label, string Unit, string Hint);
