using IpNetwork.App.Data;
using IpNetwork.App.Shell;
using IpNetwork.Domain.Staff;
using Microsoft.AspNetCore.Antiforgery;

namespace IpNetwork.App.Staff;

/// <summary>Who is signed on, where they work, and the token that changes need.</summary>
internal static class ShowSession
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/session", async (HttpContext context, MyMemberships mine, NodeDirectory directory, IAntiforgery antiforgery, CancellationToken ct) =>
            {
                var person = SignedOn.Of(context);
                var nodes = await directory.CurrentAsync(ct);
                var memberships = await mine.TodayAsync(person.Id, ct);
                return TypedResults.Ok(new SessionView(
                    person.Name,
                    antiforgery.GetAndStoreTokens(context).RequestToken ?? "",
                    [.. memberships.Select(m => new MembershipView(nodes.ById(m.NodeId)?.Slug ?? "", m.Role, m.Role.Chinese(), m.From, m.To))]));
            })
            .WithName("ShowSession")
            .WithSummary("当前登录人、任职与防伪令牌")
            .ProducesProblem(401)
            .Allow(RouteRule.SignedOn);
}

internal sealed record SessionView(string Name, string CsrfToken, IReadOnlyList<MembershipView> Memberships);

internal sealed record MembershipView(string Node, Role Role, string RoleName, DateOnly From, DateOnly? To);
