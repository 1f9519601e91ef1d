using IpNetwork.App.Data;
using IpNetwork.App.Shell;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Experts;
using IpNetwork.Domain.Kernel;
using Microsoft.EntityFrameworkCore;

namespace IpNetwork.App.Experts;

/// <summary>Asks an expert to take part in one application, and releases one; conflicts of interest and the term are checked here (EXP-01).</summary>
internal sealed class AssignExpert(NetworkDb db, UnitOfWork work, ExpertDesk desk)
{
    public static void Map(IEndpointRouteBuilder node)
    {
        node.MapPost("/experts/{id:guid}/assignments", async (Guid id, AssignmentRequest body, AssignExpert assign, CurrentNode current, Actor actor, CancellationToken ct) =>
            {
                var outcome = await assign.HandleAsync(id, body.Application, actor, ct);
                return outcome.IsDone ? Results.Created($"/api/v1/nodes/{current.Node.Slug}/expert-assignments/{outcome.Value}", new ExpertCreated(Guid.Parse(outcome.Value)))
                    : outcome.Refusals[0] == ExpertDesk.Absent ? Answers.NotFound() : Answers.Problem(outcome.Refusals);
            })
            .Produces<ExpertCreated>(201).ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409)
            .WithName("AssignExpert").WithSummary("指派专家到一份申报；就职于建设主体的、声明回避的、任期已过的不能指派")
            .AtNode().CreatesOnce().Allow(ExpertPolicy.Assign);
        node.MapPost("/expert-assignments/{id:guid}/release", async (Guid id, ReleaseRequest body, AssignExpert assign, IfMatch seen, Actor actor, CancellationToken ct) =>
                ExpertAnswers.Done(await assign.ReleaseAsync(id, body.Reason, seen, actor, ct)))
            .ProducesExpertAct()
            .WithName("ReleaseExpert").WithSummary("专家退出一份申报，写明原因")
            .AtNode().Allow(ExpertPolicy.Assign);
    }

    public Task<Outcome<string>> HandleAsync(Guid id, string? application, Actor actor, CancellationToken ct) => work.CommitAsync(actor, async deed =>
    {
        if (await db.Set<Expert>().SingleOrDefaultAsync(e => e.Id == id, ct) is not { } expert)
        {
            return ExpertDesk.Absent;
        }

        if (await desk.MatterAsync(application?.Trim(), ct) is not { } matter)
        {
            return ExpertRefusals.UnknownMatter();
        }

        // Two assignments of one expert to one matter must not pass each other by.
        await NamedLock.TakeAsync(db, $"expert/{id}", ct);
        var earlier = await db.Set<ExpertAssignment>().AsNoTracking().Where(a => a.ExpertId == id && a.Matter == matter.Number).ToListAsync(ct);
        var assigned = ExpertAssignment.Assign(expert, matter, earlier, actor.PersonId ?? default, actor.Name, desk.Now);
        if (!assigned.IsDone)
        {
            return Outcome.Refused<string>(assigned.Refusals);
        }

        db.Add(assigned.Value);
        deed.Happened(new("experts.assigned", "expert-assignment", assigned.Value.Id.ToString(), $"指派专家到设立申报 {matter.Number}") { Detail = new { Expert = id, Application = matter.Number } });
        return assigned.Value.Id.ToString();
    }, ct);

    public Task<Outcome> ReleaseAsync(Guid id, string? reason, IfMatch seen, Actor actor, CancellationToken ct) => work.CommitAsync(actor, async deed =>
    {
        if (await db.Set<ExpertAssignment>().SingleOrDefaultAsync(a => a.Id == id, ct) is not { } assignment)
        {
            return ExpertDesk.Absent;
        }

        if (db.IsStale(assignment, seen))
        {
            return WriteConflicts.Stale;
        }

        var outcome = assignment.Release(reason, desk.Now);
        if (outcome.IsDone)
        {
            deed.Happened(new("experts.released", "expert-assignment", id.ToString(), $"专家退出设立申报 {assignment.Matter}") { Reason = assignment.ReleaseReason });
        }

        return outcome;
    }, ct);
}

/// <param name="Application">Its number.</param>
internal sealed record AssignmentRequest(string? Application);

internal sealed record ReleaseRequest(string? Reason);
