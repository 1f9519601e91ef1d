using System.Globalization;
using IpNetwork.App.Data;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Kernel;
using IpNetwork.Domain.Staff;
using IpNetwork.SignOn;

namespace IpNetwork.App.Staff;

/// <summary>Gives an existing account a post at the current node. It counts from the next request on: memberships are read with every one.</summary>
internal sealed class Appoint(NetworkDb db, UnitOfWork work, CurrentNode current, MyMemberships memberships, Accounts accounts, TimeProvider clock)
{
    /// <param name="mayDecide">The policy, asked once the role is known; runs inside the transaction.</param>
    public Task<Outcome<string>> HandleAsync(AppointmentRequest request, Actor actor, Func<Role, Task<Refusal?>> mayDecide, CancellationToken ct) =>
        work.CommitAsync(actor, deed => ApplyAsync(request, actor, mayDecide, deed, ct), ct);

    private async Task<Outcome<string>> ApplyAsync(AppointmentRequest request, Actor actor, Func<Role, Task<Refusal?>> mayDecide, Deed deed, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var from = string.IsNullOrWhiteSpace(request.From) ? ChinaTime.DayOf(now) : AppointmentRequest.Day(request.From);
        var to = string.IsNullOrWhiteSpace(request.To) ? null : AppointmentRequest.Day(request.To);
        var account = string.IsNullOrWhiteSpace(request.UserName) ? null : await accounts.FindByUserNameAsync(request.UserName, ct);
        Refusal[] refusals =
        [
            .. Enum.TryParse<Role>(request.Role, out var role) && Enum.IsDefined(role) ? Array.Empty<Refusal>() : [StaffRefusals.UnknownRole()],
            .. account is null ? [StaffRefusals.UnknownAccount()] : Array.Empty<Refusal>(),
            .. account is { IsDisabled: true } ? [StaffRefusals.AccountDisabled()] : Array.Empty<Refusal>(),
            .. from is null ? [StaffRefusals.BadDay("from")] : Array.Empty<Refusal>(),
            .. to is null && !string.IsNullOrWhiteSpace(request.To) ? [StaffRefusals.BadDay("to")] : Array.Empty<Refusal>(),
        ];
        if (refusals.Length > 0 || account is null || from is null)
        {
            return Outcome.Refused<string>(refusals);
        }

        if (await mayDecide(role) is { } refusal)
        {
            return refusal;
        }

        var person = new PersonId(account.Id);
        if (person == actor.PersonId)
        {
            return StaffRefusals.OwnAppointment();
        }

        // Two appointments of one person at two nodes must not pass each other by: administrators' roles are never combined.
        await NamedLock.TakeAsync(db, $"person/{person}", ct);
        var held = await memberships.AllAsync(person, ct);
        var appointment = new Appointment { NodeId = current.Id, PersonId = person, PersonName = account.Name, Role = role, From = from.Value, To = to };
        var membership = Membership.Grant(appointment, current.Node.Kind, held, now);
        if (!membership.IsDone)
        {
            return Outcome.Refused<string>(membership.Refusals);
        }

        db.Add(membership.Value);
        deed.Happened(new("staff.membership-granted", "membership", membership.Value.Id.ToString(), $"开通岗位“{role.Chinese()}”")
        {
            Detail = new { Role = role, From = from, To = to },
        });
        return membership.Value.Id.ToString();
    }
}

/// <summary>Who is to work at a node, as it was sent. Without days: from today, without end.</summary>
internal sealed record AppointmentRequest
{
    public string? UserName { get; init; }
    public string? Role { get; init; }
    public string? From { get; init; }
    public string? To { get; init; }

    public static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text?.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    public static AppointmentRequest Of(IFormCollection form) => new() { UserName = form["userName"], Role = form["role"], From = form["from"], To = form["to"] };
}
