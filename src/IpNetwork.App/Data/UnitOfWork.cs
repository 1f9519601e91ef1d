using System.Text.Json;
using IpNetwork.App.Data.Trail;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Kernel;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace IpNetwork.App.Data;

/// <summary>The one way to write: record, audit event, outbox row and idempotency row commit together in the current node's context.</summary>
internal sealed class UnitOfWork(NetworkDb db, CurrentNode node, RequestKey key, ChangeSignal signal, TimeProvider clock)
{
    private const int Attempts = 3;

    /// <summary>A change of something that exists.</summary>
    public async Task<Outcome> CommitAsync(Actor actor, Func<Deed, Task<Outcome>> act, CancellationToken ct)
    {
        var outcome = await CommitAsync(actor, async deed => await act(deed) is { IsDone: false } refused ? Outcome.Refused<string>(refused.Refusals) : "", ct);
        return outcome.IsDone ? Outcome.Done : Outcome.Refused(outcome.Refusals);
    }

    /// <summary>A creation: <paramref name="act"/> yields the new resource's id, and a retry under the same key yields it again.</summary>
    public async Task<Outcome<string>> CommitAsync(Actor actor, Func<Deed, Task<Outcome<string>>> act, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await TryCommitAsync(actor, act, ct);
            }
            catch (Exception e) when (attempt < Attempts && SqlState(e) is PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected)
            {
                db.ChangeTracker.Clear();
                await Task.Delay(Random.Shared.Next(5, 25 * attempt), ct);
            }
            catch (DbUpdateException e) when (e is DbUpdateConcurrencyException || SqlState(e) is PostgresErrorCodes.UniqueViolation)
            {
                db.ChangeTracker.Clear();
                return WriteConflicts.Stale;
            }
        }
    }

    private async Task<Outcome<string>> TryCommitAsync(Actor actor, Func<Deed, Task<Outcome<string>>> act, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await EarlierAsync(actor, ct) is { } earlier)
        {
            return earlier;
        }

        var deed = new Deed();
        var outcome = await act(deed);
        if (!outcome.IsDone)
        {
            // What was refused must not be saved by a later write of the same request.
            db.ChangeTracker.Clear();
            return outcome;
        }

        if (deed.Happenings.Count == 0)
        {
            throw new InvalidOperationException("A write must say what happened.");
        }

        Record(actor, deed);
        Keep(actor, outcome.Value);
        if (await SaveAsync(deed, ct) is { } taken)
        {
            db.ChangeTracker.Clear();
            return taken;
        }

        foreach (var topic in deed.Topics)
        {
            await db.Database.ExecuteSqlAsync($"select pg_notify({ChangeSignal.Channel}, {topic})", ct);
        }

        await transaction.CommitAsync(ct);
        foreach (var topic in deed.Topics)
        {
            signal.Raise(topic);
        }

        return outcome;
    }

    private async Task<Refusal?> SaveAsync(Deed deed, CancellationToken ct)
    {
        try
        {
            await db.SaveChangesAsync(ct);
            return null;
        }
        catch (DbUpdateException e) when (e.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation, ConstraintName: { } key } && deed.Taken.ContainsKey(key))
        {
            return deed.Taken[key];
        }
    }

    private async Task<Outcome<string>?> EarlierAsync(Actor actor, CancellationToken ct)
    {
        if (key.Key is null || actor.PersonId is not { } person)
        {
            return null;
        }

        var name = $"{node.Id}/{person}/{key.Route}/{key.Key}";
        if (!await db.Database.SqlQuery<bool>($"select pg_try_advisory_xact_lock(hashtextextended({name}, 7)) as \"Value\"").SingleAsync(ct))
        {
            return WriteConflicts.KeyRunning;
        }

        var row = await db.Set<IdempotencyRow>().AsNoTracking()
            .SingleOrDefaultAsync(r => r.PersonId == person && r.Route == key.Route && r.Key == key.Key, ct);
        if (row is null)
        {
            return null;
        }

        if (row.Fingerprint != key.Fingerprint)
        {
            return WriteConflicts.KeyReused;
        }

        key.IsReplay = true;
        return row.Result;
    }

    private void Record(Actor actor, Deed deed)
    {
        var now = clock.GetUtcNow();
        foreach (var happening in deed.Happenings)
        {
            db.Add(AuditEvent.Of(node.Node, actor, happening, now));
            db.Add(OutboxMessage.Event(node.Id, happening, now));
        }

        foreach (var letter in deed.Letters)
        {
            db.Add(OutboxMessage.Create(node.Id, letter.Kind, letter.Topic, letter.Recipient, JsonSerializer.Serialize(letter.Payload, WireJson.Options), now));
        }
    }

    private void Keep(Actor actor, string result)
    {
        if (key.Key is null || actor.PersonId is not { } person)
        {
            return;
        }

        db.Add(new IdempotencyRow
        {
            NodeId = node.Id,
            PersonId = person,
            Route = key.Route,
            Key = key.Key,
            Fingerprint = key.Fingerprint,
            Status = StatusCodes.Status201Created,
            Result = result,
            CreatedAt = clock.GetUtcNow(),
        });
    }

    /// <summary>EF wraps what it takes for transient once more than other errors.</summary>
    private static string? SqlState(Exception? e) => e is null ? null : (e as PostgresException)?.SqlState ?? SqlState(e.InnerException);
}
