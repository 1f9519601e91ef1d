using IpNetwork.App.Data;
using IpNetwork.App.Establishment.Deciding;
using IpNetwork.App.Establishment.Filing.Form;
using IpNetwork.App.Shell;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Establishment;
using IpNetwork.Domain.Kernel;

namespace IpNetwork.App.Establishment.Filing.Building;

/// <summary>Other builders after inclusion: kept also when reported late, and marked so (MODE).</summary>
internal sealed class ChangeBuilders(FilingDesk desk, IdentityMarks marks)
{
    public static void Map(IEndpointRouteBuilder node) =>
        node.MapPost("/my-applications/{id:guid}/builder-change", async (Guid id, BuilderChangeBody body, ChangeBuilders change, CurrentNode current, IfMatch seen, Actor actor, CancellationToken ct) =>
                await change.HandleAsync(id, body.Typed(), seen, actor, ct) is var outcome && outcome.IsDone ? Results.Created(FilingLinks.Api(current.Node, id.ToString()), null) : Answers.Problem(outcome.Refusals))
            .Produces(201).ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(428)
            .WithName("ChangeBuilders").WithSummary("报备建设主体变更")
            .AtNode().CreatesOnce().Allow(FilingPolicy.Own);

    public Task<Outcome> HandleAsync(Guid id, IReadOnlyDictionary<string, string> typed, IfMatch seen, Actor actor, CancellationToken ct) => desk.ActAsync(id, seen, actor, deed =>
    {
        var application = deed.Application;
        var reader = new FormReader(typed, application.Form with { Mode = null }, marks, application.NodeId, desk.Today);
        var form = reader.Read([FilingSteps.Of(FilingSteps.Builders)]);
        if (reader.Refusals.Count > 0)
        {
            return Task.FromResult(Outcome.Refused(reader.Refusals));
        }

        var outcome = application.ChangeBuilders(form.Mode, form.Builders, Building.Typed.Day(typed.GetValueOrDefault("eventOn")), typed.GetValueOrDefault("reason"), deed.Rules, deed.Now);
        if (outcome.IsDone)
        {
            var isLate = application.BuilderChanges[^1].IsLate;
            var late = isLate ? "，超过报备期限" : "";
            deed.Happened("builders-changed", $"报备建设主体变更{late}", new { application.Id, IsLate = isLate });
            deed.Tell(Addressee.Assessors, "builders-changed", "建设主体变更", $"“{application.Title}”（{application.Number}）报备了建设主体变更{late}。");
        }

        return Task.FromResult(outcome);
    }, ct);
}

/// <summary>A change of builders as it was sent.</summary>
internal sealed record BuilderChangeBody(string? Mode, IReadOnlyList<BuilderBody?>? Builders, string? EventOn, string? Reason)
{
    public Dictionary<string, string> Typed()
    {
        var typed = new Dictionary<string, string>(StringComparer.Ordinal) { ["mode"] = Mode ?? "", ["eventOn"] = EventOn ?? "", ["reason"] = Reason ?? "" };
        BuilderBody.Put(Builders ?? [], typed);
        return typed;
    }
}
