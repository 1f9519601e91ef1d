using IpNetwork.App.Data;
using IpNetwork.App.Data.Files;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Establishment;
using IpNetwork.Domain.Kernel;
using Microsoft.EntityFrameworkCore;

namespace IpNetwork.App.Establishment.Filing;

/// <summary>What a builder has at the province of the address: a registration and applications of its own. Another's is not there.</summary>
internal sealed class FilingBook(ApplicationBook book, FileShelf shelf, NetworkDb db, CurrentNode current)
{
    /// <summary>Applications are held by the province alone.</summary>
    public bool IsHere => current.Node.Kind is NodeKind.Province;

    public Task<EstablishmentRules> RulesAsync(CancellationToken ct) => book.RulesAsync(ct);

    public ValueTask<ProvinceSettings> SettingsAsync(CancellationToken ct) => book.SettingsAsync(ct);

    public async Task<Builder?> BuilderAsync(PersonId? person, CancellationToken ct) =>
        IsHere && person is { } id ? await db.Set<Builder>().SingleOrDefaultAsync(builder => builder.PersonId == id, ct) : null;

    /// <summary>Whole and with the files that lie there now, to be read or acted upon.</summary>
    public async Task<EstablishmentApplication?> FindAsync(Guid id, PersonId? person, CancellationToken ct)
    {
        if (!IsHere || person is not { } owner || await db.Set<EstablishmentApplication>()
            .Include(application => application.Snapshots)
            .Include(application => application.Assessments)
            .Include(application => application.Progress)
            .Include(application => application.Inspections)
            .AsSplitQuery()
            .SingleOrDefaultAsync(application => application.Id == id && application.PersonId == owner, ct) is not { } found)
        {
            return null;
        }

        if (ApplicationMoves.Allows(found.Status, ApplicationAct.Write))
        {
            found.Lay([.. (await shelf.ListAsync(ApplicationFiles.OfMaterials, id, ct)).Select(file => ApplicationFiles.MaterialOf(file.Receipt())).OfType<ApplicationMaterial>()]);
        }

        return found;
    }
}
