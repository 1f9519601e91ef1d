using IpNetwork.App.Data;
using IpNetwork.App.Shell;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Establishment;
using IpNetwork.Domain.Kernel;
using Microsoft.EntityFrameworkCore;

namespace IpNetwork.App.Establishment.Filing.Registering;

/// <summary>Somebody signed on becomes a builder of the province: one for each person and one for each credit code.</summary>
internal sealed class RegisterBuilder(FilingBook book, NetworkDb db, UnitOfWork work, CurrentNode current, TimeProvider clock)
{
    /// <summary>Which wording was agreed to; a new wording gets a new day.</summary>
    public const string ConsentWording = "2026-11-27";

    private const string OneForACode = "ix_builders_node_id_uscc";
    private const string OneForAPerson = "ix_builders_node_id_person_id";

    public static void Map(IEndpointRouteBuilder node)
    {
        node.MapPost("/builders", async (string node, RegistrationBody body, RegisterBuilder register, Actor actor, CancellationToken ct) =>
                await register.HandleAsync(body, actor, ct) is var outcome && outcome.IsDone ? Results.Created($"/api/v1/nodes/{node}/builders/me", null) : Answers.Problem(outcome.Refusals))
            .Produces(201).ProducesProblem(400).ProducesProblem(404).ProducesProblem(409)
            .WithName("RegisterBuilder").WithSummary("登记为建设主体")
            .AtNode().CreatesOnce().Allow(FilingPolicy.Own);
        node.MapGet("/builders/me", async (FilingBook book, Actor actor, CancellationToken ct) =>
                await book.BuilderAsync(actor.PersonId, ct) is { } builder ? Results.Ok(BuilderView.Of(builder)) : Answers.NotFound())
            .Produces<BuilderView>().ProducesProblem(404)
            .WithName("ShowMyBuilder").WithSummary("本人的建设主体登记")
            .AtNode().Allow(FilingPolicy.Own);
    }

    /// <summary>What is wrong with what was typed, before anybody is asked for.</summary>
    public IReadOnlyList<Refusal> Check(RegistrationBody body) =>
    [
        .. Builder.Register(current.Id, new(Guid.Empty), body.Registration, clock.GetUtcNow()).Refusals,
        .. body.Consent ? Array.Empty<Refusal>() : [EstablishmentRefusals.ConsentMissing()],
    ];

    /// <summary>Whose code it is; null for nobody's.</summary>
    public async Task<PersonId?> HolderAsync(RegistrationBody body, CancellationToken ct)
    {
        var uscc = UnifiedSocialCreditCode.Parse(body.Uscc);
        return uscc.IsDone && await db.Set<Builder>().AsNoTracking().SingleOrDefaultAsync(b => b.Uscc == uscc.Value.Text, ct) is { } builder ? builder.PersonId : null;
    }

    public async Task<Outcome<string>> HandleAsync(RegistrationBody body, Actor actor, CancellationToken ct)
    {
        if (!book.IsHere || actor.PersonId is not { } person)
        {
            return Answers.Absent;
        }

        if (Check(body) is { Count: > 0 } refusals)
        {
            return Outcome.Refused<string>(refusals);
        }

        var outcome = await work.CommitAsync(FilingDesk.AsBuilder(actor), deed => ApplyAsync(body, person, deed, ct), ct);

        // Two that were sent together: the one who comes second finds the person's own registration there.
        return !outcome.IsDone && outcome.Refusals[0] == EstablishmentRefusals.BuilderExists() && await OwnAsync(body, person, ct) is { } own ? own.Id.ToString() : outcome;
    }

    private async Task<Outcome<string>> ApplyAsync(RegistrationBody body, PersonId person, Deed deed, CancellationToken ct)
    {
        var registered = Builder.Register(current.Id, person, body.Registration, clock.GetUtcNow());
        if (!registered.IsDone)
        {
            return Outcome.Refused<string>(registered.Refusals);
        }

        var builder = registered.Value;
        if (await db.Set<Builder>().AnyAsync(b => b.PersonId == person || b.Uscc == builder.Uscc, ct))
        {
            return EstablishmentRefusals.BuilderExists();
        }

        db.Add(builder);
        deed.WhenTaken(OneForACode, EstablishmentRefusals.BuilderExists());
        deed.WhenTaken(OneForAPerson, EstablishmentRefusals.BuilderExists());
        deed.Happened(new("establishment.builder-registered", "builder", builder.Id.ToString(), $"登记建设主体（{builder.Type.Chinese()}）")
        {
            Detail = new { builder.Type, Consent = ConsentWording },
        });
        return builder.Id.ToString();
    }

    private async Task<Builder?> OwnAsync(RegistrationBody body, PersonId person, CancellationToken ct)
    {
        var uscc = UnifiedSocialCreditCode.Parse(body.Uscc);
        return uscc.IsDone ? await db.Set<Builder>().AsNoTracking().SingleOrDefaultAsync(b => b.PersonId == person && b.Uscc == uscc.Value.Text, ct) : null;
    }
}
