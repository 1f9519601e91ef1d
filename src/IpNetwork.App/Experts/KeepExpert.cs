using IpNetwork.App.Data;
using IpNetwork.App.Shell;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Experts;
using IpNetwork.Domain.Kernel;
using Microsoft.EntityFrameworkCore;

namespace IpNetwork.App.Experts;

/// <summary>Takes an expert into the pool, changes what is known of one, writes down what one keeps away from.</summary>
internal sealed class KeepExpert(NetworkDb db, UnitOfWork work, ExpertDesk desk, CurrentNode current)
{
    public static void Map(IEndpointRouteBuilder node)
    {
        node.MapPost("/experts", async (ExpertRequest body, KeepExpert keep, CurrentNode current, Actor actor, CancellationToken ct) =>
            {
                var outcome = await keep.EnrolAsync(body, actor, ct);
                return outcome.IsDone ? Results.Created($"/api/v1/nodes/{current.Node.Slug}/experts/{outcome.Value}", new ExpertCreated(Guid.Parse(outcome.Value))) : Answers.Problem(outcome.Refusals);
            })
            .Produces<ExpertCreated>(201).ProducesProblem(400).ProducesProblem(403).ProducesProblem(409)
            .WithName("EnrolExpert").WithSummary("专家入库：类别、工作单位、任期")
            .AtNode().CreatesOnce().Allow(ExpertPolicy.Keep);
        node.MapPut("/experts/{id:guid}", async (Guid id, ExpertRequest body, KeepExpert keep, IfMatch seen, Actor actor, CancellationToken ct) => ExpertAnswers.Done(await keep.ReviseAsync(id, body, seen, actor, ct)))
            .ProducesExpertAct()
            .WithName("ReviseExpert").WithSummary("更改专家的单位、任期等")
            .AtNode().Allow(ExpertPolicy.Keep);
        node.MapPost("/experts/{id:guid}/avoidances", async (Guid id, AvoidanceRequest body, KeepExpert keep, IfMatch seen, Actor actor, CancellationToken ct) => ExpertAnswers.Done(await keep.AvoidAsync(id, body, seen, actor, ct)))
            .ProducesExpertAct()
            .WithName("DeclareAvoidance").WithSummary("登记专家声明的回避：一个单位或一份申报")
            .AtNode().Allow(ExpertPolicy.Keep);
    }

    public Task<Outcome<string>> EnrolAsync(ExpertRequest request, Actor actor, CancellationToken ct) => work.CommitAsync(actor, async deed =>
    {
        var enrolled = Expert.Enrol(current.Id, request.Entry, await desk.CategoriesAsync(ct), desk.Now);
        if (!enrolled.IsDone)
        {
            return Outcome.Refused<string>(enrolled.Refusals);
        }

        db.Add(enrolled.Value);
        deed.Happened(new("experts.enrolled", "expert", enrolled.Value.Id.ToString(), $"专家入库（{enrolled.Value.Category}）") { Detail = new { enrolled.Value.Category, enrolled.Value.From, enrolled.Value.To } });
        return enrolled.Value.Id.ToString();
    }, ct);

    public Task<Outcome> ReviseAsync(Guid id, ExpertRequest request, IfMatch seen, Actor actor, CancellationToken ct) => ActAsync(id, seen, actor, async (expert, deed) =>
    {
        var outcome = expert.Revise(request.Entry, await desk.CategoriesAsync(ct), desk.Now);
        if (outcome.IsDone)
        {
            deed.Happened(new("experts.revised", "expert", id.ToString(), $"更改专家（{expert.Category}），任期至 {expert.To:yyyy-MM-dd}") { Detail = new { expert.Category, expert.From, expert.To } });
        }

        return outcome;
    }, ct);

    public Task<Outcome> AvoidAsync(Guid id, AvoidanceRequest request, IfMatch seen, Actor actor, CancellationToken ct) => ActAsync(id, seen, actor, (expert, deed) =>
    {
        var outcome = expert.Avoid(new(request.Uscc, request.Matter, request.Reason), desk.Now);
        if (outcome.IsDone)
        {
            deed.Happened(new("experts.avoidance-declared", "expert", id.ToString(), "登记专家回避") { Detail = new { expert.Avoidances[^1].Uscc, expert.Avoidances[^1].Matter } });
        }

        return Task.FromResult(outcome);
    }, ct);

    private Task<Outcome> ActAsync(Guid id, IfMatch seen, Actor actor, Func<Expert, Deed, Task<Outcome>> act, CancellationToken ct) => work.CommitAsync(actor, async deed =>
    {
        if (await db.Set<Expert>().SingleOrDefaultAsync(e => e.Id == id, ct) is not { } expert)
        {
            return ExpertDesk.Absent;
        }

        if (db.IsStale(expert, seen))
        {
            return WriteConflicts.Stale;
        }

        return await act(expert, deed);
    }, ct);
}

/// <summary>An expert as sent.</summary>
internal sealed record ExpertRequest
{
    public string? Name { get; init; }
    public string? Category { get; init; }
    public string? Title { get; init; }
    public string? Employer { get; init; }
    public string? EmployerUscc { get; init; }
    public string? Phone { get; init; }
    public DateOnly? From { get; init; }
    public DateOnly? To { get; init; }

    public ExpertEntry Entry => new() { Name = Name, Category = Category, Title = Title, Employer = Employer, EmployerUscc = EmployerUscc, Phone = Phone, From = From, To = To };

    public static ExpertRequest Of(TypedForm typed) => new()
    {
        Name = typed.Text("name"),
        Category = typed.Text("category"),
        Title = typed.Text("title"),
        Employer = typed.Text("employer"),
        EmployerUscc = typed.Text("employerUscc"),
        Phone = typed.Text("phone"),
        From = typed.Day("from"),
        To = typed.Day("to"),
    };
}

/// <param name="Uscc">The organisation kept away from.</param>
/// <param name="Matter">Or one application's number.</param>
internal sealed record AvoidanceRequest(string? Uscc, string? Matter, string? Reason);

internal sealed record ExpertCreated(Guid Id);

internal static class ExpertAnswers
{
    public static IResult Done(Outcome outcome) => outcome.IsDone ? TypedResults.NoContent() : outcome.Refusals[0] == ExpertDesk.Absent ? Answers.NotFound() : Answers.Problem(outcome.Refusals);

    extension(RouteHandlerBuilder builder)
    {
        public RouteHandlerBuilder ProducesExpertAct() => builder
            .Produces(204).ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(428);
    }
}
