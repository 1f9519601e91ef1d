using IpNetwork.App.Data;
using IpNetwork.App.Shell;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Kernel;
using IpNetwork.Domain.Nodes;
using IpNetwork.Domain.Plates;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace IpNetwork.App.Plates;

/// <summary>Anyone checks a plate: by its words, its number, or the code on it (PLT-07).</summary>
internal sealed class PlatePages(PlateBook book, NodeDirectory directory, CurrentNode current, IProvinceSettings settings, IShellContexts shells, TimeProvider clock)
{
    private const string Tab = "plates";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(PlateLinks.Public, (HttpContext context, PlatePages pages, CancellationToken ct) => pages.ListAsync(context, ct))
            .ExcludeFromDescription().AtNode().Allow(PlatePolicy.Check);
        app.MapGet(PlateLinks.Export, (HttpContext context, PlatePages pages, CancellationToken ct) => pages.ExportAsync(context, ct))
            .ExcludeFromDescription().AtNode().Allow(PlatePolicy.Check);
        app.MapGet($"{PlateLinks.Public}/{{number}}", (string number, HttpContext context, PlatePages pages, CancellationToken ct) => pages.VerdictAsync(number, context, ct))
            .ExcludeFromDescription().AtNode().Allow(PlatePolicy.Check);
    }

    private async Task<IResult> ListAsync(HttpContext context, CancellationToken ct)
    {
        var query = new QueryReader(context.Request.Query);
        var filter = PlateFilter.Read(query);
        if (query.Refusals.Count > 0)
        {
            context.Features.Set(query.Refusals[0]);
            return Results.StatusCode(StatusCodes.Status400BadRequest);
        }

        if (filter is { Text: { } typed, Kind: null, Status: null } && await ExactAsync(typed, ct) is { } exact)
        {
            return Results.Redirect(PlateLinks.Verdict(context, exact));
        }

        var nodes = await directory.CurrentAsync(ct);
        var all = await book.FoundAsync(filter with { Kind = null, Status = null }, ct);
        var found = await book.FoundAsync(filter, ct);
        var rows = await filter.Page(found).ToListAsync(ct);
        var page = rows.Take(filter.Limit).ToList();
        var total = await found.CountAsync(ct);
        var counts = await all.GroupBy(p => new { p.Kind, p.Status }).Select(g => new { g.Key.Kind, g.Key.Status, Count = g.Count() }).ToListAsync(ct);
        var href = PlateLinks.Register(context);
        return new RazorComponentResult<PlateList>(new
        {
            Shell = await shells.ForAsync(context, Tab, ct),
            Model = new PlateListView
            {
                ListHref = href,
                Query = filter.Text ?? "",
                Segments =
                [
                    new("全部", Link(null, null, null), counts.Sum(c => c.Count), filter is { Kind: null, Status: null }),
                    .. Enum.GetValues<PlateKind>().Select(kind => new SegmentView(PlateWords.Of(kind), Link(kind, null, null), counts.Where(c => c.Kind == kind).Sum(c => c.Count), filter.Kind == kind)),
                    .. new[] { PlateStatus.Suspended, PlateStatus.TakenDown }.Select(status => new SegmentView(PlateWords.Of(status), Link(null, status, null), counts.Where(c => c.Status == status).Sum(c => c.Count), filter.Status == status)),
                ],
                Rows = [.. page.Select(plate => Row(context, plate, nodes))],
                Pages = new(page.Count, total, filter.After is null ? null : Link(filter.Kind, filter.Status, null), rows.Count > page.Count ? Link(filter.Kind, filter.Status, page[^1].Number) : null) { Unit = "块" },
                ExportHref = context.Request.PathBase + PlateLinks.Export,
                Report = await ReportAsync(nodes, ct),
            },
        });

        string Link(PlateKind? kind, PlateStatus? status, string? cursor) =>
            href + QueryString.Create(new Dictionary<string, string?> { ["q"] = filter.Text, ["kind"] = kind?.ToString(), ["status"] = status?.ToString(), ["cursor"] = cursor }.Where(p => p.Value is not null));
    }

    /// <summary>The number, or the whole text as it stands on one plate.</summary>
    private async Task<Plate?> ExactAsync(string typed, CancellationToken ct)
    {
        if (await book.FindAsync(PlateSearch.Fold(typed), ct) is { } byNumber)
        {
            return byNumber;
        }

        var text = PlateSearch.Fold(typed);
        var found = await (await book.FoundAsync(new(typed, null, null, null, 0), ct)).OrderBy(p => p.Number).Take(QueryReader.MaxLimit).ToListAsync(ct);
        return found.Where(plate => PlateSearch.Fold(plate.Text) == text).ToList() is [var only] ? only : null;
    }

    private async Task<IResult> VerdictAsync(string number, HttpContext context, CancellationToken ct)
    {
        var nodes = await directory.CurrentAsync(ct);
        if (await book.FindAsync(number, ct) is not { } plate || nodes.ById(plate.NodeId) is not { } node || nodes.ById(plate.NetworkId) is not { } province)
        {
            return new RazorComponentResult<PlateUnknown>(new { Shell = await shells.ForAsync(context, Tab, ct), Number = number, ListHref = PlateLinks.Register(context), Report = await ReportAsync(nodes, ct) })
            {
                StatusCode = StatusCodes.Status404NotFound,
            };
        }

        var known = await settings.OfAsync(plate.NetworkId, ct);
        var beside = await book.AtAsync(plate.NodeId, ct);
        var address = PlateLinks.Scanned(context, province, plate.Number);
        return new RazorComponentResult<PlateVerdictPage>(new
        {
            Shell = await shells.ForAsync(context, Tab, ct),
            Model = new PlateVerdictView
            {
                Number = plate.Number,
                Plate = PlateText.Parse(plate.Text),
                Verdict = PlateWords.Verdict(plate, node, node.MergedInto is { } into ? nodes.ById(into) : null),
                IsDown = plate.Status is PlateStatus.TakenDown,
                IsSample = plate.IsSample,
                CheckedAt = clock.GetUtcNow(),
                Kind = $"{PlateWords.Of(plate.Kind)}，{NodeWords.Of(node.Kind)}",
                Node = new(node.Plate().Full, context.HrefTo(node)),
                IssuedOn = plate.IssuedOn,
                TakenDownOn = plate.TakenDownOn,
                SuspendedOn = plate.SuspendedOn,
                Rule = PlateWords.Rule(plate.Rule),
                DocumentNumber = plate.DocumentNumber,
                Steward = known.Centre.Length > 0 ? known.Centre : province.Plate().Full,
                Function = plate.Function,
                BodyName = plate.BodyName,
                BodyUscc = plate.BodyUscc,
                Duties = plate.Duties,
                Functions = plate.Kind is PlateKind.Platform ? [.. beside.Where(other => other.Kind is PlateKind.Function).Select(other => Row(context, other, nodes))] : [],
                Successor = plate.Ending is PlateEnding.Renaming && new NodePlates(beside).Platform is { } next ? new($"新牌匾 {next.Number}", PlateLinks.Verdict(context, next)) : null,
                GoTo = Elsewhere(context, plate, node, nodes),
                History = plate.History.Changes,
                Code = QrPicture.Of(address),
                Address = address.AbsoluteUri,
                ListHref = PlateLinks.Register(context),
                Report = await ReportAsync(nodes, ct),
            },
        });
    }

    private async Task<IResult> ExportAsync(HttpContext context, CancellationToken ct)
    {
        var query = new QueryReader(context.Request.Query);
        var filter = PlateFilter.Read(query);
        if (query.Refusals.Count > 0)
        {
            context.Features.Set(query.Refusals[0]);
            return Results.StatusCode(StatusCodes.Status400BadRequest);
        }

        var nodes = await directory.CurrentAsync(ct);
        var plates = await (await book.FoundAsync(filter, ct)).OrderBy(p => p.Number).ToListAsync(ct);
        return Exports.Of<Plate>("牌匾登记册",
        [
            new("编号", 14, p => p.Number),
            new("牌匾文字", 48, p => p.Text),
            new("类别", 16, p => PlateWords.Of(p.Kind)),
            new("平台", 44, p => nodes.ById(p.NodeId)?.Plate().Full),
            new("状态", 12, p => PlateWords.Status(p).Text),
            new("挂牌日期", 12, p => p.IssuedOn),
            new("暂停日期", 12, p => p.SuspendedOn),
            new("摘牌日期", 12, p => p.TakenDownOn),
            new("文号", 24, p => p.DocumentNumber),
            new("服务功能", 18, p => p.Function),
            new("工作主体", 30, p => p.BodyName),
            new("说明", 8, p => p.IsSample ? "样例" : null),
        ], plates);
    }

    /// <summary>Where to go with one's matter when this plate leads nowhere: the node it was merged into, else the one above.</summary>
    private static LinkView? Elsewhere(HttpContext context, Plate plate, Node node, NodeDirectory.Snapshot nodes) =>
        plate is { Status: PlateStatus.TakenDown, Ending: not PlateEnding.Renaming } && (node.MergedInto ?? node.ParentId) is { } id && nodes.ById(id) is { } to ? new(to.Plate().Full, context.HrefTo(to)) : null;

    private static PlateRow Row(HttpContext context, Plate plate, NodeDirectory.Snapshot nodes) =>
        new(new(plate.Text, PlateLinks.Verdict(context, plate)), plate.Number, PlateWords.Of(plate.Kind), PlateWords.Status(plate))
        {
            Node = nodes.ById(plate.NodeId) is { } node ? new(node.ShortName, context.HrefTo(node)) : null,
            IssuedOn = plate.IssuedOn,
            TakenDownOn = plate.TakenDownOn,
            IsSample = plate.IsSample,
            Holder = plate.BodyName,
        };

    /// <summary>Whom to tell of a plate that should not hang.</summary>
    private async Task<string> ReportAsync(NodeDirectory.Snapshot nodes, CancellationToken ct)
    {
        var known = await settings.OfAsync(current.Node.NetworkId, ct);
        var phone = nodes.ById(current.Node.NetworkId) is { } province && known.ContactOf(province.Slug) is { } contact ? $"，电话 {contact.Phone}{(contact.Sample ? "（样例）" : "")}" : "";
        return $"发现假冒的，或者已摘牌仍挂出的牌匾，请告诉{(known.Centre.Length > 0 ? known.Centre : "省级平台")}{phone}。";
    }
}
