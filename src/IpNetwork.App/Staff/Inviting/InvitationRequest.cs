using IpNetwork.Domain.Staff;

namespace IpNetwork.App.Staff.Inviting;

/// <summary>Whom to invite, as it was sent; without a role where the role stands.</summary>
internal sealed record InvitationRequest
{
    public string? Role { get; init; }
    public string? Name { get; init; }
    public string? Phone { get; init; }
    public string? Mail { get; init; }

    public Invited Who => new(Name, Phone, Mail);

    public static InvitationRequest Of(IFormCollection form) => new() { Role = form["post"], Name = form["name"], Phone = form["phone"], Mail = form["mail"] };
}
