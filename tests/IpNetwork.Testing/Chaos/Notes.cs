using IpNetwork.App.Data;
using IpNetwork.App.Data.Trail;
using IpNetwork.App.Shell;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Kernel;
using IpNetwork.Domain.Staff;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace IpNetwork.Testing.Chaos;

/// <summary>A room without a rule that would refuse a double: only the key stands against it. A membership serves as its record.</summary>
internal static class Notes
{
    public const string Verb = "test.noted";

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/api/v1/nodes/{node}/notes", async (Note note, Actor actor, NetworkDb db, UnitOfWork work, CurrentNode current, TimeProvider clock, CancellationToken ct) =>
            {
                var outcome = await work.CommitAsync(actor, deed => Task.FromResult(Write(note, db, current, clock, deed)), ct);
                return outcome.IsDone
                    ? TypedResults.Created($"/api/v1/nodes/{current.Node.Slug}/notes/{outcome.Value}", new Noted(outcome.Value))
                    : Answers.Problem(outcome.Refusals);
            })
            .AtNode()
            .CreatesOnce()
            .Allow(RouteRule.Members);

    private static Outcome<string> Write(Note note, NetworkDb db, CurrentNode node, TimeProvider clock, Deed deed)
    {
        var record = Membership.Grant(
            new() { NodeId = node.Id, PersonId = new(Guid.CreateVersion7()), PersonName = note.Label, Role = Role.Auditor, From = new(2024, 1, 1) },
            node.Node.Kind, [], clock.GetUtcNow());
        if (!record.IsDone)
        {
            return Outcome.Refused<string>(record.Refusals);
        }

        var id = record.Value.Id.ToString();
        db.Add(record.Value);
        deed.Happened(new(Verb, "note", id, "记一笔"));
        deed.Send(new(MessageKind.Mail, Verb, "a@example.cn", new { note.Label }));
        return id;
    }
}

internal sealed record Note(string Label);

internal sealed record Noted(string Id);
