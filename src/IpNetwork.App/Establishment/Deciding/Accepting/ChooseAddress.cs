using IpNetwork.App.Data;
using IpNetwork.App.Shell;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Establishment;
using IpNetwork.Domain.Kernel;
using IpNetwork.Domain.Nodes;

namespace IpNetwork.App.Establishment.Deciding.Accepting;

/// <summary>Another address name for an accepted application whose first one was taken before its node could be founded; the node is then founded by itself.</summary>
internal sealed class ChooseAddress(DecidingDesk desk, NetworkDb db, CurrentNode acting) : IActPage
{
    public static void Map(IEndpointRouteBuilder node) =>
        node.MapPost($"/applications/{{number}}/{DecidingActs.Address}", async (string number, ConfirmationRequest body, ChooseAddress choose, IfMatch seen, Actor actor, CancellationToken ct) =>
                DecidingAnswers.Done(await choose.HandleAsync(number, body.Slug, seen, actor, ct)))
            .ProducesAct()
            .WithName("ChooseNodeAddress")
            .WithSummary("认定时定的网址名被占用的，另定一个")
            .AtNode().Allow(DecidingPolicy.Approve);

    public async Task<Outcome> HandleAsync(string number, string? slug, IfMatch seen, Actor actor, CancellationToken ct) =>
        DecidingPolicy.MayApprove(actor, acting.Node) is { } refusal ? refusal : await desk.ActAsync(number, seen, actor, async deed =>
        {
            var address = slug?.Trim().ToLowerInvariant();
            if (await Founded.NodeOfAsync(db, deed.Application, ct) is { } node)
            {
                return EstablishmentRefusals.NodeExists(node.PlaceName);
            }

            if (await ConfirmInspection.AddressRefusalAsync(db, address, deed.Application, ct) is { } taken)
            {
                return taken;
            }

            var outcome = deed.Application.ChooseAnotherSlug(address, deed.By.At);
            if (outcome.IsDone)
            {
                deed.Happened("address-chosen", $"另定网址名 {address}", AcceptedDetail.Of(deed.Application));
            }

            return outcome;
        }, ct);

    public Type View => typeof(AddressForm);

    public Task<object> ModelAsync(ActHead head, EstablishmentApplication application, EstablishmentRules rules, CancellationToken ct) =>
        Task.FromResult<object>(new AddressFormView(head, application.FoundedSlug ?? ""));

    public Task<Outcome> SendAsync(string number, TypedForm typed, IfMatch seen, Actor actor, CancellationToken ct) => HandleAsync(number, typed.Text("slug"), seen, actor, ct);
}

public sealed record AddressFormView(ActHead Head, string Former);
