using IpNetwork.Domain.Kernel;

namespace IpNetwork.Domain.Catalog.Effective;

/// <summary>A local promise the province has overtaken, and the day by which the node decides.</summary>
public sealed record TighteningConflict(
    NodeId NodeId, string ItemCode, string ItemName, SetAside Value, int BaseVersion, DateTimeOffset Since, DateOnly Deadline, bool IsOverdue);

public static class Conflicts
{
    /// <param name="addWorkdays">The day so many working days after another.</param>
    public static IReadOnlyList<TighteningConflict> Of(
        EffectiveCatalog catalog, DateTimeOffset now, int workdaysToDecide, Func<DateOnly, int, DateOnly> addWorkdays)
    {
        var today = EffectiveDay.Of(now);
        List<TighteningConflict> conflicts = [];
        foreach (var history in catalog.NodeCatalog.Offerings)
        {
            if (catalog.Find(history.Latest.ItemCode, now) is not { State: not ItemState.Cancelled } item)
            {
                continue;
            }

            foreach (var value in item.SetAside)
            {
                var (since, version) = catalog.SetAsideSince(item, value);
                var deadline = addWorkdays(EffectiveDay.Of(since), workdaysToDecide);
                conflicts.Add(new(catalog.Node.Id, item.Code, item.Name, value, version, since, deadline, today > deadline));
            }
        }

        return
        [
            .. conflicts.OrderBy(conflict => conflict.Deadline)
                .ThenBy(conflict => conflict.ItemCode, StringComparer.Ordinal)
                .ThenBy(conflict => conflict.Value.Field.Name, StringComparer.Ordinal),
        ];
    }
}
