using IpNetwork.App.Shell;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Kernel;
using IpNetwork.Domain.Staff;

namespace IpNetwork.App.Staff.Inviting;

/// <summary>Links to posts, as the API has them: a node's own, the first manager of a node below, and taking one up.</summary>
internal static class InvitationRoutes
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/nodes/{node}/invitations", async (InvitationDesk desk, CancellationToken ct) => TypedResults.Ok(new ListOf<InvitationView>(await desk.OpenAsync(ct), null)))
            .ProducesProblem(403).ProducesProblem(404)
            .WithName("ListInvitations").WithSummary("还没有被接受的邀请，连同办理所需的 ETag")
            .AtNode().Allow(StaffPolicy.Appoint);
        api.MapPost("/nodes/{node}/invitations", async (string node, InvitationRequest body, InvitationDesk desk, HttpContext context, CurrentNode current, Actor actor, CancellationToken ct) =>
                Created(await desk.InviteAsync(body, actor, Own(context, current), ct), $"/api/v1/nodes/{node}/invitations"))
            .Produces(201).ProducesProblem(400).ProducesProblem(403)
            .WithName("Invite").WithSummary("邀请一个人担任本节点的岗位：发出只能用一次的链接")
            .AtNode().CreatesOnce().Allow(StaffPolicy.Appoint);
        api.MapPost("/nodes/{node}/invitations/{id:guid}/sending", async (Guid id, InvitationRequest body, InvitationDesk desk, HttpContext context, CurrentNode current, Actor actor, IfMatch seen, CancellationToken ct) =>
                Done(await desk.SendAgainAsync(id, body, seen, actor, Own(context, current), ct)))
            .Produces(204).ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(428)
            .WithName("SendInvitationAgain").WithSummary("重新发送邀请，旧链接作废")
            .AtNode().Allow(StaffPolicy.Appoint);
        api.MapPost("/nodes/{node}/invitations/{id:guid}/revocation", async (Guid id, InvitationDesk desk, HttpContext context, CurrentNode current, Actor actor, IfMatch seen, CancellationToken ct) =>
                Done(await desk.RevokeAsync(id, seen, actor, Own(context, current), ct)))
            .Produces(204).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(428)
            .WithName("RevokeInvitation").WithSummary("撤回邀请")
            .AtNode().Allow(StaffPolicy.Appoint);
        api.MapPost("/nodes/{node}/invitation-acceptances", async (AcceptanceRequest body, UseInvitation use, Actor actor, CancellationToken ct) =>
                actor.PersonId is { } person ? Done(await use.HandleAsync(body.Token ?? "", person, actor, ct)) : Answers.NotFound())
            .Produces(204).ProducesProblem(400).ProducesProblem(401).ProducesProblem(404).ProducesProblem(409)
            .WithName("AcceptInvitation").WithSummary("凭邀请链接里的口令接受邀请")
            .AtNode().CreatesOnce().Allow(RouteRule.SignedOn);
        MapBelow(api);
    }

    private static void MapBelow(IEndpointRouteBuilder api)
    {
        const string below = "/nodes/{node}/network/{slug}/invitations";
        api.MapGet(below, async (string slug, InviteBelow invite, CancellationToken ct) =>
            {
                var outcome = await invite.AtAsync<IReadOnlyList<InvitationView>>(slug, async (desk, _) => new List<InvitationView>(await desk.OpenAsync(ct)), ct);
                return outcome.IsDone ? Results.Ok(new ListOf<InvitationView>(outcome.Value, null)) : Answers.Problem(outcome.Refusals);
            })
            .Produces<ListOf<InvitationView>>().ProducesProblem(403).ProducesProblem(404)
            .WithName("ListInvitationsBelow").WithSummary("一个下属节点还没有被接受的邀请")
            .AtNode().Allow(StaffPolicy.AppointBelow);
        api.MapPost(below, async (string node, string slug, InvitationRequest body, InviteBelow invite, Actor actor, CancellationToken ct) =>
                Created(await invite.AtAsync(slug, (desk, mayDecide) => desk.InviteAsync(body, actor, mayDecide, ct), ct), $"/api/v1/nodes/{node}/network/{slug}/invitations"))
            .Produces(201).ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409)
            .WithName("InviteBelow").WithSummary("省级平台邀请下属节点的第一位负责人")
            .AtNode().CreatesOnce().Allow(StaffPolicy.AppointBelow);
        api.MapPost($"{below}/{{id:guid}}/sending", async (string slug, Guid id, InvitationRequest body, InviteBelow invite, Actor actor, IfMatch seen, CancellationToken ct) =>
                Done(await invite.AtAsync(slug, (desk, mayDecide) => desk.SendAgainAsync(id, body, seen, actor, mayDecide, ct), ct)))
            .Produces(204).ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(428)
            .WithName("SendInvitationBelowAgain").WithSummary("重新发送给下属节点负责人的邀请，旧链接作废")
            .AtNode().Allow(StaffPolicy.AppointBelow);
        api.MapPost($"{below}/{{id:guid}}/revocation", async (string slug, Guid id, InviteBelow invite, Actor actor, IfMatch seen, CancellationToken ct) =>
                Done(await invite.AtAsync(slug, (desk, mayDecide) => desk.RevokeAsync(id, seen, actor, mayDecide, ct), ct)))
            .Produces(204).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(428)
            .WithName("RevokeInvitationBelow").WithSummary("撤回给下属节点负责人的邀请")
            .AtNode().Allow(StaffPolicy.AppointBelow);
    }

    public static Func<Role, Task<Refusal?>> Own(HttpContext context, CurrentNode current) =>
        role => Task.FromResult(StaffPolicy.MayDecide(MembershipRoutes.Held(context), role, current.Node.Kind));

    private static IResult Created(Outcome<string> outcome, string place) => outcome.IsDone ? Results.Created($"{place}/{outcome.Value}", null) : Answers.Problem(outcome.Refusals);

    private static IResult Done(Outcome outcome) => outcome.IsDone ? Results.NoContent() : Answers.Problem(outcome.Refusals);
}

internal sealed record AcceptanceRequest(string? Token);
