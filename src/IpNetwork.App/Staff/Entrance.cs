using System.Collections.Concurrent;
using IpNetwork.App.Data;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IpNetwork.App.Staff;

/// <summary>Audits the first time a session works at a node. Changing nodes needs no new session, so this is the trace of it.</summary>
internal sealed class Entrance(NetworkDb db, UnitOfWork work, CurrentNode node, EntrancesSeen seen, TimeProvider clock)
{
    public const string Verb = "staff.node-entered";

    public async Task RecordAsync(Actor actor, Guid session, CancellationToken ct)
    {
        if (seen.Contains(node.Id, session))
        {
            return;
        }

        if (!await db.Set<SessionEntry>().AnyAsync(e => e.SessionId == session, ct))
        {
            await EnterAsync(actor, session, ct);
        }

        seen.Add(node.Id, session);
    }

    private async Task EnterAsync(Actor actor, Guid session, CancellationToken ct)
    {
        try
        {
            await work.CommitAsync(actor, deed =>
            {
                db.Add(new SessionEntry { NodeId = node.Id, SessionId = session, EnteredAt = clock.GetUtcNow() });
                deed.Happened(new(Verb, "session", session.ToString(), "进入本平台工作台"));
                return Task.FromResult(Outcome.Done);
            }, ct);
        }
        catch (DbUpdateException)
        {
            // The same session entered through another request at the same moment; that one is audited.
            db.ChangeTracker.Clear();
        }
    }
}

/// <summary>Spares the look-up for sessions this process has already seen at a node.</summary>
internal sealed class EntrancesSeen
{
    private const int Limit = 100_000;
    private readonly ConcurrentDictionary<(NodeId, Guid), byte> seen = new();

    public bool Contains(NodeId node, Guid session) => seen.ContainsKey((node, session));

    public void Add(NodeId node, Guid session)
    {
        if (seen.Count > Limit)
        {
            seen.Clear();
        }

        seen.TryAdd((node, session), 0);
    }
}

internal sealed class SessionEntry
{
    public required NodeId NodeId { get; init; }
    public required Guid SessionId { get; init; }
    public required DateTimeOffset EnteredAt { get; init; }
}

internal sealed class SessionEntryMapping : IEntityTypeConfiguration<SessionEntry>
{
    public void Configure(EntityTypeBuilder<SessionEntry> builder)
    {
        builder.ToTable("session_entries");
        builder.HasKey(e => new { e.NodeId, e.SessionId });
        builder.AppMay(Access.Select | Access.Insert | Access.Delete).NotOverseen();
    }
}
