using IpNetwork.App.Data;
using IpNetwork.App.Shell;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Kernel;
using IpNetwork.Domain.Nodes;
using IpNetwork.Domain.Plates;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IpNetwork.App.Plates;

/// <summary>The form of a new plate: the words are made by the rule and shown with it; other words need their grounds.</summary>
internal sealed class PreparePages(PlateDesk desk, PlateNaming naming, NodeDirectory directory, CurrentNode current, IShellContexts shells, TimeProvider clock)
{
    private const string Path = $"{PlateLinks.Workbench}/new";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Path, (HttpContext context, PreparePages pages, CancellationToken ct) => pages.ShowAsync(context, null, [], ct))
            .ExcludeFromDescription().AtNode().Allow(PlatePolicy.Prepare);
        app.MapPost(Path, async (HttpContext context, PreparePages pages, PreparePlate prepare, Actor actor, CancellationToken ct) =>
            {
                var form = await context.Request.ReadFormAsync(ct);
                var outcome = await prepare.HandleAsync(PlateRequest.Of(form), actor, ct);
                return outcome.IsDone ? Results.Redirect(PlateLinks.Proposal(context, Guid.Parse(outcome.Value))) : await pages.ShowAsync(context, form, outcome.Refusals, ct);
            })
            .ExcludeFromDescription().AtNode().CreatesOnce().Allow(PlatePolicy.Prepare);
    }

    private async Task<IResult> ShowAsync(HttpContext context, IFormCollection? typed, IReadOnlyList<Refusal> refusals, CancellationToken ct)
    {
        var asked = typed is null ? context.Request.Query.ToDictionary(q => q.Key, q => q.Value.ToString()) : typed.ToDictionary(f => f.Key, f => f.Value.ToString());
        var kind = Enum.TryParse<PlateKind>(asked.GetValueOrDefault("kind"), out var known) && Enum.IsDefined(known) ? known : PlateKind.Platform;
        var nodes = await directory.CurrentAsync(ct);
        var node = nodes.BySlug(asked.GetValueOrDefault("node", "")) is { } found && desk.IsBelow(found) ? found : null;
        var rules = await desk.RulesAsync(ct);
        var function = kind is PlateKind.Platform ? null : rules.ServiceTypes is [var only] ? only : rules.ServiceTypes.FirstOrDefault(one => one == asked.GetValueOrDefault("function"));
        node = kind is PlateKind.Function && function is null ? null : node;
        var pattern = node is null ? null : await naming.PatternAsync(kind, function, asked.GetValueOrDefault("levelDocument") is { Length: > 0 } document ? document : null, node, nodes, ct);
        asked.TryAdd("issuedOn", $"{ChinaTime.DayOf(clock.GetUtcNow()):O}");
        var model = new PrepareView
        {
            Kind = kind,
            Node = node is null ? null : new(node.Slug, $"{node.ShortName}（{NodeWords.Of(node.Kind)}）"),
            Status = node is null ? null : NodeWords.Status(node.Status),
            Nodes = [new("", "请选择"), .. Fitting(kind, nodes).Select(n => new FieldOption(n.Slug, $"{n.ShortName}（{NodeWords.Of(n.Kind)}，{NodeWords.Of(n.Status)}）"))],
            Functions = kind is PlateKind.Platform ? [] : [.. rules.ServiceTypes.Select(one => new FieldOption(one, one))],
            Function = function,
            Generated = pattern?.Wording?.Text,
            Rule = pattern?.Wording is { } wording ? $"{wording.Rule}：{PlateWords.Rule(wording.Rule)}" : null,
            Inputs = pattern?.Wording is { } made ? [.. made.Inputs.Values.Where(one => one.Value.Length > 0).Select(one => KeyValuePair.Create(PlateWords.Input(one.Key), one.Value))] : [],
            NoPattern = pattern is { Wording: null } ? string.Join("", pattern.Refusals.Select(refusal => refusal.Message)) : null,
            AsksLevelDocument = pattern is { Wording: null } && pattern.Refusals.Any(refusal => refusal.Code is "ZONE_DOCUMENT_MISSING") || asked.ContainsKey("levelDocument"),
            Form = FormState.Of(asked).Refused(refusals),
            Action = context.Request.PathBase + Path,
            Desk = new("牌匾", PlateLinks.Desk(context)),
        };
        return new RazorComponentResult<PrepareForm>(new { Shell = await shells.ForAsync(context, PlateDeskPage.Tab, ct), Model = model })
        {
            StatusCode = refusals.Count == 0 ? StatusCodes.Status200OK : Answers.StatusOf(refusals[0]),
        };
    }

    private IEnumerable<Node> Fitting(PlateKind kind, NodeDirectory.Snapshot nodes) => nodes.All
        .Where(n => n.NetworkId == current.Id && n.Kind is not NodeKind.Province && (kind is PlateKind.Platform ? n.Status is NodeStatus.Qualified : n.IsOpenToPublic))
        .OrderBy(n => n.Path, StringComparer.Ordinal);
}

public sealed record PrepareView
{
    public required PlateKind Kind { get; init; }

    /// <summary>Null until one is chosen.</summary>
    public required FieldOption? Node { get; init; }

    public required StatusView? Status { get; init; }

    public required IReadOnlyList<FieldOption> Nodes { get; init; }

    public required IReadOnlyList<FieldOption> Functions { get; init; }

    /// <summary>Chosen with the node, because the words are made from it.</summary>
    public required string? Function { get; init; }

    public required string? Generated { get; init; }

    public required string? Rule { get; init; }

    public required IReadOnlyList<KeyValuePair<string, string>> Inputs { get; init; }

    /// <summary>Why the rules make no words here.</summary>
    public required string? NoPattern { get; init; }

    public required bool AsksLevelDocument { get; init; }

    public required FormState Form { get; init; }

    public required string Action { get; init; }

    public required LinkView Desk { get; init; }

    public string Title => Kind is PlateKind.Platform ? "起草平台牌匾" : "起草服务功能牌匾";
}
