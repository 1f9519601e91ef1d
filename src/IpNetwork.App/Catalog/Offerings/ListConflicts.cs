using IpNetwork.App.Shell;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Catalog;
using IpNetwork.Domain.Catalog.Effective;

namespace IpNetwork.App.Catalog.Offerings;

/// <summary>Local promises the province has overtaken, first due first.</summary>
internal sealed class ListConflicts(CatalogDesk desk, CurrentNode current, IWorkCalendars calendars, IProvinceSettings settings)
{
    public static void Map(IEndpointRouteBuilder node) =>
        node.MapGet("/conflicts", async (ListConflicts list, CancellationToken ct) =>
                TypedResults.Ok(new ListOf<ConflictView>([.. (await list.HandleAsync(ct)).Select(ConflictView.Of)], null)))
            .Produces<ListOf<ConflictView>>()
            .WithName("ListConflicts")
            .WithSummary("版本冲突：被停用的本地值和处理期限")
            .AtNode()
            .Allow(CatalogPolicy.MaySeeOfferings);

    public async Task<IReadOnlyList<TighteningConflict>> HandleAsync(CancellationToken ct)
    {
        var catalog = await desk.CatalogAsync(ct);
        var calendar = await calendars.OfAsync(current.Node.NetworkId, ct);
        var province = await settings.OfAsync(current.Node.NetworkId, ct);
        return Conflicts.Of(catalog, desk.Now, province.ConflictDecisionWorkdays, (day, count) => calendar.Add(day, count).Day);
    }
}

internal sealed record ConflictView(
    string Code, string Name, string Field, string Label, SetAsideCause Cause, string LocalValue, string? ProvinceValue, int BaseVersion, DateTimeOffset Since, DateOnly Deadline, bool IsOverdue)
{
    public static ConflictView Of(TighteningConflict conflict) => new(
        conflict.ItemCode,
        conflict.ItemName,
        conflict.Value.Field.Name,
        conflict.Value.Field.Label,
        conflict.Value.Cause,
        conflict.Value.LocalValue,
        conflict.Value.ProvinceValue,
        conflict.BaseVersion,
        conflict.Since,
        conflict.Deadline,
        conflict.IsOverdue);
}
