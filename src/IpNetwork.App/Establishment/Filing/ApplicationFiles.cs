using IpNetwork.App.Data;
using IpNetwork.App.Data.Files;
using IpNetwork.App.Establishment.Deciding;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Establishment;
using IpNetwork.Domain.Files;
using IpNetwork.Domain.Kernel;
using Microsoft.EntityFrameworkCore;

namespace IpNetwork.App.Establishment.Filing;

/// <summary>Files of an application: its materials while it is written, and what a builder shows with its progress.</summary>
internal sealed class ApplicationFiles(NetworkDb db) : IFileRoom
{
    public const string OfMaterials = "application";
    public const string OfProgress = "application-progress";

    private const string Material = "material.";
    private const string Proof = "proof.";

    public bool Keeps(string purpose) => purpose is OfMaterials or OfProgress;

    /// <summary>The builder changes its own while its step lasts; the province's officers read what was handed in.</summary>
    public async Task<FileRights> RightsAsync(FileSubject subject, Actor actor, CancellationToken ct)
    {
        var id = subject.Id;
        var found = await db.Set<EstablishmentApplication>().AsNoTracking().Where(a => a.Id == id)
            .Select(a => new { a.PersonId, a.Status, WasSubmitted = a.Number != null, Reports = a.Progress.Count })
            .SingleOrDefaultAsync(ct);
        if (found is null || !(subject.Slot.Length == 0 || Knows(subject.Purpose, subject.Slot)))
        {
            return FileRights.None;
        }

        if (found.PersonId != actor.PersonId)
        {
            return found.WasSubmitted && DecidingPolicy.See.LetsIn(actor.Roles) && actor.Roles.Count > 0 ? FileRights.Read : FileRights.None;
        }

        var act = subject.Purpose is OfMaterials ? ApplicationAct.Write : ApplicationAct.ReportProgress;
        return !ApplicationMoves.Allows(found.Status, act) ? FileRights.ClosedBy(EstablishmentRefusals.WrongStatus(found.Status, act))
            : subject.Purpose is OfProgress && subject.Slot.Length > 0 && subject.Slot != ReportSlot(found.Reports) ? FileRights.ClosedBy(EstablishmentRefusals.ReportClosed())
            : FileRights.Change;
    }

    public static string SlotOf(MaterialKind kind, string? condition) => condition is null ? $"{Material}{kind}" : $"{Proof}{condition}";

    /// <summary>Where the files of the next report go; what was reported stays as it was.</summary>
    public static string ReportSlot(int reports) => $"report.{reports + 1}";

    public static FileSubject Of(EstablishmentApplication application, MaterialKind kind, string? condition) => new(OfMaterials, application.Id, SlotOf(kind, condition));

    /// <summary>Null for a file in no place of ours.</summary>
    public static ApplicationMaterial? MaterialOf(FileReceipt receipt) => Place(receipt.Slot) is var (kind, condition)
        ? new()
        {
            FileId = receipt.Id.Value,
            Kind = kind,
            ConditionCode = condition,
            Name = receipt.Name,
            Size = receipt.Size,
            Sha256 = receipt.Sha256,
            AddedAt = receipt.ReceivedAt,
        }
        : null;

    private static bool Knows(string purpose, string slot) => purpose is OfMaterials ? Place(slot) is not null : slot.StartsWith("report.", StringComparison.Ordinal);

    private static (MaterialKind Kind, string? Condition)? Place(string slot) =>
        slot.StartsWith(Proof, StringComparison.Ordinal) ? Form.FilingSteps.Thresholds.Contains(slot[Proof.Length..]) ? (MaterialKind.Proof, slot[Proof.Length..]) : null
        : slot.StartsWith(Material, StringComparison.Ordinal) && Enum.TryParse<MaterialKind>(slot[Material.Length..], out var kind) && Enum.IsDefined(kind) && kind is not MaterialKind.Proof && char.IsAsciiLetter(slot[Material.Length])
            ? (kind, null)
            : null;
}
