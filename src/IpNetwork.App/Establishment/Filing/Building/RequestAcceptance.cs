using IpNetwork.App.Establishment.Deciding;
using IpNetwork.App.Shell;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Kernel;

namespace IpNetwork.App.Establishment.Filing.Building;

/// <summary>What was built is finished: the province is asked to inspect it.</summary>
internal sealed class RequestAcceptance(FilingDesk desk)
{
    public static void Map(IEndpointRouteBuilder node) =>
        node.MapPost("/my-applications/{id:guid}/acceptance", async (Guid id, AcceptanceBody body, RequestAcceptance request, CurrentNode current, IfMatch seen, Actor actor, CancellationToken ct) =>
                await request.HandleAsync(id, body.Text, seen, actor, ct) is var outcome && outcome.IsDone ? Results.Created(FilingLinks.Api(current.Node, id.ToString()), null) : Answers.Problem(outcome.Refusals))
            .Produces(201).ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(428)
            .WithName("RequestAcceptance").WithSummary("申请验收")
            .AtNode().CreatesOnce().Allow(FilingPolicy.Own);

    public Task<Outcome> HandleAsync(Guid id, string? text, IfMatch seen, Actor actor, CancellationToken ct) => desk.ActAsync(id, seen, actor, deed =>
    {
        var application = deed.Application;
        var outcome = application.RequestAcceptance(text, deed.Rules, deed.Now);
        if (outcome.IsDone)
        {
            var due = application.DueOn is { } day ? Say.Day(day) : "";
            deed.Happened("acceptance-requested", application.Inspections.Count == 1 ? "申请验收" : $"第 {application.Inspections.Count} 次申请验收", new { application.Id, Number = application.Inspections.Count });
            deed.Tell(Addressee.Builder, "acceptance-requested", "已申请验收", $"“{application.Title}”（{application.Number}）已申请验收，省级平台在 {due} 前作出结论。");
            deed.Tell(Addressee.Assessors, "acceptance-requested", "请验收", $"“{application.Title}”（{application.Number}）申请验收。请在 {due} 前作出结论。");
        }

        return Task.FromResult(outcome);
    }, ct);
}

internal sealed record AcceptanceBody(string? Text);
