using System.Globalization;
using IpNetwork.App.Data;
using IpNetwork.App.Shell;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Kernel;
using IpNetwork.Domain.Plates;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace IpNetwork.App.Plates;

/// <summary>One prepared plate, and the answer to it.</summary>
internal sealed class ProposalPages(NetworkDb db, DecidePlate decide, NodeDirectory directory, IShellContexts shells)
{
    private const string Path = $"{PlateLinks.Workbench}/proposals/{{id:guid}}";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Path, (Guid id, HttpContext context, ProposalPages pages, Actor actor, CancellationToken ct) => pages.ShowAsync(id, context, actor, null, [], ct))
            .ExcludeFromDescription().AtNode().Allow(PlatePolicy.See);
        app.MapPost(Path, (Guid id, HttpContext context, ProposalPages pages, Actor actor, IfMatch version, CancellationToken ct) => pages.DecideAsync(id, context, actor, version, ct))
            .ExcludeFromDescription().AtNode().CreatesOnce().Allow(PlatePolicy.Decide);
        app.MapPost($"{Path}/withdrawal", (Guid id, HttpContext context, ProposalPages pages, Actor actor, IfMatch version, CancellationToken ct) => pages.WithdrawAsync(id, context, actor, version, ct))
            .ExcludeFromDescription().AtNode().CreatesOnce().Allow(PlatePolicy.Prepare);
    }

    private async Task<IResult> DecideAsync(Guid id, HttpContext context, Actor actor, IfMatch version, CancellationToken ct)
    {
        var form = await context.Request.ReadFormAsync(ct);
        string? opinion = form["opinion"];
        if (form["decision"] == "decline")
        {
            return await AnswerAsync(id, context, actor, form, await decide.DeclineAsync(id, opinion, version, actor, ct), ct);
        }

        return form["decision"] != "approve"
            ? await ShowAsync(id, context, actor, form, [PlateRefusals.Empty("decision", "决定")], ct)
            : await decide.ApproveAsync(id, opinion, version, actor, ct) switch
            {
                null => Results.NotFound(),
                { IsDone: true } approved => Results.Redirect(PlateLinks.Hanging(context, approved.Value)),
                { } refused => await ShowAsync(id, context, actor, form, refused.Refusals, ct),
            };
    }

    private async Task<IResult> WithdrawAsync(Guid id, HttpContext context, Actor actor, IfMatch version, CancellationToken ct) =>
        await AnswerAsync(id, context, actor, null, await decide.WithdrawAsync(id, version, actor, ct), ct);

    private async Task<IResult> AnswerAsync(Guid id, HttpContext context, Actor actor, IFormCollection? form, Outcome? outcome, CancellationToken ct) => outcome switch
    {
        null => Results.NotFound(),
        { IsDone: true } => Results.Redirect(PlateLinks.Proposal(context, id)),
        { } refused => await ShowAsync(id, context, actor, form, refused.Refusals, ct),
    };

    private async Task<IResult> ShowAsync(Guid id, HttpContext context, Actor actor, IFormCollection? typed, IReadOnlyList<Refusal> refusals, CancellationToken ct)
    {
        var found = await db.Set<PlateProposal>().AsNoTracking().Where(p => p.Id == id).Select(p => new { Proposal = p, Version = EF.Property<uint>(p, "xmin") }).SingleOrDefaultAsync(ct);
        var nodes = await directory.CurrentAsync(ct);
        if (found is null || nodes.ById(found.Proposal.SubjectNodeId) is not { } node)
        {
            return Results.NotFound();
        }

        var proposal = found.Proposal;
        var isOpen = proposal.State is ProposalState.Prepared;
        var model = new ProposalView
        {
            Plate = PlateText.Parse(proposal.Text),
            Kind = proposal.Kind,
            Status = PlateWords.Status(proposal.State),
            Node = new($"{node.ShortName}（{NodeWords.Of(node.Kind)}，{NodeWords.Of(node.Status)}）", context.HrefTo(node)),
            Rule = $"{proposal.Rule}：{PlateWords.Rule(proposal.Rule)}",
            Inputs = [.. proposal.Inputs.Values.Where(one => one.Value.Length > 0 && one.Key is not "serviceType").Select(one => KeyValuePair.Create(PlateWords.Input(one.Key), one.Value))],
            IsDecreed = proposal.Rule == PlateWording.Decreed || proposal.Inputs.Values.ContainsKey("suffixReason"),
            IssuedOn = proposal.IssuedOn,
            DocumentNumber = proposal.DocumentNumber,
            Function = proposal.Function,
            BodyName = proposal.BodyName,
            BodyUscc = proposal.BodyUscc,
            Duties = proposal.Duties,
            PreparedBy = proposal.PreparedByName,
            PreparedAt = proposal.PreparedAt,
            DecidedBy = proposal.DecidedByName,
            DecidedAt = proposal.DecidedAt,
            Opinion = proposal.Opinion,
            Hanging = proposal.Number is { } number ? new($"编号 {number}", PlateLinks.Hanging(context, number)) : null,
            MayDecide = isOpen && PlatePolicy.Decide.LetsIn(actor.Roles),
            IsOwn = proposal.PreparedBy == actor.PersonId,
            MayWithdraw = isOpen && PlatePolicy.Prepare.LetsIn(actor.Roles),
            Action = PlateLinks.Proposal(context, id),
            Version = typed?[IfMatch.Field].ToString() ?? found.Version.ToString(CultureInfo.InvariantCulture),
            Form = FormState.Of(typed?.ToDictionary(f => f.Key, f => f.Value.ToString()) ?? []).Refused(refusals),
            Desk = new("牌匾", PlateLinks.Desk(context)),
        };
        return new RazorComponentResult<ProposalPage>(new { Shell = await shells.ForAsync(context, PlateDeskPage.Tab, ct), Model = model })
        {
            StatusCode = refusals.Count == 0 ? StatusCodes.Status200OK : Answers.StatusOf(refusals[0]),
        };
    }
}

public sealed record ProposalView
{
    public required PlateText Plate { get; init; }
    public required PlateKind Kind { get; init; }
    public required StatusView Status { get; init; }
    public required LinkView Node { get; init; }
    public required string Rule { get; init; }
    public required IReadOnlyList<KeyValuePair<string, string>> Inputs { get; init; }

    /// <summary>The words are not simply the pattern's.</summary>
    public required bool IsDecreed { get; init; }
    public required DateOnly IssuedOn { get; init; }
    public required string DocumentNumber { get; init; }
    public required string? Function { get; init; }
    public required string? BodyName { get; init; }
    public required string? BodyUscc { get; init; }
    public required string? Duties { get; init; }
    public required string PreparedBy { get; init; }
    public required DateTimeOffset PreparedAt { get; init; }
    public required string? DecidedBy { get; init; }
    public required DateTimeOffset? DecidedAt { get; init; }
    public required string? Opinion { get; init; }
    public required LinkView? Hanging { get; init; }
    public required bool MayDecide { get; init; }

    /// <summary>The reader prepared it, and so cannot be the second.</summary>
    public required bool IsOwn { get; init; }
    public required bool MayWithdraw { get; init; }
    public required string Action { get; init; }
    public required string Version { get; init; }
    public required FormState Form { get; init; }
    public required LinkView Desk { get; init; }
}
