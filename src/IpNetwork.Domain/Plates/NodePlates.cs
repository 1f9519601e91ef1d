using IpNetwork.Domain.Kernel;

namespace IpNetwork.Domain.Plates;

/// <summary>All plates of one node, whose fates hang together.</summary>
public sealed class NodePlates(IReadOnlyCollection<Plate> plates)
{
    public Plate? Platform => plates.FirstOrDefault(plate => plate is { Kind: PlateKind.Platform, Status: PlateStatus.Valid });

    /// <summary>The last one came down because the node got another name, and no other hangs yet.</summary>
    public bool AwaitsReplacement =>
        Platform is null && plates.Where(plate => plate.Kind is PlateKind.Platform).MaxBy(plate => plate.UpdatedAt) is { Ending: PlateEnding.Renaming };

    private IEnumerable<Plate> ValidFunctions => plates.Where(plate => plate is { Kind: PlateKind.Function, Status: PlateStatus.Valid });

    /// <summary>摘牌 (PLT-06): the platform's plate comes down, and what hangs by it waits to be decided one by one.</summary>
    public Outcome<IReadOnlyList<Plate>> TakeDown(PlateOrder order) => TakeDown(PlateEnding.Delisting, order, needsEvidence: true);

    /// <summary>The node lives on under another name or in another node; the old text stays in the register with its dates (NET-07).</summary>
    public Outcome<IReadOnlyList<Plate>> End(PlateEnding ending, PlateOrder order) => TakeDown(ending, order, needsEvidence: false);

    /// <summary>A suspended function plate goes on, with the same body at the same node: a plate never changes hands.</summary>
    public Outcome Restore(string number, PlateOrder order)
    {
        var plate = Find(number);
        Refusal[] refusals =
        [
            .. order.Refusals(plate?.SuspendedOn, needsEvidence: false),
            .. plate is { Kind: PlateKind.Function, Status: PlateStatus.Suspended } ? Array.Empty<Refusal>() : [PlateRefusals.NotSuspended()],
        ];
        if (refusals.Length > 0 || plate is null)
        {
            return Outcome.Refused(refusals);
        }

        plate.Restore(order);
        return Outcome.Done;
    }

    /// <summary>A single function plate comes down: one that waits to be decided, or one whose function ends by itself.</summary>
    public Outcome TakeDownFunction(string number, PlateOrder order)
    {
        var plate = Find(number);
        Refusal[] refusals =
        [
            .. order.Refusals(plate?.IssuedOn, needsEvidence: true),
            .. plate is { Kind: PlateKind.Function, IsActive: true } ? Array.Empty<Refusal>() : [PlateRefusals.AlreadyDown()],
        ];
        if (refusals.Length > 0 || plate is null)
        {
            return Outcome.Refused(refusals);
        }

        plate.TakeDown(PlateEnding.Delisting, order);
        return Outcome.Done;
    }

    public Plate? Find(string number) => plates.FirstOrDefault(plate => plate.Number == number);

    private Outcome<IReadOnlyList<Plate>> TakeDown(PlateEnding ending, PlateOrder order, bool needsEvidence)
    {
        var platform = Platform;
        Refusal[] refusals =
        [
            .. order.Refusals(platform?.IssuedOn, needsEvidence),
            .. platform is null ? [PlateRefusals.AlreadyDown()] : Array.Empty<Refusal>(),
        ];
        if (refusals.Length > 0 || platform is null)
        {
            return Outcome.Refused<IReadOnlyList<Plate>>(refusals);
        }

        // A renamed platform goes on working, and so do its functions.
        List<Plate> changed = [platform, .. ending is PlateEnding.Renaming ? [] : ValidFunctions];
        platform.TakeDown(ending, order);
        foreach (var function in changed.Skip(1))
        {
            function.Suspend(order);
        }

        return changed;
    }
}
