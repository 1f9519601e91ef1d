using System.Globalization;
using IpNetwork.App.Data;
using IpNetwork.App.Shell;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Kernel;
using IpNetwork.Domain.Plates;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IpNetwork.App.Plates;

/// <summary>One hanging plate at the province's desk, and what may be ordered about it.</summary>
internal sealed class HangingPages(PlateBook book, NodeDirectory directory, IShellContexts shells, TimeProvider clock)
{
    private const string Path = $"{PlateLinks.Workbench}/{{number}}";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Path, (string number, HttpContext context, HangingPages pages, Actor actor, CancellationToken ct) => pages.ShowAsync(number, context, actor, null, null, [], ct))
            .ExcludeFromDescription().AtNode().Allow(PlatePolicy.See);
        foreach (var act in PlateAct.All)
        {
            app.MapPost($"{Path}/{act.Noun}", async (string number, HttpContext context, HangingPages pages, PlateOrders orders, Actor actor, IfMatch version, CancellationToken ct) =>
                {
                    var form = await context.Request.ReadFormAsync(ct);
                    return await orders.CarryOutAsync(act, number, PlateOrderRequest.Of(form), actor, version, ct) switch
                    {
                        null => Results.NotFound(),
                        { IsDone: true } => Results.Redirect(PlateLinks.Hanging(context, number)),
                        { } refused => await pages.ShowAsync(number, context, actor, act, form, refused.Refusals, ct),
                    };
                })
                .ExcludeFromDescription().AtNode().CreatesOnce().Allow(PlatePolicy.Decide);
        }
    }

    private async Task<IResult> ShowAsync(string number, HttpContext context, Actor actor, PlateAct? tried, IFormCollection? typed, IReadOnlyList<Refusal> refusals, CancellationToken ct)
    {
        var nodes = await directory.CurrentAsync(ct);
        if (await book.VersionedAsync(number, ct) is not var (plate, version) || nodes.ById(plate.NodeId) is not { } node)
        {
            return Results.NotFound();
        }

        var today = $"{ChinaTime.DayOf(clock.GetUtcNow()):O}";
        var given = new Dictionary<string, string> { ["orderedOn"] = today, ["effectiveOn"] = today };
        var mayDecide = PlatePolicy.Decide.LetsIn(actor.Roles);
        var beside = await book.AtAsync(plate.NodeId, ct);
        var model = new HangingView
        {
            Number = plate.Number,
            Plate = PlateText.Parse(plate.Text),
            Status = PlateWords.Status(plate),
            Kind = plate.Kind,
            Node = new($"{node.ShortName}（{NodeWords.Of(node.Kind)}，{NodeWords.Of(node.Status)}）", context.HrefTo(node)),
            IssuedOn = plate.IssuedOn,
            DocumentNumber = plate.DocumentNumber,
            Rule = $"{plate.Rule}：{PlateWords.Rule(plate.Rule)}",
            Function = plate.Function,
            Body = plate.BodyName is null ? null : $"{plate.BodyName}，{plate.BodyUscc}",
            Duties = plate.Duties,
            IsSample = plate.IsSample,
            History = plate.History.Changes,
            Affected = plate.Kind is PlateKind.Platform ? [.. beside.Where(p => p is { Kind: PlateKind.Function, Status: PlateStatus.Valid }).Select(p => p.Text)] : [],
            ToDecide = plate.Kind is PlateKind.Platform ? [.. beside.Where(p => p.Status is PlateStatus.Suspended).Select(p => new LinkView(p.Text, PlateLinks.Hanging(context, p.Number)))] : [],
            Acts = mayDecide
                ? [.. PlateAct.All.Where(act => Fits(act, plate)).Select(act => new PlateActView(act.Title, $"{PlateLinks.Hanging(context, number)}/{act.Noun}", act == PlateAct.TakingDown,
                    FormState.Of(act == tried && typed is not null ? typed.ToDictionary(f => f.Key, f => f.Value.ToString()) : given).Refused(act == tried ? refusals : [])))]
                : [],
            Version = typed?[IfMatch.Field].ToString() ?? version.ToString(CultureInfo.InvariantCulture),
            Errors = FormState.Empty.Refused(refusals),
            Public = new("公开页怎么显示", $"{PlateLinks.Register(context)}/{plate.Number}"),
            Desk = new("牌匾", PlateLinks.Desk(context)),
        };
        return new RazorComponentResult<HangingPage>(new { Shell = await shells.ForAsync(context, PlateDeskPage.Tab, ct), Model = model })
        {
            StatusCode = refusals.Count == 0 ? StatusCodes.Status200OK : Answers.StatusOf(refusals[0]),
        };
    }

    private static bool Fits(PlateAct act, Plate plate) => act == PlateAct.TakingDown ? plate.IsActive : plate.Status is PlateStatus.Suspended;
}

public sealed record HangingView
{
    public required string Number { get; init; }
    public required PlateText Plate { get; init; }
    public required StatusView Status { get; init; }
    public required PlateKind Kind { get; init; }
    public required LinkView Node { get; init; }
    public required DateOnly? IssuedOn { get; init; }
    public required string DocumentNumber { get; init; }
    public required string Rule { get; init; }
    public required string? Function { get; init; }
    public required string? Body { get; init; }
    public required string? Duties { get; init; }
    public required bool IsSample { get; init; }
    public required IReadOnlyList<PlateChange> History { get; init; }

    /// <summary>Function plates that would stop with it.</summary>
    public required IReadOnlyList<string> Affected { get; init; }

    /// <summary>Function plates that stopped with it and wait to be decided.</summary>
    public required IReadOnlyList<LinkView> ToDecide { get; init; }
    public required IReadOnlyList<PlateActView> Acts { get; init; }
    public required string Version { get; init; }
    public required FormState Errors { get; init; }
    public required LinkView Public { get; init; }
    public required LinkView Desk { get; init; }
}

public sealed record PlateActView(string Title, string Action, bool NeedsEvidence, FormState Form);
