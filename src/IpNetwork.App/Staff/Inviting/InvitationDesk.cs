using System.Text.Json.Serialization;
using IpNetwork.App.Data;
using IpNetwork.App.Data.Trail;
using IpNetwork.App.Shell;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Kernel;
using IpNetwork.Domain.Nodes;
using IpNetwork.Domain.Staff;
using Microsoft.EntityFrameworkCore;

namespace IpNetwork.App.Staff.Inviting;

/// <summary>Links to posts of the current node: sent, sent again, taken back. Who may is asked once the role is known.</summary>
internal sealed class InvitationDesk(NetworkDb db, UnitOfWork work, CurrentNode current, IProvinceSettings settings, DeploymentAddress site, TimeProvider clock)
{
    public const string InvitedVerb = "staff.invited";

    public static readonly Refusal Absent = Answers.Absent;

    public Task<Outcome<string>> InviteAsync(InvitationRequest request, Actor actor, Func<Role, Task<Refusal?>> mayDecide, CancellationToken ct) => work.CommitAsync(actor, async deed =>
    {
        if (!Enum.TryParse<Role>(request.Role, out var role) || !Enum.IsDefined(role))
        {
            return StaffRefusals.UnknownRole();
        }

        if (await mayDecide(role) is { } refusal)
        {
            return refusal;
        }

        if (!role.IsHeldAt(current.Node.Kind))
        {
            return StaffRefusals.RoleNotForKind(role, current.Node.Kind);
        }

        var token = InvitationToken.New();
        var invited = Invitation.Invite(current.Id, role, request.Who, token.Hash, await LifeAsync(ct), clock.GetUtcNow());
        if (!invited.IsDone)
        {
            return Outcome.Refused<string>(invited.Refusals);
        }

        db.Add(invited.Value);
        await SendAsync(deed, invited.Value, token, InvitedVerb, "邀请", actor, ct);
        return invited.Value.Id.ToString();
    }, ct);

    public Task<Outcome> SendAgainAsync(Guid id, InvitationRequest request, IfMatch seen, Actor actor, Func<Role, Task<Refusal?>> mayDecide, CancellationToken ct) =>
        ActAsync(id, seen, actor, mayDecide, async (deed, invitation) =>
        {
            var token = InvitationToken.New();
            var outcome = invitation.SendAgain(request.Who, token.Hash, await LifeAsync(ct), clock.GetUtcNow());
            if (outcome.IsDone)
            {
                await SendAsync(deed, invitation, token, "staff.invited-again", "重新邀请", actor, ct);
            }

            return outcome;
        }, ct);

    public Task<Outcome> RevokeAsync(Guid id, IfMatch seen, Actor actor, Func<Role, Task<Refusal?>> mayDecide, CancellationToken ct) =>
        ActAsync(id, seen, actor, mayDecide, (deed, invitation) =>
        {
            var outcome = invitation.Revoke(clock.GetUtcNow());
            if (outcome.IsDone)
            {
                deed.Happened(new("staff.invitation-revoked", "invitation", id.ToString(), $"撤回“{invitation.Role.Chinese()}”的邀请") { Detail = new { invitation.Role } });
            }

            return Task.FromResult(outcome);
        }, ct);

    /// <summary>Those that still wait, new ones first; an expired one can be sent again.</summary>
    public async Task<IReadOnlyList<InvitationView>> OpenAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var rows = await db.Set<Invitation>().AsNoTracking()
            .Where(i => i.UsedAt == null && i.RevokedAt == null)
            .OrderByDescending(i => i.InvitedAt)
            .Select(i => new { Invitation = i, Version = EF.Property<uint>(i, "xmin") })
            .ToListAsync(ct);
        return [.. rows.Select(r => InvitationView.Of(r.Invitation, r.Version, now))];
    }

    private Task<Outcome> ActAsync(Guid id, IfMatch seen, Actor actor, Func<Role, Task<Refusal?>> mayDecide, Func<Deed, Invitation, Task<Outcome>> act, CancellationToken ct) => work.CommitAsync(actor, async deed =>
    {
        if (await db.Set<Invitation>().SingleOrDefaultAsync(i => i.Id == id, ct) is not { } invitation)
        {
            return Absent;
        }

        if (await mayDecide(invitation.Role) is { } refusal)
        {
            return refusal;
        }

        if (db.IsStale(invitation, seen))
        {
            return WriteConflicts.Stale;
        }

        return await act(deed, invitation);
    }, ct);

    private async Task SendAsync(Deed deed, Invitation invitation, InvitationToken token, string verb, string did, Actor actor, CancellationToken ct)
    {
        var node = await db.Set<Node>().AsNoTracking().SingleAsync(n => n.Id == current.Id, ct);
        var by = await db.Set<Node>().AsNoTracking().SingleAsync(n => n.Id == actor.NodeId, ct);
        var role = invitation.Role.Chinese();
        var text = $"{invitation.Name}：{by.Plate().Full}邀请您担任{node.Plate().Full}的“{role}”。请打开下面的链接办理，{Say.Sentence(ChinaTime.DayOf(invitation.ExpiresAt))}前有效，只能用一次，请不要转给别人。";
        var letter = new InvitationLetter($"邀请您担任“{role}”", text, site.Of(node, $"{InvitationPages.Path}/{token.Text}"));
        if (invitation.Phone.Length > 0)
        {
            deed.Send(new(MessageKind.Sms, verb, invitation.Phone, letter));
        }

        if (invitation.Mail.Length > 0)
        {
            deed.Send(new(MessageKind.Mail, verb, invitation.Mail, letter));
        }

        deed.Happened(new(verb, "invitation", invitation.Id.ToString(), $"{did}“{role}”，链接至 {Say.Moment(invitation.ExpiresAt)} 有效") { Detail = new { invitation.Role, invitation.Sent, invitation.ExpiresAt } });
    }

    private async Task<TimeSpan> LifeAsync(CancellationToken ct) => TimeSpan.FromDays((await settings.OfAsync(current.Node.NetworkId, ct)).InvitationDays);
}

/// <param name="Link">Opens what it says once; the outbox forgets it when the letter has left.</param>
internal sealed record InvitationLetter(string Subject, string Text, string Link);

public sealed record InvitationView(Guid Id, string Name, string Phone, string Mail, Role Role, string RoleName, DateTimeOffset InvitedAt, DateTimeOffset ExpiresAt, int Sent, bool IsExpired, string ETag)
{
    /// <summary>The reader of the page may send it again and take it back.</summary>
    [JsonIgnore]
    public bool MayAct { get; init; } = true;

    [JsonIgnore]
    public string Version => ETag.Trim('"');

    internal static InvitationView Of(Invitation invitation, uint version, DateTimeOffset now) => new(
        invitation.Id, invitation.Name, invitation.Phone, invitation.Mail, invitation.Role, invitation.Role.Chinese(),
        invitation.InvitedAt, invitation.ExpiresAt, invitation.Sent, now >= invitation.ExpiresAt, ETags.Of(version));
}

/// <param name="Roles">What the reader may invite to; empty for one who only looks.</param>
public sealed record InvitationTableView(string Action, FormState Form, IReadOnlyList<FieldOption> Roles, IReadOnlyList<InvitationView> Rows);
