using System.Globalization;
using IpNetwork.App.Data;
using IpNetwork.App.Shell;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Kernel;
using IpNetwork.Domain.Opening;
using Microsoft.EntityFrameworkCore;

namespace IpNetwork.App.Opening;

/// <summary>Where the node works, from a day on (FAC-01).</summary>
internal sealed class EnterPremises(NetworkDb db, UnitOfWork work, OpeningDesk desk, CurrentNode current)
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/nodes/{node}/premises", async (EnterPremises enter, CancellationToken ct) => TypedResults.Ok(new ListOf<PremisesView>([.. (await enter.HistoryAsync(ct)).Select(PremisesView.Of)], null)))
            .ProducesProblem(403)
            .WithName("ListPremises").WithSummary("本平台的场所：新的在前，第一条是现在的")
            .AtNode().Allow(OpeningPolicy.Prepare);
        api.MapPost("/nodes/{node}/premises", async (string node, PremisesRequest body, EnterPremises enter, Actor actor, CancellationToken ct) =>
            {
                var outcome = await enter.HandleAsync(body, actor, ct);
                return outcome.IsDone ? Results.Created($"/api/v1/nodes/{node}/premises", null) : Answers.Problem(outcome.Refusals);
            })
            .Produces(201).ProducesProblem(400).ProducesProblem(403).ProducesProblem(409)
            .WithName("EnterPremises").WithSummary("登记场所或者场所的变更")
            .AtNode().CreatesOnce().Allow(OpeningPolicy.Prepare);
    }

    public Task<List<Premises>> HistoryAsync(CancellationToken ct) => db.Set<Premises>().AsNoTracking().OrderByDescending(p => p.From).ThenByDescending(p => p.RecordedAt).ToListAsync(ct);

    public Task<Outcome<string>> HandleAsync(PremisesRequest request, Actor actor, CancellationToken ct) => work.CommitAsync(actor, async deed =>
    {
        await NamedLock.TakeAsync(db, $"premises/{current.Id}", ct);
        var entered = Premises.Enter(current.Id, request.Draft, await desk.ThresholdAsync(Threshold.Workspace, ct), await desk.PremisesAsync(ct), desk.By(actor));
        if (!entered.IsDone)
        {
            return Outcome.Refused<string>(entered.Refusals);
        }

        db.Add(entered.Value);
        deed.Happened(new("opening.premises-entered", "premises", entered.Value.Id.ToString(), $"登记场所：{entered.Value.Address}，{entered.Value.Area:0.##} 平方米")
        {
            Reason = entered.Value.ShortfallReason ?? entered.Value.Reason,
            Detail = new { entered.Value.From, entered.Value.Address, entered.Value.Area, entered.Value.SharedWith, entered.Value.ShortfallReason },
        });
        return entered.Value.Id.ToString();
    }, ct);
}

internal sealed record PremisesView(DateOnly From, string Address, decimal Area, string Layout, string? SharedWith, string? ShortfallReason, string? Reason, DateTimeOffset RecordedAt)
{
    public static PremisesView Of(Premises premises) =>
        new(premises.From, premises.Address, premises.Area, premises.Layout, premises.SharedWith, premises.ShortfallReason, premises.Reason, premises.RecordedAt);
}

internal sealed record PremisesRequest
{
    public string? From { get; init; }
    public string? Address { get; init; }

    /// <summary>Square metres, as text, so that what is no number is refused in words.</summary>
    public string? Area { get; init; }
    public string? Layout { get; init; }
    public string? SharedWith { get; init; }
    public string? ShortfallReason { get; init; }
    public string? Reason { get; init; }

    internal PremisesDraft Draft => new()
    {
        From = OpeningDesk.Day(From),
        Address = Address,
        Area = decimal.TryParse(Area?.Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var area) ? area : null,
        Layout = Layout,
        SharedWith = SharedWith,
        ShortfallReason = ShortfallReason,
        Reason = Reason,
    };

    public static PremisesRequest Of(IFormCollection form) => new()
    {
        From = form["from"],
        Address = form["address"],
        Area = form["area"],
        Layout = form["layout"],
        SharedWith = form["sharedWith"],
        ShortfallReason = form["shortfallReason"],
        Reason = form["reason"],
    };
}
