using IpNetwork.App.Shell;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Experts;

namespace IpNetwork.App.Experts;

/// <summary>The pool; asked for one application, with why an expert may not take part.</summary>
internal sealed class ListExperts(ExpertDesk desk)
{
    public static void Map(IEndpointRouteBuilder node)
    {
        node.MapGet("/experts", async (HttpRequest request, ListExperts list, CancellationToken ct) =>
            {
                var query = new QueryReader(request.Query);
                var application = query.Text("application", ExpertAssignment.LongestMatter);
                return query.Refusals.Count > 0 ? Answers.Problem(query.Refusals) : TypedResults.Ok(new ListOf<ExpertRecord>(await list.HandleAsync(application, ct), null));
            })
            .Produces<ListOf<ExpertRecord>>().ProducesProblem(400).ProducesProblem(403)
            .WithName("ListExperts").WithSummary("专家库；给出申报编号时，逐个写明能不能参加")
            .Takes("application")
            .AtNode().Allow(ExpertPolicy.See);
        node.MapGet("/experts/{id:guid}", async (Guid id, HttpContext context, ListExperts list, CancellationToken ct) =>
            {
                if ((await list.HandleAsync(null, ct)).FirstOrDefault(expert => expert.Id == id) is not { } expert)
                {
                    return Answers.NotFound();
                }

                context.Response.Headers.ETag = expert.ETag;
                return Results.Ok(expert);
            })
            .Produces<ExpertRecord>().ProducesProblem(403).ProducesProblem(404)
            .WithName("ShowExpert").WithSummary("一位专家，连同更改所需的 ETag")
            .AtNode().Allow(ExpertPolicy.See);
        node.MapGet("/expert-assignments", async (ExpertDesk desk, CancellationToken ct) => TypedResults.Ok(new ListOf<AssignmentRecord>(
                [.. (await desk.AssignmentsAsync(ct)).Select(row => AssignmentRecord.Of(row.Assignment, row.Version))], null)))
            .ProducesProblem(403)
            .WithName("ListExpertAssignments").WithSummary("专家指派，新的在前")
            .AtNode().Allow(ExpertPolicy.See);
    }

    public async Task<IReadOnlyList<ExpertRecord>> HandleAsync(string? application, CancellationToken ct)
    {
        var matter = await desk.MatterAsync(application, ct);
        return [.. (await desk.AllAsync(ct)).Select(row => ExpertRecord.Of(row.Expert, row.Version, matter is null ? null : row.Expert.Stops(matter, desk.Today)?.Code, desk.Today))];
    }
}

/// <param name="Stops">Code of what keeps the expert out of the application asked for.</param>
internal sealed record ExpertRecord(
    Guid Id, string Name, string Category, string Title, string Employer, string EmployerUscc, string Phone, DateOnly From, DateOnly To, bool InTerm, IReadOnlyList<Avoidance> Avoidances, string? Stops, string ETag)
{
    public static ExpertRecord Of(Expert expert, uint version, string? stops, DateOnly today) => new(
        expert.Id, expert.Name, expert.Category, expert.Title, expert.Employer, expert.EmployerUscc, expert.Phone, expert.From, expert.To, expert.From <= today && today <= expert.To, expert.Avoidances, stops, ETags.Of(version));
}

internal sealed record AssignmentRecord(Guid Id, Guid Expert, string Name, string Application, string Title, string Employer, DateTimeOffset AssignedAt, DateTimeOffset? ReleasedAt, string? ReleaseReason, string ETag)
{
    public static AssignmentRecord Of(ExpertAssignment assignment, uint version) => new(
        assignment.Id, assignment.ExpertId, assignment.ExpertName, assignment.Matter, assignment.MatterTitle, assignment.Employer, assignment.AssignedAt, assignment.ReleasedAt, assignment.ReleaseReason, ETags.Of(version));
}
