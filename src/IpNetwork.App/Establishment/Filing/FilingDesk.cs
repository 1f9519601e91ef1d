using IpNetwork.App.Data;
using IpNetwork.App.Establishment.Deciding;
using IpNetwork.App.Shell;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Establishment;
using IpNetwork.Domain.Kernel;
using IpNetwork.Domain.Staff;

namespace IpNetwork.App.Establishment.Filing;

/// <summary>Where a builder acts upon an application of its own: loads it whole, lets a verb decide, and writes it down with its trail and letters.</summary>
internal sealed class FilingDesk(FilingBook book, ApplicationLetters letters, NetworkDb db, UnitOfWork work, TimeProvider clock)
{
    private const string OpenKey = "ix_establishment_applications_node_id_open_key";

    public FilingBook Book => book;

    public DateTimeOffset Now => clock.GetUtcNow();

    public DateOnly Today => ChinaTime.DayOf(Now);

    /// <summary>Whoever works somewhere, too, files as a builder.</summary>
    public static Actor AsBuilder(Actor actor) => actor with { Role = nameof(Role.Builder) };

    public uint VersionOf(EstablishmentApplication application) => db.VersionOf(application);

    /// <param name="act">Calls one verb; what it says happened is written when the verb is done.</param>
    public Task<Outcome> ActAsync(Guid id, IfMatch seen, Actor actor, Func<FilingDeed, Task<Outcome>> act, CancellationToken ct) =>
        ActAsync(id, application => VersionOf(application) == seen.Version, actor, act, ct);

    /// <param name="isFresh">Whether what the builder saw still holds.</param>
    public Task<Outcome> ActAsync(Guid id, Func<EstablishmentApplication, bool> isFresh, Actor actor, Func<FilingDeed, Task<Outcome>> act, CancellationToken ct) => work.CommitAsync(AsBuilder(actor), async deed =>
    {
        if (await book.FindAsync(id, actor.PersonId, ct) is not { } application)
        {
            return Answers.Absent;
        }

        if (!isFresh(application))
        {
            return WriteConflicts.Stale;
        }

        // Two may come for one place at the same moment; the key lets one in, and the other hears why.
        deed.WhenTaken(OpenKey, EstablishmentRefusals.AlreadyOpen(null));
        var said = new FilingDeed(application, await book.RulesAsync(ct), deed, Now);
        var outcome = await act(said);
        if (outcome.IsDone)
        {
            await letters.SendAsync(deed, application, said.Letters, ct);
        }

        return outcome;
    }, ct);
}

/// <summary>An application in its builder's hands.</summary>
internal sealed class FilingDeed(EstablishmentApplication application, EstablishmentRules rules, Deed deed, DateTimeOffset now)
{
    private readonly List<ApplicationLetter> letters = [];

    public EstablishmentApplication Application => application;

    public EstablishmentRules Rules => rules;

    public DateTimeOffset Now => now;

    public IReadOnlyList<ApplicationLetter> Letters => letters;

    public Deed Deed => deed;

    /// <param name="verb">Past verb of this room; also what other rooms listen to.</param>
    /// <param name="summary">What happened, after the application's name; without personal data.</param>
    public void Happened(string verb, string summary, object? detail = null) =>
        deed.Happened(new($"establishment.{verb}", FilingTrail.Subject, application.Number ?? application.Id.ToString(), $"{application.Title}{(application.Number is { } number ? $"（{number}）" : "")}：{summary}")
        {
            Detail = detail ?? new { application.Id },
        });

    public void Tell(Addressee to, string verb, string subject, string text) => letters.Add(new(to, $"establishment.{verb}", subject, text));
}
