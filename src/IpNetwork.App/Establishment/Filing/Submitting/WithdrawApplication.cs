using IpNetwork.App.Establishment.Deciding;
using IpNetwork.App.Shell;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Kernel;

namespace IpNetwork.App.Establishment.Filing.Submitting;

/// <summary>A builder takes an application back, until it asks for acceptance.</summary>
internal sealed class WithdrawApplication(FilingDesk desk)
{
    public static void Map(IEndpointRouteBuilder node) =>
        node.MapPost("/my-applications/{id:guid}/withdrawal", async (Guid id, WithdrawApplication withdraw, IfMatch seen, Actor actor, CancellationToken ct) =>
                await withdraw.HandleAsync(id, seen, actor, ct) is var outcome && outcome.IsDone ? Results.NoContent() : Answers.Problem(outcome.Refusals))
            .Produces(204).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(428)
            .WithName("WithdrawApplication").WithSummary("撤回申报")
            .AtNode().CreatesOnce().Allow(FilingPolicy.Own);

    public Task<Outcome> HandleAsync(Guid id, IfMatch seen, Actor actor, CancellationToken ct) => desk.ActAsync(id, seen, actor, deed =>
    {
        var wasSubmitted = deed.Application.Number is not null;
        var outcome = deed.Application.Withdraw(deed.Now);
        if (outcome.IsDone)
        {
            deed.Happened("withdrawn", "撤回申报");
            if (wasSubmitted)
            {
                deed.Tell(Addressee.Builder, "withdrawn", "申报已撤回", $"“{deed.Application.Title}”的设立申报 {deed.Application.Number} 已撤回。可以重新申报。");
                deed.Tell(Addressee.Assessors, "withdrawn", "申报已撤回", $"“{deed.Application.Title}”的设立申报 {deed.Application.Number} 已由建设主体撤回，不用再办。");
            }
        }

        return Task.FromResult(outcome);
    }, ct);
}
