using System.Security.Claims;
using IpNetwork.App.Data;
using IpNetwork.App.Shell;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Kernel;
using IpNetwork.Domain.Staff;
using Microsoft.EntityFrameworkCore;

namespace IpNetwork.App.Staff;

/// <summary>Checks the route's rule against the memberships at the node of the address, and names the actor.</summary>
internal sealed class RouteAuthorization(RequestDelegate next, TimeProvider clock)
{
    private static readonly Refusal NotSignedOn = Refusal.Forbidden("NOT_SIGNED_ON", "请先登录，再继续。");
    private static readonly Refusal NoMembership = Refusal.Forbidden("NO_MEMBERSHIP", "您不是本平台的工作人员，不能进入这里。需要时请本平台负责人为您开通。");
    private static readonly Refusal RoleRequired = Refusal.Forbidden("ROLE_REQUIRED", "您在本平台的岗位不能做这件事。请找有相应岗位的同事办理。");

    public async Task InvokeAsync(HttpContext context, CurrentNode node)
    {
        var rule = context.GetEndpoint()?.Metadata.GetMetadata<RouteRule>();
        var signedOn = SignedOn.From(context.User);
        if (signedOn is not null)
        {
            context.Features.Set(signedOn);
        }

        if (rule is null or { Audience: Audience.Everyone })
        {
            await next(context);
            return;
        }

        if (signedOn is null)
        {
            await RefuseAsync(context, NotSignedOn, StatusCodes.Status401Unauthorized);
            return;
        }

        if (rule.Audience is Audience.SignedOn && context.GetEndpoint()?.Metadata.GetMetadata<AtNode>() is null)
        {
            await next(context);
            return;
        }

        var roles = await RolesAsync(context.RequestServices.GetRequiredService<NetworkDb>(), signedOn.Id, context.RequestAborted);
        if (rule.Audience is Audience.SignedOn)
        {
            // People from outside act at a node too; what they may do there is the room's question, and entering is no entry of staff.
            context.Features.Set(ActorOf(context, signedOn, roles.Count == 0 ? null : roles[0], node, roles));
            await next(context);
            return;
        }

        context.Features.Set(new ActingRoles(roles));
        if (roles.Count == 0)
        {
            await RefuseAsync(context, NoMembership, StatusCodes.Status403Forbidden);
            return;
        }

        if (rule.Roles.Count > 0 && !rule.Roles.Any(roles.Contains))
        {
            await RefuseAsync(context, RoleRequired, StatusCodes.Status403Forbidden);
            return;
        }

        var role = rule.Roles.Count == 0 ? roles[0] : rule.Roles.First(roles.Contains);
        var actor = ActorOf(context, signedOn, role, node, roles);
        context.Features.Set(actor);
        await context.RequestServices.GetRequiredService<Entrance>().RecordAsync(actor, signedOn.SessionId, context.RequestAborted);
        await next(context);
    }

    private static Actor ActorOf(HttpContext context, SignedOn signedOn, Role? role, CurrentNode node, IReadOnlyList<Role> roles) => new(signedOn.Id, signedOn.Name, role?.ToString(), node.Id)
    {
        TraceId = context.TraceIdentifier,
        Source = context.Connection.RemoteIpAddress?.ToString(),
        Roles = roles,
    };

    private async Task<IReadOnlyList<Role>> RolesAsync(NetworkDb db, PersonId person, CancellationToken ct)
    {
        var today = ChinaTime.DayOf(clock.GetUtcNow());
        return await db.Set<Membership>()
            .Where(m => m.PersonId == person && m.From <= today && (m.To == null || m.To >= today))
            .Select(m => m.Role)
            .Distinct()
            .ToListAsync(ct);
    }

    private static Task RefuseAsync(HttpContext context, Refusal refusal, int status)
    {
        if (context.IsApi())
        {
            return status is StatusCodes.Status401Unauthorized
                ? Answers.Unauthorized(refusal).ExecuteAsync(context)
                : Answers.Problem(refusal).ExecuteAsync(context);
        }

        if (status is StatusCodes.Status401Unauthorized)
        {
            var back = context.Request.PathBase + context.Request.Path + context.Request.QueryString;
            context.Response.Redirect($"/sign-in?returnUrl={Uri.EscapeDataString(HttpMethods.IsGet(context.Request.Method) ? back : context.Request.PathBase + "/")}");
            return Task.CompletedTask;
        }

        context.Features.Set(refusal);
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }
}

/// <summary>The person behind the cookie.</summary>
internal sealed record SignedOn(PersonId Id, string Name, Guid SessionId)
{
    public static SignedOn Of(HttpContext context) =>
        context.Features.Get<SignedOn>() ?? throw new InvalidOperationException("This route's rule lets nobody in who is not signed on.");

    public static SignedOn? From(ClaimsPrincipal user) =>
        user.Identity is { IsAuthenticated: true }
        && Guid.TryParse(user.FindFirstValue("sub"), out var id)
        && Guid.TryParse(user.FindFirstValue("sid"), out var session)
            ? new(new(id), user.FindFirstValue("name") ?? "", session)
            : null;
}
