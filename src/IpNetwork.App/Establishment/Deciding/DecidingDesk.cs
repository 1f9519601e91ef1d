using IpNetwork.App.Data;
using IpNetwork.App.Shell;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Establishment;
using IpNetwork.Domain.Kernel;

namespace IpNetwork.App.Establishment.Deciding;

/// <summary>Where officers act upon applications: loads one whole, lets a verb decide, and writes it down with its trail and letters.</summary>
internal sealed class DecidingDesk(ApplicationBook book, ApplicationLetters letters, NetworkDb db, UnitOfWork work, TimeProvider clock)
{
    /// <summary>Answered as 404, whatever else the request got wrong.</summary>
    public static readonly Refusal Absent = new("NOT_FOUND", "没有找到，或者您无权查看。");

    public DateTimeOffset Now => clock.GetUtcNow();

    public DateOnly Today => ChinaTime.DayOf(Now);

    public ApplicationBook Book => book;

    public Signature SignatureOf(Actor actor) => new(actor.PersonId?.Value ?? Guid.Empty, actor.Name, Now);

    public Task<Outcome> ActAsync(string number, IfMatch seen, Actor actor, Func<ApplicationDeed, Outcome> act, CancellationToken ct) =>
        ActAsync(number, seen, actor, deed => Task.FromResult(act(deed)), ct);

    /// <param name="act">Calls one verb; what it says happened is written, with its letters, when the verb is done.</param>
    public Task<Outcome> ActAsync(string number, IfMatch seen, Actor actor, Func<ApplicationDeed, Task<Outcome>> act, CancellationToken ct) => work.CommitAsync(actor, async deed =>
    {
        if (await book.FindAsync(number, ct) is not { } application)
        {
            return Absent;
        }

        // A verb judges what the officer saw: the version first, then the rules.
        if (db.IsStale(application, seen))
        {
            return WriteConflicts.Stale;
        }

        var said = new ApplicationDeed(application, await book.RulesAsync(ct), SignatureOf(actor), number);
        var outcome = await act(said);
        if (outcome.IsDone)
        {
            deed.Happened(said.Happening);
            await letters.SendAsync(deed, application, said.Letters, ct);
            db.Entry(application).Property<uint>("xmin").OriginalValue = seen.Version;
        }

        return outcome;
    }, ct);
}

/// <summary>An application in an officer's hands: the verb's arguments, and what is to be told afterwards.</summary>
internal sealed class ApplicationDeed(EstablishmentApplication application, EstablishmentRules rules, Signature by, string number)
{
    private readonly List<ApplicationLetter> letters = [];
    private Happening? happening;

    public EstablishmentApplication Application => application;

    public EstablishmentRules Rules => rules;

    public Signature By => by;

    public Happening Happening => happening ?? throw new InvalidOperationException("An act must say what happened.");

    public IReadOnlyList<ApplicationLetter> Letters => letters;

    public DateOnly Today => ChinaTime.DayOf(by.At);

    /// <param name="verb">Past verb of this room; also what other rooms listen to.</param>
    /// <param name="summary">What happened, after the application's name; without personal data.</param>
    public void Happened(string verb, string summary, object? detail = null, string? reason = null) =>
        happening = new($"establishment.{verb}", "application", number, $"{application.Title}（{number}）：{summary}")
        {
            Detail = detail ?? new { application.Id },
            Reason = string.IsNullOrWhiteSpace(reason) ? null : reason.Trim(),
        };

    public void Tell(Addressee to, string subject, string text) => letters.Add(new(to, Happening.Verb, subject, text));
}
