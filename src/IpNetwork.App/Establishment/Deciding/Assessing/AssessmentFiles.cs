using IpNetwork.App.Data;
using IpNetwork.App.Data.Files;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Establishment;
using IpNetwork.Domain.Files;
using IpNetwork.Domain.Kernel;
using Microsoft.EntityFrameworkCore;

namespace IpNetwork.App.Establishment.Deciding.Assessing;

/// <summary>
/// Photos and papers of assessments. Each assessor has a place of one's own in an application, so that two who write at once do not
/// take each other's photos; what lies there goes into the next record of that person and stays as it was (ASM-01).
/// </summary>
internal sealed class AssessmentFiles(NetworkDb db) : IFileRoom
{
    private const string Purpose = "assessment";

    public bool Keeps(string purpose) => purpose == Purpose;

    public async Task<FileRights> RightsAsync(FileSubject subject, Actor actor, CancellationToken ct)
    {
        var id = subject.Id;
        var status = await db.Set<EstablishmentApplication>().AsNoTracking().Where(a => a.Id == id && a.Number != null).Select(a => (ApplicationStatus?)a.Status).SingleOrDefaultAsync(ct);
        if (status is not { } now || actor.Roles.Count == 0 || !DecidingPolicy.See.LetsIn(actor.Roles))
        {
            return FileRights.None;
        }

        return !ApplicationMoves.Allows(now, ApplicationAct.RecordAssessment) ? FileRights.ClosedBy(EstablishmentRefusals.WrongStatus(now, ApplicationAct.RecordAssessment))
            : DecidingPolicy.Assess.LetsIn(actor.Roles) && subject.Slot == SlotOf(actor.PersonId) ? FileRights.Change
            : FileRights.Read;
    }

    public static FileSubject Of(EstablishmentApplication application, PersonId? person) => new(Purpose, application.Id, SlotOf(person));

    /// <summary>What waits for the next record of the subject's person.</summary>
    public static IQueryable<StoredFile> Waiting(NetworkDb db, FileSubject subject) => db.Set<StoredFile>()
        .Where(f => f.Purpose == subject.Purpose && f.SubjectId == subject.Id && f.Slot == subject.Slot && f.State == FileState.Ready && f.FrozenAt == null)
        .OrderBy(f => f.CreatedAt).ThenBy(f => f.Id);

    private static string SlotOf(PersonId? person) => $"by.{person?.Value:n}";
}
