using IpNetwork.App.Data;
using IpNetwork.App.Shell;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Establishment;
using IpNetwork.Domain.Kernel;

namespace IpNetwork.App.Establishment.Filing.Form;

/// <summary>A registered builder begins an application; until it is submitted it occupies nothing.</summary>
internal sealed class StartApplication(FilingBook book, NetworkDb db, UnitOfWork work, CurrentNode current, TimeProvider clock)
{
    public static void Map(IEndpointRouteBuilder node) =>
        node.MapPost("/my-applications", async (StartApplication start, CurrentNode current, Actor actor, CancellationToken ct) =>
                await start.HandleAsync(actor, ct) is var outcome && outcome.IsDone ? Results.Created(FilingLinks.Api(current.Node, outcome.Value), null) : Answers.Problem(outcome.Refusals))
            .Produces(201).ProducesProblem(403).ProducesProblem(404)
            .WithName("StartApplication").WithSummary("开始一份设立申报")
            .AtNode().CreatesOnce().Allow(FilingPolicy.Own);

    public async Task<Outcome<string>> HandleAsync(Actor actor, CancellationToken ct)
    {
        if (!book.IsHere)
        {
            return Answers.Absent;
        }

        return await work.CommitAsync(FilingDesk.AsBuilder(actor), async deed =>
        {
            if (await book.BuilderAsync(actor.PersonId, ct) is not { } builder)
            {
                return EstablishmentRefusals.NotRegistered();
            }

            var application = EstablishmentApplication.Start(builder, clock.GetUtcNow());
            db.Add(application);
            deed.Happened(new("establishment.started", FilingTrail.Subject, application.Id.ToString(), "开始填写设立申报") { Detail = new { application.Id, Node = current.Node.Slug } });
            return application.Id.ToString();
        }, ct);
    }
}
