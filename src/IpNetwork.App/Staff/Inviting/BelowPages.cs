using IpNetwork.App.Shell;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Kernel;
using IpNetwork.Domain.Staff;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IpNetwork.App.Staff.Inviting;

/// <summary>At the province: the first manager of a node below, invited and seen to until somebody has come.</summary>
internal sealed class BelowPages(InviteBelow invite, IShellContexts shells)
{
    private const string Path = "/workbench/network/{slug}/invitations";

    public static string Href(string basePath, string slug) => $"{basePath}{Path.Replace("{slug}", slug, StringComparison.Ordinal)}";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Path, (string slug, HttpContext context, BelowPages pages, CancellationToken ct) => pages.ShowAsync(slug, context, FormState.Empty, StatusCodes.Status200OK, ct))
            .ExcludeFromDescription().AtNode().Allow(StaffPolicy.AppointBelow);
        app.MapPost(Path, async (string slug, HttpContext context, BelowPages pages, Actor actor, CancellationToken ct) =>
            {
                var form = await context.Request.ReadFormAsync(ct);
                var outcome = await pages.Invite.AtAsync(slug, (desk, mayDecide) => desk.InviteAsync(InvitationRequest.Of(form), actor, mayDecide, ct), ct);
                return await pages.DoneAsync(slug, context, form, outcome.Refusals, ct);
            })
            .ExcludeFromDescription().AtNode().CreatesOnce().Allow(StaffPolicy.AppointBelow);
        app.MapPost($"{Path}/{{id:guid}}/sending", async (string slug, Guid id, HttpContext context, BelowPages pages, Actor actor, IfMatch seen, CancellationToken ct) =>
            {
                var form = await context.Request.ReadFormAsync(ct);
                var outcome = await pages.Invite.AtAsync(slug, (desk, mayDecide) => desk.SendAgainAsync(id, InvitationRequest.Of(form), seen, actor, mayDecide, ct), ct);
                return await pages.DoneAsync(slug, context, form, outcome.Refusals, ct);
            })
            .ExcludeFromDescription().AtNode().Allow(StaffPolicy.AppointBelow);
        app.MapPost($"{Path}/{{id:guid}}/revocation", async (string slug, Guid id, HttpContext context, BelowPages pages, Actor actor, IfMatch seen, CancellationToken ct) =>
            {
                var form = await context.Request.ReadFormAsync(ct);
                var outcome = await pages.Invite.AtAsync(slug, (desk, mayDecide) => desk.RevokeAsync(id, seen, actor, mayDecide, ct), ct);
                return await pages.DoneAsync(slug, context, form, outcome.Refusals, ct);
            })
            .ExcludeFromDescription().AtNode().Allow(StaffPolicy.AppointBelow);
    }

    private InviteBelow Invite => invite;

    private async Task<IResult> DoneAsync(string slug, HttpContext context, IFormCollection form, IReadOnlyList<Refusal> refusals, CancellationToken ct) =>
        refusals.Count == 0 ? PageAnswers.Go(Href(context.Request.PathBase, slug))
        : refusals[0] == InvitationDesk.Absent ? PageAnswers.Absent()
        : await ShowAsync(slug, context, FormState.Of(form).Refused(refusals), Answers.StatusOf(refusals[0]), ct);

    private async Task<IResult> ShowAsync(string slug, HttpContext context, FormState form, int status, CancellationToken ct)
    {
        if (await invite.FindAsync(slug, ct) is not { } node)
        {
            return PageAnswers.Absent();
        }

        var closed = default(Refusal);
        var open = await invite.AtAsync<IReadOnlyList<InvitationView>>(slug, async (desk, mayDecide) =>
        {
            closed = await mayDecide(Role.Manager);
            return new List<InvitationView>(await desk.OpenAsync(ct));
        }, ct);
        FieldOption[] roles = closed is null ? [new(nameof(Role.Manager), Role.Manager.Chinese())] : [];
        var model = new BelowView(node.ShortName, new("平台网络", $"{context.Request.PathBase}/workbench/network"), closed?.Message, new(Href(context.Request.PathBase, slug), form, roles, open.IsDone ? open.Value : []));
        return new RazorComponentResult<BelowPage>(new { Shell = await shells.ForAsync(context, "network", ct), Model = model }) { StatusCode = status };
    }
}

/// <param name="Closed">Why the province invites nobody here any more.</param>
public sealed record BelowView(string Node, LinkView Tree, string? Closed, InvitationTableView Invitations);
