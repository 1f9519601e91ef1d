using IpNetwork.App.Shell;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Experts;
using IpNetwork.Domain.Kernel;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IpNetwork.App.Experts;

/// <summary>The pool at the workbench, one expert's page, and the assignment of experts to an application.</summary>
internal sealed class ExpertPages(ExpertDesk desk, KeepExpert keep, AssignExpert assign, IShellContexts shells)
{
    private const string Path = "/workbench/experts";
    private const string Tab = "experts";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Path, (HttpContext context, ExpertPages pages, CancellationToken ct) => pages.ListAsync(context, null, [], ct)).ExcludeFromDescription().AtNode().Allow(ExpertPolicy.See);
        app.MapGet($"{Path}/new", (HttpContext context, ExpertPages pages, CancellationToken ct) => pages.WriteAsync(context, null, null, [], ct)).ExcludeFromDescription().AtNode().Allow(ExpertPolicy.Keep);
        app.MapPost($"{Path}/new", (HttpContext context, ExpertPages pages, Actor actor, CancellationToken ct) => pages.EnrolAsync(context, actor, ct)).ExcludeFromDescription().AtNode().CreatesOnce().Allow(ExpertPolicy.Keep);
        app.MapGet($"{Path}/{{id:guid}}", (Guid id, HttpContext context, ExpertPages pages, CancellationToken ct) => pages.WriteAsync(context, id, null, [], ct)).ExcludeFromDescription().AtNode().Allow(ExpertPolicy.Keep);
        app.MapPost($"{Path}/{{id:guid}}", (Guid id, HttpContext context, ExpertPages pages, IfMatch seen, Actor actor, CancellationToken ct) =>
                pages.SendAsync(context, id, typed => pages.ReviseAsync(id, typed, seen, actor, ct), ct))
            .ExcludeFromDescription().AtNode().Allow(ExpertPolicy.Keep);
        app.MapPost($"{Path}/{{id:guid}}/avoidances", (Guid id, HttpContext context, ExpertPages pages, IfMatch seen, Actor actor, CancellationToken ct) =>
                pages.SendAsync(context, id, typed => pages.AvoidAsync(id, typed, seen, actor, ct), ct))
            .ExcludeFromDescription().AtNode().Allow(ExpertPolicy.Keep);
        app.MapPost($"{Path}/{{id:guid}}/assignments", (Guid id, HttpContext context, ExpertPages pages, Actor actor, CancellationToken ct) => pages.AssignAsync(id, context, actor, ct))
            .ExcludeFromDescription().AtNode().CreatesOnce().Allow(ExpertPolicy.Assign);
        app.MapPost($"{Path}/assignments/{{id:guid}}/release", (Guid id, HttpContext context, ExpertPages pages, IfMatch seen, Actor actor, CancellationToken ct) => pages.ReleaseAsync(id, context, seen, actor, ct))
            .ExcludeFromDescription().AtNode().Allow(ExpertPolicy.Assign);
    }

    private async Task<IResult> ListAsync(HttpContext context, FormState? typed, IReadOnlyList<Refusal> refusals, CancellationToken ct)
    {
        var number = typed?.Value("application") is { Length: > 0 } sent ? sent : context.Request.Query["application"].ToString().Trim();
        var matter = await desk.MatterAsync(number, ct);
        var category = context.Request.Query["category"].ToString().Trim();
        var all = await desk.AllAsync(ct);
        var assignments = (await desk.AssignmentsAsync(ct)).Where(row => matter is null || row.Assignment.Matter == matter.Number).ToList();
        var open = assignments.Where(row => row.Assignment.IsOpen).Select(row => row.Assignment.ExpertId).ToHashSet();
        var href = context.Request.PathBase + Path;
        var model = new ExpertPoolView
        {
            Action = href,
            New = $"{href}/new",
            Form = (typed ?? FormState.Empty).Refused(refusals),
            Matter = matter is null ? null : new($"{matter.Title}（{matter.Number}）", $"{context.Request.PathBase}/workbench/applications/{Uri.EscapeDataString(matter.Number)}"),
            MatterNumber = matter?.Number,
            Parties = matter is null ? "" : string.Join("、", matter.Parties.Select(party => party.Name)),
            Categories =
            [
                new("全部", With(""), all.Count, category.Length == 0),
                .. (await desk.CategoriesAsync(ct)).Select(one => new SegmentView(one, With(one), all.Count(row => row.Expert.Category == one), one == category)),
            ],
            Rows =
            [
                .. all.Where(row => category.Length == 0 || row.Expert.Category == category).Select(row => new ExpertRow(
                    row.Expert.Id, new(row.Expert.Name, $"{href}/{row.Expert.Id}"), row.Expert.Category, row.Expert.Title, row.Expert.Employer, row.Expert.From, row.Expert.To,
                    InTerm(row.Expert), row.Expert.Avoidances.Count, $"{href}/{row.Expert.Id}/assignments",
                    matter is null ? null : open.Contains(row.Expert.Id) ? "已经指派" : row.Expert.Stops(matter, desk.Today)?.Message, matter is not null)),
            ],
            Assignments =
            [
                .. assignments.Take(50).Select(row => new AssignmentRow(row.Assignment.Id, row.Assignment.ExpertName, row.Assignment.Employer, row.Assignment.Matter, row.Assignment.MatterTitle, ChinaTime.DayOf(row.Assignment.AssignedAt),
                    row.Assignment.ReleaseReason, $"{href}/assignments/{row.Assignment.Id}/release", ETags.Of(row.Version).Trim('"'))),
            ],
        };
        return await PageAsync<ExpertPool>(context, model, refusals, ct);

        string With(string one) => href + QueryString.Create(new Dictionary<string, string?> { ["application"] = matter?.Number, ["category"] = one }.Where(part => !string.IsNullOrEmpty(part.Value)));
    }

    private async Task<IResult> WriteAsync(HttpContext context, Guid? id, FormState? typed, IReadOnlyList<Refusal> refusals, CancellationToken ct)
    {
        var found = (await desk.AllAsync(ct)).Where(row => row.Expert.Id == id).ToList();
        if (id is not null && found.Count == 0)
        {
            return Results.NotFound();
        }

        var href = context.Request.PathBase + Path;
        var model = new ExpertView
        {
            Pool = new("专家库", href),
            Name = found is [var (one, _)] ? one.Name : null,
            Action = id is null ? $"{href}/new" : $"{href}/{id}",
            Version = typed?.Value(IfMatch.Field) is { Length: > 0 } seen ? seen : found is [var (_, version)] ? ETags.Of(version).Trim('"') : null,
            Form = (typed ?? (found is [var (expert, _)] ? Given(expert) : FormState.Empty)).Refused(refusals),
            Categories = [new("", "请选择"), .. (await desk.CategoriesAsync(ct)).Select(category => new FieldOption(category, category))],
            Avoidances = found is [var (known, _)] ? [.. known.Avoidances.Select(avoidance => new AvoidanceRow(avoidance.Uscc ?? avoidance.Matter ?? "", avoidance.Reason, avoidance.DeclaredOn))] : [],
            AvoidAction = id is null ? null : $"{href}/{id}/avoidances",
        };
        return await PageAsync<ExpertForm>(context, model, refusals, ct);
    }

    private async Task<IResult> EnrolAsync(HttpContext context, Actor actor, CancellationToken ct)
    {
        var typed = await TypedForm.ReadAsync(context);
        var request = ExpertRequest.Of(typed);
        if (typed.Refusals.Count > 0)
        {
            return await WriteAsync(context, null, typed.Form, typed.Refusals, ct);
        }

        var outcome = await keep.EnrolAsync(request, actor, ct);
        return outcome.IsDone ? Results.Redirect(context.Request.PathBase + Path) : await WriteAsync(context, null, typed.Form, outcome.Refusals, ct);
    }

    private Task<Outcome> ReviseAsync(Guid id, TypedForm typed, IfMatch seen, Actor actor, CancellationToken ct)
    {
        var request = ExpertRequest.Of(typed);
        return typed.Refusals.Count > 0 ? Task.FromResult(Outcome.Refused(typed.Refusals)) : keep.ReviseAsync(id, request, seen, actor, ct);
    }

    private Task<Outcome> AvoidAsync(Guid id, TypedForm typed, IfMatch seen, Actor actor, CancellationToken ct) =>
        keep.AvoidAsync(id, new(typed.Text("uscc"), typed.Text("matter"), typed.Text("reason")), seen, actor, ct);

    private async Task<IResult> SendAsync(HttpContext context, Guid id, Func<TypedForm, Task<Outcome>> act, CancellationToken ct)
    {
        var typed = await TypedForm.ReadAsync(context);
        var outcome = await act(typed);
        return outcome.IsDone ? Results.Redirect($"{context.Request.PathBase}{Path}/{id}")
            : outcome.Refusals[0] == ExpertDesk.Absent ? Results.NotFound()
            : await WriteAsync(context, id, await OverAsync(id, typed.Form, ct), outcome.Refusals, ct);
    }

    private async Task<IResult> AssignAsync(Guid id, HttpContext context, Actor actor, CancellationToken ct)
    {
        var typed = await TypedForm.ReadAsync(context);
        var outcome = await assign.HandleAsync(id, typed.Text("application"), actor, ct);
        return outcome.IsDone ? Results.Redirect($"{context.Request.PathBase}{Path}?application={Uri.EscapeDataString(typed.Text("application"))}")
            : outcome.Refusals[0] == ExpertDesk.Absent ? Results.NotFound()
            : await ListAsync(context, typed.Form, outcome.Refusals, ct);
    }

    private async Task<IResult> ReleaseAsync(Guid id, HttpContext context, IfMatch seen, Actor actor, CancellationToken ct)
    {
        var typed = await TypedForm.ReadAsync(context);
        var outcome = await assign.ReleaseAsync(id, typed.Text("reason"), seen, actor, ct);
        return outcome.IsDone ? Results.Redirect(context.Request.PathBase + Path) : outcome.Refusals[0] == ExpertDesk.Absent ? Results.NotFound() : await ListAsync(context, typed.Form, outcome.Refusals, ct);
    }

    private async Task<IResult> PageAsync<TPage>(HttpContext context, object model, IReadOnlyList<Refusal> refusals, CancellationToken ct) where TPage : IComponent =>
        new RazorComponentResult<TPage>(new Dictionary<string, object?> { ["Shell"] = await shells.ForAsync(context, Tab, ct), ["Model"] = model })
        {
            StatusCode = refusals.Count == 0 ? StatusCodes.Status200OK : Answers.StatusOf(refusals[0]),
        };

    /// <summary>Two forms share the page: what one sent stands over what is known.</summary>
    private async Task<FormState> OverAsync(Guid id, FormState typed, CancellationToken ct)
    {
        var known = (await desk.AllAsync(ct)).Where(row => row.Expert.Id == id).Select(row => Given(row.Expert).Values).FirstOrDefault() ?? new Dictionary<string, string>();
        return FormState.Of(known.Concat(typed.Values).GroupBy(field => field.Key).ToDictionary(field => field.Key, field => field.Last().Value));
    }

    private bool InTerm(Expert expert) => expert.From <= desk.Today && desk.Today <= expert.To;

    private static FormState Given(Expert expert) => FormState.Of(new Dictionary<string, string>
    {
        ["name"] = expert.Name,
        ["category"] = expert.Category,
        ["title"] = expert.Title,
        ["employer"] = expert.Employer,
        ["employerUscc"] = expert.EmployerUscc,
        ["phone"] = expert.Phone,
        ["from"] = Say.Day(expert.From),
        ["to"] = Say.Day(expert.To),
    });
}

public sealed record ExpertPoolView
{
    public required string Action { get; init; }
    public required string New { get; init; }
    public required FormState Form { get; init; }

    /// <summary>The application experts are looked for.</summary>
    public required LinkView? Matter { get; init; }
    public required string? MatterNumber { get; init; }
    public required string Parties { get; init; }
    public required IReadOnlyList<SegmentView> Categories { get; init; }
    public required IReadOnlyList<ExpertRow> Rows { get; init; }
    public required IReadOnlyList<AssignmentRow> Assignments { get; init; }
}

/// <param name="Refusal">Why not for this application.</param>
public sealed record ExpertRow(
    Guid Id, LinkView Name, string Category, string Title, string Employer, DateOnly From, DateOnly To, bool InTerm, int Avoidances, string Assign, string? Refusal, bool IsAsked);

public sealed record AssignmentRow(Guid Id, string Name, string Employer, string Number, string Title, DateOnly AssignedOn, string? Released, string Release, string Version);

public sealed record ExpertView
{
    public required LinkView Pool { get; init; }
    public required string? Name { get; init; }
    public required string Action { get; init; }
    public required string? Version { get; init; }
    public required FormState Form { get; init; }
    public required IReadOnlyList<FieldOption> Categories { get; init; }
    public required IReadOnlyList<AvoidanceRow> Avoidances { get; init; }
    public required string? AvoidAction { get; init; }
}

public sealed record AvoidanceRow(string What, string Reason, DateOnly DeclaredOn);
