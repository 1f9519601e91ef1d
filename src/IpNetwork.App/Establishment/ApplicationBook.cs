using IpNetwork.App.Data;
using IpNetwork.App.Shell;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Establishment;
using IpNetwork.Domain.Kernel;
using Microsoft.EntityFrameworkCore;

namespace IpNetwork.App.Establishment;

/// <summary>A province's applications with all that belongs to them, and the rules it counts by. Reads what the current node's context shows.</summary>
internal sealed class ApplicationBook(NetworkDb db, CurrentNode current, IProvinceSettings settings, IWorkCalendars calendars)
{
    public async Task<EstablishmentRules> RulesAsync(CancellationToken ct)
    {
        var province = await SettingsAsync(ct);
        return new()
        {
            Calendar = await calendars.OfAsync(current.Node.NetworkId, ct),
            Thresholds = province.Thresholds,
            OpinionWorkdays = province.OpinionWorkdays,
            ReturnWorkdays = province.ReturnWorkdays,
            DecisionWorkdays = province.FoundingDecisionWorkdays,
            AcceptanceWorkdays = province.AcceptanceWorkdays,
            BuilderChangeWorkdays = province.BuilderChangeWorkdays,
            AgreementNeeded = province.JointAgreementRequired,
        };
    }

    public ValueTask<ProvinceSettings> SettingsAsync(CancellationToken ct) => settings.OfAsync(current.Node.NetworkId, ct);

    /// <summary>A submitted application, whole, to be read or acted upon.</summary>
    public Task<EstablishmentApplication?> FindAsync(string number, CancellationToken ct) => Whole.SingleOrDefaultAsync(application => application.Number == number, ct);

    public async Task<(EstablishmentApplication Application, uint Version)?> ReadAsync(string number, CancellationToken ct) =>
        await FindAsync(number, ct) is { } application ? (application, db.VersionOf(application)) : null;

    private IQueryable<EstablishmentApplication> Whole => db.Set<EstablishmentApplication>()
        .Include(application => application.Snapshots)
        .Include(application => application.Assessments)
        .Include(application => application.Progress)
        .Include(application => application.Inspections)
        .AsSplitQuery();
}
