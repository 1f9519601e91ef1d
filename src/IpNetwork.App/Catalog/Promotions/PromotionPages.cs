using System.Globalization;
using IpNetwork.App.Catalog.OwnItems;
using IpNetwork.App.Catalog.Workbench;
using IpNetwork.App.Data;
using IpNetwork.App.Shell;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Catalog;
using IpNetwork.Domain.Catalog.Offerings;
using IpNetwork.Domain.Kernel;
using PromotionsPage = IpNetwork.App.Catalog.Workbench.Promotions;

namespace IpNetwork.App.Catalog.Promotions;

/// <summary>Proposals: a node writes them, the province answers them.</summary>
internal sealed class PromotionPages(
    CatalogPages pages, NodeDirectory directory, CurrentNode current, ListPromotions list, ListOwnItems own, ProposePromotion propose, DecidePromotion decide)
{
    public static void Map(IEndpointRouteBuilder catalog)
    {
        catalog.MapGet("/promotions", (HttpContext context, PromotionPages page, Actor actor) => page.IndexAsync(context, actor)).Allow(RouteRule.Members);
        catalog.MapGet("/promotions/{id:guid}", (Guid id, HttpContext context, PromotionPages page, Actor actor) => page.OpenAsync(id, context, actor, null, [])).Allow(RouteRule.Members);
        catalog.MapPost("/promotions/{id:guid}", (Guid id, HttpContext context, PromotionPages page, IfMatch seen, Actor actor) => page.DecideAsync(id, context, seen, actor))
            .CreatesOnce().Allow(CatalogPolicy.MayDecidePromotions);
        catalog.MapGet("/own/{code}/promotion", (string code, HttpContext context, PromotionPages page) => page.WriteAsync(code, context, null, []))
            .Allow(CatalogPolicy.MayProposePromotion);
        catalog.MapPost("/own/{code}/promotion", (string code, HttpContext context, PromotionPages page, Actor actor) => page.ProposeAsync(code, context, actor))
            .CreatesOnce().Allow(CatalogPolicy.MayProposePromotion);
    }

    private bool IsProvince => current.Node.Kind is NodeKind.Province;

    private async Task<IResult> IndexAsync(HttpContext context, Actor actor)
    {
        var nodes = await directory.CurrentAsync(context.RequestAborted);
        var rows = await list.HandleAsync(context.RequestAborted);
        var mayPropose = !IsProvince && CatalogPolicy.MayProposePromotion.LetsIn(actor.Roles);
        var open = rows.Where(row => row.State is PromotionState.Proposed).Select(row => row.OwnItemCode).ToHashSet(StringComparer.Ordinal);
        var candidates = mayPropose ? (await own.HandleAsync(context.RequestAborted)).Where(item => item.State is Domain.Catalog.ItemState.InUse && !open.Contains(item.Code)) : [];
        return await pages.ShowAsync<PromotionsPage>(context, new PromotionsView
        {
            Segments = [new("全部", CatalogLinks.Promotions(context), rows.Count, true)],
            Rows = [.. rows.Select(row => Row(context, row, nodes.ById(row.OriginNodeId)?.PlaceName ?? ""))],
            Pages = new(rows.Count, rows.Count),
            ForProvince = IsProvince,
            Candidates = [.. candidates.Select(item => new LinkView(item.Name, CatalogLinks.Propose(context, item.Code)))],
        }, "promotions");
    }

    private PromotionRow Row(HttpContext context, PromotionProposal proposal, string node)
    {
        var href = CatalogLinks.Promotion(context, proposal.Id);
        var answer = IsProvince && proposal.State is PromotionState.Proposed ? "去答复" : "查看";
        return new(new(proposal.Content.Name, href), node, EffectiveDay.Of(proposal.ProposedAt), proposal.Usage, Status(proposal.State), new(answer, href)) { Opinion = proposal.DecisionReason };
    }

    private async Task<IResult> OpenAsync(Guid id, HttpContext context, Actor actor, Dictionary<string, string>? typed, IReadOnlyList<Refusal> refusals)
    {
        if ((await list.HandleAsync(context.RequestAborted)).FirstOrDefault(p => p.Id == id) is not { } proposal)
        {
            return CatalogPages.Absent();
        }

        var nodes = await directory.CurrentAsync(context.RequestAborted);
        var mayDecide = IsProvince && proposal.State is PromotionState.Proposed && CatalogPolicy.MayDecidePromotions.LetsIn(actor.Roles);
        var seen = mayDecide ? await list.FindAsync(id, context.RequestAborted) : null;
        return await pages.ShowAsync<PromotionPage>(context, new PromotionView
        {
            ItemName = proposal.Content.Name,
            Node = nodes.ById(proposal.OriginNodeId)?.PlaceName ?? "",
            Steps = [new("升格建议", CatalogLinks.Promotions(context))],
            Action = CatalogLinks.Promotion(context, id),
            Version = typed?.GetValueOrDefault(IfMatch.Field) ?? seen?.Version.ToString(CultureInfo.InvariantCulture),
            Form = FormState.Of(typed ?? []).Refused(refusals.Select(refusal => refusal.Field is "reason" ? refusal.At("opinion") : refusal)),
            Item = CatalogPages.Lines(FieldDifference.Between(null, proposal.Content)),
            Usage = proposal.Usage,
            Argument = proposal.Opinion,
            Status = Status(proposal.State),
            Decisions = mayDecide ? [new("adopt", "采纳", "起草为全省事项，发布前还可以改"), new("decline", "不采纳")] : [],
            Opinion = proposal.DecisionReason,
        }, "promotions", refusals);
    }

    private async Task<IResult> DecideAsync(Guid id, HttpContext context, IfMatch seen, Actor actor)
    {
        var typed = await CatalogPages.TypedAsync(context);
        var reason = typed.GetValueOrDefault("opinion");
        switch (typed.GetValueOrDefault("decision"))
        {
            case "adopt":
                var adopted = await decide.AdoptAsync(id, new(typed.GetValueOrDefault("code"), reason), seen, actor, context.RequestAborted);
                return adopted.IsDone ? CatalogPages.Go(CatalogLinks.BaseDraft(context, Guid.Parse(adopted.Value))) : await OpenAsync(id, context, actor, typed, adopted.Refusals);
            case "decline":
                var declined = await decide.DeclineAsync(id, reason, seen, actor, context.RequestAborted);
                return declined.IsDone ? CatalogPages.Go(CatalogLinks.Promotion(context, id)) : await OpenAsync(id, context, actor, typed, declined.Refusals);
            default:
                return await OpenAsync(id, context, actor, typed, [EdgeRefusals.Empty("decision")]);
        }
    }

    private async Task<IResult> WriteAsync(string code, HttpContext context, Dictionary<string, string>? typed, IReadOnlyList<Refusal> refusals)
    {
        if ((await own.HandleAsync(context.RequestAborted)).FirstOrDefault(row => row.Code == code && row.State is not null) is not { } item)
        {
            return CatalogPages.Absent();
        }

        return await pages.ShowAsync<PromotionPage>(context, new PromotionView
        {
            ItemName = item.Name,
            Node = "本平台",
            Steps = [new("升格建议", CatalogLinks.Promotions(context))],
            Action = CatalogLinks.Propose(context, code),
            Form = FormState.Of(typed ?? []).Refused(refusals.Select(refusal => refusal.Field is "opinion" ? refusal.At("argument") : refusal)),
            Item = [new("编码", "", item.Code), new("归入", "", item.DirectoryEntry ?? "没有归入名录")],
        }, "promotions", refusals);
    }

    private async Task<IResult> ProposeAsync(string code, HttpContext context, Actor actor)
    {
        var typed = await CatalogPages.TypedAsync(context);
        var outcome = await propose.HandleAsync(code, new(typed.GetValueOrDefault("usage"), typed.GetValueOrDefault("argument")), actor, context.RequestAborted);
        return outcome.IsDone ? CatalogPages.Go(CatalogLinks.Promotions(context))
            : CatalogPages.IsAbsent(outcome.Refusals) ? CatalogPages.Absent()
            : await WriteAsync(code, context, typed, outcome.Refusals);
    }

    private static StatusView Status(PromotionState state) => state switch
    {
        PromotionState.Adopted => new("已采纳", Tone.Ok),
        PromotionState.Declined => new("没有采纳", Tone.End),
        _ => new("等答复", Tone.Wait),
    };
}
