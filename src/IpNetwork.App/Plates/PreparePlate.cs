using IpNetwork.App.Data;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Kernel;
using IpNetwork.Domain.Plates;

namespace IpNetwork.App.Plates;

/// <summary>The first of the two people: words, number and day of a plate, laid before the one who decides.</summary>
internal sealed class PreparePlate(NetworkDb db, UnitOfWork work, PlateDesk desk, PlateNaming naming, NodeDirectory directory, TimeProvider clock)
{
    public Task<Outcome<string>> HandleAsync(PlateRequest request, Actor actor, CancellationToken ct) =>
        work.CommitAsync(actor, deed => ApplyAsync(request, actor, deed, ct), ct);

    private async Task<Outcome<string>> ApplyAsync(PlateRequest request, Actor actor, Deed deed, CancellationToken ct)
    {
        var nodes = await directory.CurrentAsync(ct);
        if (nodes.BySlug(request.Node ?? "") is not { } node || !desk.IsBelow(node))
        {
            return PlateRefusals.UnknownNode();
        }

        if (request.PlateKind is not { } kind)
        {
            return PlateRefusals.UnknownKind();
        }

        // Two preparing the same at once: the second sees the first.
        await NamedLock.TakeAsync(db, TreeWriter.LockName, ct);
        var pattern = await naming.PatternAsync(kind, request.Function, request.LevelDocument, node, nodes, ct);
        var wording = await naming.SettleAsync(pattern, request, node, nodes, ct);
        if (PlateRequest.Day(request.IssuedOn) is not { } day || !wording.IsDone)
        {
            return Outcome.Refused<string>([.. wording.Refusals, .. PlateRequest.Day(request.IssuedOn) is null ? [PlateRefusals.BadDay("issuedOn")] : Array.Empty<Refusal>()]);
        }

        var draft = new PlateDraft
        {
            Kind = kind,
            Wording = wording.Value,
            IssuedOn = day,
            DocumentNumber = request.DocumentNumber,
            Award = kind is PlateKind.Function ? request.Award : null,
            ServiceTypes = (await desk.RulesAsync(ct)).ServiceTypes,
        };
        var hand = new Hand(actor.PersonId ?? throw new InvalidOperationException("Plates are prepared by people."), actor.Name, clock.GetUtcNow());
        var proposal = PlateProposal.Prepare(draft, PlateDesk.Of(node), await desk.RegisterAsync(ct), await desk.OpenAsync(ct), hand);
        if (!proposal.IsDone)
        {
            return Outcome.Refused<string>(proposal.Refusals);
        }

        db.Add(proposal.Value);
        deed.Happened(new("plates.prepared", "plate-proposal", proposal.Value.Id.ToString(), $"起草牌匾：{proposal.Value.Text}")
        {
            Reason = request.NamingReason ?? request.SuffixReason,
            Detail = new { Node = node.Slug, proposal.Value.Kind, proposal.Value.Text, proposal.Value.Rule, Inputs = proposal.Value.Inputs.Values, proposal.Value.IssuedOn, proposal.Value.DocumentNumber },
        });
        return proposal.Value.Id.ToString();
    }
}
