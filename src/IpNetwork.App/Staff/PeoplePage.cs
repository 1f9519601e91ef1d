using IpNetwork.App.Data;
using IpNetwork.App.Shell;
using IpNetwork.App.Staff.Inviting;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Kernel;
using IpNetwork.Domain.Staff;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IpNetwork.App.Staff;

/// <summary>The workbench's list of who works here and who is invited, and the acts upon both.</summary>
internal sealed class PeoplePage(NetworkDb db, InvitationDesk desk, CurrentNode current, IShellContexts shells, TimeProvider clock)
{
    public const string Path = "/workbench/people";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Path, (HttpContext context, PeoplePage page, CancellationToken ct) => page.ShowAsync(context, FormState.Empty, StatusCodes.Status200OK, ct))
            .ExcludeFromDescription().AtNode().Allow(StaffPolicy.See);
        app.MapPost(Path, async (HttpContext context, PeoplePage page, Appoint appoint, CurrentNode current, Actor actor, CancellationToken ct) =>
            {
                var form = await context.Request.ReadFormAsync(ct);
                var outcome = await appoint.HandleAsync(AppointmentRequest.Of(form), actor,
                    role => Task.FromResult(StaffPolicy.MayDecide(MembershipRoutes.Held(context), role, current.Node.Kind)), ct);
                return outcome.IsDone ? Results.Redirect(context.Request.PathBase + Path) : await page.RefusedAsync(context, form, outcome.Refusals, ct);
            })
            .ExcludeFromDescription().AtNode().CreatesOnce().Allow(StaffPolicy.Appoint);
        app.MapPost($"{Path}/{{id:guid}}/end", async (Guid id, HttpContext context, PeoplePage page, EndMembership end, Actor actor, IfMatch version, CancellationToken ct) =>
            {
                var form = await context.Request.ReadFormAsync(ct);
                return await end.HandleAsync(id, form["lastDay"], MembershipRoutes.Held(context), actor, version, ct) switch
                {
                    null => Results.NotFound(),
                    { IsDone: true } => Results.Redirect(context.Request.PathBase + Path),
                    { } refused => await page.RefusedAsync(context, form, refused.Refusals, ct),
                };
            })
            .ExcludeFromDescription().AtNode().Allow(StaffPolicy.Appoint);
        MapInvitations(app);
    }

    private static void MapInvitations(IEndpointRouteBuilder app)
    {
        app.MapPost($"{Path}/invitations", async (HttpContext context, PeoplePage page, CurrentNode current, Actor actor, CancellationToken ct) =>
            {
                var form = await context.Request.ReadFormAsync(ct);
                var outcome = await page.Desk.InviteAsync(InvitationRequest.Of(form), actor, InvitationRoutes.Own(context, current), ct);
                return outcome.IsDone ? PageAnswers.Go(context.Request.PathBase + Path) : await page.InviteRefusedAsync(context, form, outcome.Refusals, ct);
            })
            .ExcludeFromDescription().AtNode().CreatesOnce().Allow(StaffPolicy.Appoint);
        app.MapPost($"{Path}/invitations/{{id:guid}}/sending", async (Guid id, HttpContext context, PeoplePage page, CurrentNode current, Actor actor, IfMatch seen, CancellationToken ct) =>
            {
                var form = await context.Request.ReadFormAsync(ct);
                return await page.DoneAsync(context, form, await page.Desk.SendAgainAsync(id, InvitationRequest.Of(form), seen, actor, InvitationRoutes.Own(context, current), ct), ct);
            })
            .ExcludeFromDescription().AtNode().Allow(StaffPolicy.Appoint);
        app.MapPost($"{Path}/invitations/{{id:guid}}/revocation", async (Guid id, HttpContext context, PeoplePage page, CurrentNode current, Actor actor, IfMatch seen, CancellationToken ct) =>
                await page.DoneAsync(context, await context.Request.ReadFormAsync(ct), await page.Desk.RevokeAsync(id, seen, actor, InvitationRoutes.Own(context, current), ct), ct))
            .ExcludeFromDescription().AtNode().Allow(StaffPolicy.Appoint);
    }

    private InvitationDesk Desk => desk;

    private async Task<IResult> DoneAsync(HttpContext context, IFormCollection form, Outcome outcome, CancellationToken ct) =>
        outcome.IsDone ? PageAnswers.Go(context.Request.PathBase + Path)
        : outcome.Refusals[0] == InvitationDesk.Absent ? PageAnswers.Absent()
        : await InviteRefusedAsync(context, form, outcome.Refusals, ct);

    private Task<IResult> InviteRefusedAsync(HttpContext context, IFormCollection form, IReadOnlyList<Refusal> refusals, CancellationToken ct) =>
        ShowAsync(context, FormState.Empty, Answers.StatusOf(refusals[0]), ct, FormState.Of(form).Refused(refusals));

    private Task<IResult> RefusedAsync(HttpContext context, IFormCollection form, IReadOnlyList<Refusal> refusals, CancellationToken ct) =>
        ShowAsync(context, FormState.Of(form.ToDictionary(f => f.Key, f => f.Value.ToString())).Refused(refusals), Answers.StatusOf(refusals[0]), ct);

    private async Task<IResult> ShowAsync(HttpContext context, FormState form, int status, CancellationToken ct, FormState? invitation = null)
    {
        var today = ChinaTime.DayOf(clock.GetUtcNow());
        var held = MembershipRoutes.Held(context);
        var href = context.Request.PathBase + Path;
        var model = new PeopleView
        {
            Action = href,
            Form = form,
            MayAppoint = StaffPolicy.Appoint.Roles.Any(held.Contains),
            Roles = [.. RoleScope.For(current.Node.Kind).Where(role => StaffPolicy.MayDecide(held, role, current.Node.Kind) is null).Select(role => new FieldOption(role.ToString(), role.Chinese()))],
            Rows =
            [
                .. (await MembershipRoutes.PostsAsync(db, ct)).Select(p => new PersonRow(p.Id, p.Name, p.RoleName, p.From, p.To)
                {
                    IsOver = p.To < today,
                    EndHref = (p.To is null || p.To >= today) && StaffPolicy.MayDecide(held, p.Role, current.Node.Kind) is null ? $"{href}/{p.Id}/end" : null,
                    Version = p.ETag.Trim('"'),
                }),
            ],
            Today = today,
            Invitations = await InvitationsAsync(context, invitation ?? FormState.Empty, ct),
        };
        return new RazorComponentResult<People>(new { Shell = await shells.ForAsync(context, "people", ct), Model = model }) { StatusCode = status };
    }

    private async Task<InvitationTableView> InvitationsAsync(HttpContext context, FormState form, CancellationToken ct)
    {
        var held = MembershipRoutes.Held(context);
        var roles = RoleScope.For(current.Node.Kind).Where(role => StaffPolicy.MayDecide(held, role, current.Node.Kind) is null).ToList();
        return new($"{context.Request.PathBase}{Path}/invitations", form, [.. roles.Select(role => new FieldOption(role.ToString(), role.Chinese()))], [.. (await desk.OpenAsync(ct)).Select(row => row with { MayAct = roles.Contains(row.Role) })]);
    }
}
