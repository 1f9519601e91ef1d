using IpNetwork.App.Data.Trail;
using IpNetwork.App.Shell;
using IpNetwork.Domain.Kernel;
using Microsoft.EntityFrameworkCore;

namespace IpNetwork.App.Audit;

/// <summary>Which events are asked for. Ids are made in the order of time, so that a page begins where the last one ended.</summary>
internal sealed record AuditFilter
{
    /// <summary>One verb, or all of a room: <c>nodes.</c></summary>
    public string? Verb { get; init; }
    public string? Who { get; init; }
    public DateOnly? From { get; init; }
    public DateOnly? To { get; init; }
    public Guid? Before { get; init; }
    public bool Below { get; init; }
    public int Limit { get; init; } = QueryReader.DefaultLimit;

    public static AuditFilter Read(QueryReader query) => new()
    {
        Verb = query.Text("verb", 60),
        Who = query.Text("who", 40),
        From = query.Day("from"),
        To = query.Day("to"),
        Before = query.Id("cursor"),
        Below = query.Flag("below"),
        Limit = query.Limit(),
    };

    public IQueryable<AuditEvent> Apply(IQueryable<AuditEvent> events, NodeId own)
    {
        if (Verb is { } verb)
        {
            events = verb.EndsWith('.') ? events.Where(e => e.Verb.StartsWith(verb)) : events.Where(e => e.Verb == verb);
        }

        if (Who is { } who)
        {
            // A masked name must not be found letter by letter.
            events = events.Where(e => e.PersonName.Contains(who) && (e.NodeId == own || e.ActingNodeId == own));
        }

        if (From is { } from)
        {
            var start = ChinaTime.StartOf(from);
            events = events.Where(e => e.At >= start);
        }

        if (To is { } to)
        {
            var end = ChinaTime.EndOf(to);
            events = events.Where(e => e.At < end);
        }

        return Before is { } before ? events.Where(e => e.Id.CompareTo(before) < 0) : events;
    }
}
