using IpNetwork.App.Data;
using IpNetwork.App.Shell;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Kernel;
using IpNetwork.Domain.Staff;
using Microsoft.EntityFrameworkCore;

namespace IpNetwork.App.Staff;

/// <summary>Who works at a node.</summary>
internal static class MembershipRoutes
{
    private const int Limit = 500;

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/nodes/{node}/memberships", async (NetworkDb db, CancellationToken ct) => TypedResults.Ok(new ListOf<PostView>(await PostsAsync(db, ct), null)))
            .ProducesProblem(403).ProducesProblem(404)
            .WithName("ListMemberships").WithSummary("本节点的任职")
            .AtNode().Allow(StaffPolicy.See);
        api.MapGet("/nodes/{node}/memberships/{id:guid}", async (Guid id, HttpContext context, NetworkDb db, CancellationToken ct) =>
            {
                if ((await PostsAsync(db, ct)).FirstOrDefault(p => p.Id == id) is not { } post)
                {
                    return Answers.NotFound();
                }

                context.Response.Headers.ETag = post.ETag;
                return Results.Ok(post);
            })
            .Produces<PostView>().ProducesProblem(403).ProducesProblem(404)
            .WithName("ShowMembership").WithSummary("一项任职，连同结束它所需的 ETag")
            .AtNode().Allow(StaffPolicy.See);
        api.MapPost("/nodes/{node}/memberships", async (string node, AppointmentRequest body, Appoint appoint, HttpContext context, CurrentNode current, Actor actor, CancellationToken ct) =>
            {
                var outcome = await appoint.HandleAsync(body, actor, role => Task.FromResult(StaffPolicy.MayDecide(Held(context), role, current.Node.Kind)), ct);
                return outcome.IsDone ? Results.Created($"/api/v1/nodes/{node}/memberships/{outcome.Value}", null) : Answers.Problem(outcome.Refusals);
            })
            .Produces(201).ProducesProblem(400).ProducesProblem(403).ProducesProblem(409)
            .WithName("AppointAtNode").WithSummary("为已有账号开通本节点的岗位")
            .AtNode().CreatesOnce().Allow(StaffPolicy.Appoint);
        api.MapPost("/nodes/{node}/memberships/{id:guid}/end", async (Guid id, EndRequest body, EndMembership end, HttpContext context, Actor actor, IfMatch version, CancellationToken ct) =>
                await end.HandleAsync(id, body.LastDay, Held(context), actor, version, ct) switch
                {
                    null => Answers.NotFound(),
                    { IsDone: true } => Results.NoContent(),
                    { } refused => Answers.Problem(refused.Refusals),
                })
            .Produces(204).ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(428)
            .WithName("EndMembership").WithSummary("写明任职的最后一天")
            .AtNode().Allow(StaffPolicy.Appoint);
        api.MapPost("/nodes/{node}/network/{slug}/memberships", async (string slug, AppointmentRequest body, AppointBelow appoint, Actor actor, CancellationToken ct) =>
                await appoint.HandleAsync(slug, body, actor, ct) switch
                {
                    null => Answers.NotFound(),
                    { IsDone: true } done => Results.Created($"/api/v1/nodes/{slug}/memberships/{done.Value}", null),
                    { } refused => Answers.Problem(refused.Refusals),
                })
            .Produces(201).ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409)
            .WithName("AppointBelow").WithSummary("省级平台为没有负责人的下属节点开通第一位负责人")
            .AtNode().CreatesOnce().Allow(StaffPolicy.AppointBelow);
    }

    public static IReadOnlyList<Role> Held(HttpContext context) => context.Features.Get<ActingRoles>()?.Roles ?? [];

    public static async Task<IReadOnlyList<PostView>> PostsAsync(NetworkDb db, CancellationToken ct)
    {
        var rows = await db.Set<Membership>().AsNoTracking()
            .OrderByDescending(m => m.RecordedAt).ThenBy(m => m.Id)
            .Take(Limit)
            .Select(m => new { Membership = m, Version = EF.Property<uint>(m, "xmin") })
            .ToListAsync(ct);
        return [.. rows.Select(r => new PostView(r.Membership.Id, r.Membership.PersonName, r.Membership.Role, r.Membership.Role.Chinese(), r.Membership.From, r.Membership.To, ETags.Of(r.Version)))];
    }
}

internal sealed record EndRequest(string? LastDay);

internal sealed record PostView(Guid Id, string Name, Role Role, string RoleName, DateOnly From, DateOnly? To, string ETag);
