using IpNetwork.App.Shell;
using IpNetwork.App.Staff.Inviting;

namespace IpNetwork.App.Staff;

public sealed record PeopleView
{
    public required string Action { get; init; }

    public required FormState Form { get; init; }

    public required bool MayAppoint { get; init; }

    /// <summary>Posts the reader may give.</summary>
    public required IReadOnlyList<FieldOption> Roles { get; init; }

    public required IReadOnlyList<PersonRow> Rows { get; init; }

    public required DateOnly Today { get; init; }

    public required InvitationTableView Invitations { get; init; }
}

public sealed record PersonRow(Guid Id, string Name, string Role, DateOnly From, DateOnly? To)
{
    public bool IsOver { get; init; }

    public string? EndHref { get; init; }

    public string Version { get; init; } = "";
}
