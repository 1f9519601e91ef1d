using IpNetwork.App.Data;
using IpNetwork.App.Establishment.Deciding.Reading;
using IpNetwork.App.Shell;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Establishment;
using IpNetwork.Domain.Kernel;
using IpNetwork.Domain.Nodes;
using Microsoft.EntityFrameworkCore;

namespace IpNetwork.App.Establishment.Deciding.Accepting;

/// <summary>Another person than the inspectors confirms: qualified, with the address name of the node to be, or back to building (ACC-01).</summary>
internal sealed class ConfirmInspection(DecidingDesk desk, ApplicationViews views, NetworkDb db, CurrentNode acting) : IActPage
{
    public static void Map(IEndpointRouteBuilder node) =>
        node.MapPost($"/applications/{{number}}/{DecidingActs.Confirmation}", async (string number, ConfirmationRequest body, ConfirmInspection confirm, IfMatch seen, Actor actor, CancellationToken ct) =>
                DecidingAnswers.Done(await confirm.HandleAsync(number, body.Slug, seen, actor, ct)))
            .ProducesAct()
            .WithName("ConfirmInspection")
            .WithSummary("确认验收结论：合格的认定并定网址名，平台随即建立；不合格的退回继续建设")
            .AtNode().Allow(DecidingPolicy.Approve);

    public async Task<Outcome> HandleAsync(string number, string? slug, IfMatch seen, Actor actor, CancellationToken ct) =>
        DecidingPolicy.MayApprove(actor, acting.Node) is { } refusal ? refusal : await desk.ActAsync(number, seen, actor, async deed =>
        {
            var application = deed.Application;
            var address = slug?.Trim().ToLowerInvariant();
            if (application.LatestInspection is { Qualifies: true } && application.Stops(ApplicationAct.Accept, deed.By) is null && await AddressRefusalAsync(db, address, application, ct) is { } taken)
            {
                return taken;
            }

            var outcome = application.ConfirmInspection(address, deed.By);
            if (!outcome.IsDone)
            {
                return outcome;
            }

            if (application.Status is ApplicationStatus.Accepted)
            {
                deed.Happened("accepted", "验收合格，认定合格", AcceptedDetail.Of(application));
                deed.Tell(Addressee.Builder, "认定合格", $"设立申报 {number} 验收合格，已经认定。平台随即建立，平台负责人会收到一个只能用一次的链接。");
                deed.Tell(Addressee.City, "认定合格", $"辖区内的设立申报 {number} 验收合格，平台已经认定。");
            }
            else
            {
                var defects = application.LatestInspection?.Defects ?? "";
                deed.Happened("sent-back-to-building", "验收还不合格，退回继续建设", new { application.Id, application.LatestInspection?.Number });
                deed.Tell(Addressee.Builder, "验收还不合格", $"设立申报 {number} 验收还不合格，请继续建设。不足：{defects}\n改好后登记进度，再申请验收。");
                deed.Tell(Addressee.City, "验收还不合格", $"辖区内的设立申报 {number} 验收还不合格，退回继续建设。");
            }

            return outcome;
        }, ct);

    /// <summary>Well formed, not reserved, and nobody else's: neither a node's nor one that waits to be founded.</summary>
    public static async Task<Refusal?> AddressRefusalAsync(NetworkDb db, string? slug, EstablishmentApplication application, CancellationToken ct)
    {
        if (Slug.Parse(slug) is { IsDone: false } malformed)
        {
            return malformed.Refusals[0];
        }

        var id = application.Id;
        return await db.Set<Node>().AnyAsync(node => node.Slug == slug, ct) || await db.Set<EstablishmentApplication>().AnyAsync(other => other.FoundedSlug == slug && other.Id != id, ct)
            ? NodeRefusals.SlugTaken(slug ?? "")
            : null;
    }

    public Type View => typeof(ConfirmForm);

    public async Task<object> ModelAsync(ActHead head, EstablishmentApplication application, EstablishmentRules rules, CancellationToken ct)
    {
        var inspections = ApplicationViews.Inspections(application, await views.ModuleNamesAsync(ct));
        return new ConfirmFormView(head, inspections is [{ Qualifies: not null } latest, ..] ? latest : null, application.Form.Manager.Name.Trim());
    }

    public Task<Outcome> SendAsync(string number, TypedForm typed, IfMatch seen, Actor actor, CancellationToken ct) => HandleAsync(number, typed.Text("slug"), seen, actor, ct);
}

/// <param name="Slug">Address name of the node to be, where it qualifies.</param>
internal sealed record ConfirmationRequest(string? Slug);

public sealed record ConfirmFormView(ActHead Head, InspectionView? Inspection, string Manager);

/// <summary>What founds the node: public knowledge alone. Who is to manage it is read where it is kept.</summary>
internal sealed record AcceptedDetail(Guid Id, string Number, NodeKind Kind, string Parent, string Slug, string PlaceName, string DivisionCode, DateOnly AcceptedOn)
{
    public static AcceptedDetail Of(EstablishmentApplication application)
    {
        var prospect = application.Form.Prospect;
        return new(application.Id, application.Number ?? "", prospect.Kind ?? NodeKind.Workstation, prospect.Parent.Trim(), application.FoundedSlug ?? "", prospect.PlaceName.Trim(), prospect.DivisionCode.Trim(), application.AcceptedOn ?? default);
    }
}
