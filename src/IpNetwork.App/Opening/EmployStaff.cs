using IpNetwork.App.Data;
using IpNetwork.App.Shell;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Kernel;
using IpNetwork.Domain.Opening;
using Microsoft.EntityFrameworkCore;

namespace IpNetwork.App.Opening;

/// <summary>The node's people: who is employed, how, and for which modules (STF-01, STF-02).</summary>
internal sealed class EmployStaff(NetworkDb db, UnitOfWork work, OpeningDesk desk, IdentityMarks marks, CurrentNode current)
{
    public async Task<Outcome<string>> HandleAsync(StaffRequest request, Actor actor, CancellationToken ct)
    {
        var number = CitizenNumber.Parse(request.CitizenNumber, desk.Today);
        var mark = number.IsDone ? marks.Of(number.Value, current.Node.NetworkId) : "";
        var known = (await desk.ModulesAsync(ct)).Select(module => module.Code).ToList();
        return await work.CommitAsync(actor, async deed =>
        {
            // The same person entered at two nodes at once: the second sees the first.
            await NamedLock.TakeAsync(db, $"full-time/{mark}", ct);
            var elsewhere = mark.Length == 0 ? [] : await db.Set<FullTimeMark>().AsNoTracking().Where(m => m.Mark == mark).ToListAsync(ct);
            var employed = StaffMember.Employ(current.Id, request.Draft(number, mark), await db.Set<StaffMember>().AsNoTracking().ToListAsync(ct), elsewhere, desk.Now);
            var assigned = employed.IsDone ? employed.Value.Assign(request.Modules ?? [], known, desk.Now) : Outcome.Refused(employed.Refusals);
            if (!assigned.IsDone)
            {
                return Outcome.Refused<string>(assigned.Refusals);
            }

            db.Add(employed.Value);
            if (employed.Value.MarkOfFullTime() is { } fullTime)
            {
                db.Add(fullTime);
            }

            deed.Happened(new("opening.staff-employed", "staff-member", employed.Value.Id.ToString(), $"登记{OpeningWords.Of(employed.Value.Post)}，{OpeningWords.Of(employed.Value.Employment)}")
            {
                Detail = new { employed.Value.Post, employed.Value.Employment, employed.Value.From, employed.Value.To, Modules = employed.Value.Serves.Codes },
            });
            return employed.Value.Id.ToString();
        }, ct);
    }

    /// <returns>Null where the node has no such person.</returns>
    public Task<Outcome?> LeaveAsync(Guid id, string? lastDay, Actor actor, IfMatch version, CancellationToken ct) =>
        ChangeAsync(id, actor, version, member => member.Leave(OpeningDesk.Day(lastDay), desk.Now), member => new("opening.staff-left", "staff-member", id.ToString(), $"登记{OpeningWords.Of(member.Post)}离岗，最后一天 {member.To:yyyy-MM-dd}"), ct);

    public async Task<Outcome?> AssignAsync(Guid id, IReadOnlyList<string>? modules, Actor actor, IfMatch version, CancellationToken ct)
    {
        var known = (await desk.ModulesAsync(ct)).Select(module => module.Code).ToList();
        return await ChangeAsync(id, actor, version, member => member.Assign(modules ?? [], known, desk.Now),
            member => new("opening.staff-assigned", "staff-member", id.ToString(), "调整人员负责的模块") { Detail = new { Modules = member.Serves.Codes } }, ct);
    }

    private async Task<Outcome?> ChangeAsync(Guid id, Actor actor, IfMatch version, Func<StaffMember, Outcome> change, Func<StaffMember, Happening> says, CancellationToken ct)
    {
        if (!await db.Set<StaffMember>().AnyAsync(m => m.Id == id, ct))
        {
            return null;
        }

        return await work.CommitAsync(actor, async deed =>
        {
            var (own, member) = (current.Id, await db.Set<StaffMember>().SingleAsync(m => m.Id == id, ct));
            db.Entry(member).Property<uint>("xmin").OriginalValue = version.Version;
            var outcome = change(member);
            if (await db.Set<FullTimeMark>().SingleOrDefaultAsync(m => m.NodeId == own && m.Id == id, ct) is { } mark)
            {
                mark.EndsWith(member);
            }

            deed.Happened(says(member));
            return outcome;
        }, ct);
    }
}

/// <summary>Somebody to be employed, as it was sent. The citizen's number is used once and not kept.</summary>
internal sealed record StaffRequest
{
    public string? Name { get; init; }
    public string? CitizenNumber { get; init; }
    public string? Post { get; init; }
    public string? Employment { get; init; }
    public string? From { get; init; }
    public string? To { get; init; }
    public string? IpWorkSince { get; init; }
    public string? IpWorkUntil { get; init; }
    public string? Certificate { get; init; }
    public string? Degree { get; init; }
    public string? Proof { get; init; }
    public IReadOnlyList<string>? Modules { get; init; }

    internal StaffDraft Draft(Outcome<CitizenNumber> number, string mark) => new()
    {
        Name = Name,
        Mark = mark,
        MaskedNumber = number.IsDone ? number.Value.Masked : "",
        NumberRefusals =
        [
            .. number.Refusals,
            .. Unread("to", To),
            .. Unread("ipWorkSince", IpWorkSince),
            .. Unread("ipWorkUntil", IpWorkUntil),
        ],
        Post = Word<StaffPost>(Post),
        Employment = Word<EmploymentType>(Employment),
        From = OpeningDesk.Day(From),
        To = OpeningDesk.Day(To),
        Qualification = new()
        {
            IpWorkSince = OpeningDesk.Day(IpWorkSince),
            IpWorkUntil = OpeningDesk.Day(IpWorkUntil),
            Certificate = Filled(Certificate),
            Degree = Word<Degree>(Degree),
            Proof = Filled(Proof),
        },
    };

    public static StaffRequest Of(IFormCollection form) => new()
    {
        Name = form["name"],
        CitizenNumber = form["citizenNumber"],
        Post = form["post"],
        Employment = form["employment"],
        From = form["from"],
        To = form["to"],
        IpWorkSince = form["ipWorkSince"],
        IpWorkUntil = form["ipWorkUntil"],
        Certificate = form["certificate"],
        Degree = form["degree"],
        Proof = form["proof"],
        Modules = [.. form["modules"].OfType<string>()],
    };

    private static Refusal[] Unread(string field, string? text) => string.IsNullOrWhiteSpace(text) || OpeningDesk.Day(text) is not null ? [] : [OpeningRefusals.BadDay(field)];

    private static T? Word<T>(string? text) where T : struct, Enum => Enum.TryParse<T>(text, out var word) && Enum.IsDefined(word) ? word : null;

    private static string? Filled(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
