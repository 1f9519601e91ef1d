using IpNetwork.App.Shell;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Establishment;
using IpNetwork.Domain.Kernel;

namespace IpNetwork.App.Establishment.Deciding.Assessing;

/// <summary>The formal examination is passed; the days to the decision begin to run (ASM-01).</summary>
internal sealed class BeginAssessment(DecidingDesk desk) : IActPage
{
    public static void Map(IEndpointRouteBuilder node) =>
        node.MapPost($"/applications/{{number}}/{DecidingActs.Assessment}", async (string number, BeginAssessment begin, IfMatch seen, Actor actor, CancellationToken ct) =>
                DecidingAnswers.Done(await begin.HandleAsync(number, seen, actor, ct)))
            .ProducesAct()
            .WithName("BeginAssessment")
            .WithSummary("形式审查通过，开始评估；属地意见没到又没过期限的不能开始")
            .AtNode().Allow(DecidingPolicy.Assess);

    public Task<Outcome> HandleAsync(string number, IfMatch seen, Actor actor, CancellationToken ct) => desk.ActAsync(number, seen, actor, deed =>
    {
        var outcome = deed.Application.BeginAssessment(deed.Rules, deed.By);
        if (outcome.IsDone)
        {
            var due = Say.Sentence(deed.Application.DueOn ?? deed.Today);
            deed.Happened("assessment-begun", "形式审查通过，开始评估", new { deed.Application.Id, deed.Application.DueOn });
            deed.Tell(Addressee.Builder, "开始评估", $"设立申报 {number} 形式审查通过，已开始评估，{due} 前作出决定。");
            deed.Tell(Addressee.City, "开始评估", $"辖区内的设立申报 {number} 已开始评估。");
        }

        return outcome;
    }, ct);

    public Type View => typeof(BeginForm);

    public async Task<object> ModelAsync(ActHead head, EstablishmentApplication application, EstablishmentRules rules, CancellationToken ct) =>
        await Task.FromResult(new BeginView(head, application.NeedsOpinion && application.Opinion is null, rules.DecisionWorkdays, rules.Calendar.Add(desk.Today, rules.DecisionWorkdays).Day));

    public Task<Outcome> SendAsync(string number, TypedForm typed, IfMatch seen, Actor actor, CancellationToken ct) => HandleAsync(number, seen, actor, ct);
}

public sealed record BeginView(ActHead Head, bool IsWithoutOpinion, int Workdays, DateOnly DueOn);
