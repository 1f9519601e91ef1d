using IpNetwork.App.Data;
using IpNetwork.App.Shell;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Establishment;
using IpNetwork.Domain.Kernel;
using Microsoft.EntityFrameworkCore;

namespace IpNetwork.App.Establishment.Filing.Own;

/// <summary>A builder's applications, newest first.</summary>
internal sealed class ListMyApplications(FilingBook book, NetworkDb db)
{
    private const int Most = 100;

    public static void Map(IEndpointRouteBuilder node) =>
        node.MapGet("/my-applications", async (ListMyApplications list, Actor actor, CancellationToken ct) => Results.Ok(new ListOf<MyApplicationRow>(await list.HandleAsync(actor, ct), null)))
            .Produces<ListOf<MyApplicationRow>>()
            .WithName("ListMyApplications").WithSummary("本人的设立申报")
            .AtNode().Allow(FilingPolicy.Own);

    public async Task<IReadOnlyList<MyApplicationRow>> HandleAsync(Actor actor, CancellationToken ct) => book.IsHere && actor.PersonId is { } person
        ? await db.Set<EstablishmentApplication>().AsNoTracking()
            .Where(a => a.PersonId == person)
            .OrderByDescending(a => a.Id)
            .Take(Most)
            .Select(a => new MyApplicationRow(a.Id, a.Number, a.Kind, a.PlaceName, a.Status, a.SubmittedAt, a.DueOn, a.UpdatedAt))
            .ToListAsync(ct)
        : [];
}

public sealed record MyApplicationRow(Guid Id, string? Number, NodeKind? Kind, string PlaceName, ApplicationStatus Status, DateTimeOffset? SubmittedAt, DateOnly? DueOn, DateTimeOffset UpdatedAt);
