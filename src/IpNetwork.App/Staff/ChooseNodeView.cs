using IpNetwork.App.Shell;

namespace IpNetwork.App.Staff;

public sealed record ChooseNodeView(IReadOnlyList<MembershipRow> Current, IReadOnlyList<EndedMembership> Ended)
{
    /// <summary>Where somebody applies who works nowhere yet: each province of the deployment.</summary>
    public IReadOnlyList<LinkView> Filing { get; init; } = [];

    /// <summary>When and from where this account was last used.</summary>
    public string? LastSignIn { get; init; }
}

public sealed record MembershipRow(PlateText Plate, string Role, string Href, DateOnly? Until = null)
{
    /// <summary>What waits there, or what one may do there, such as 待办 7 or 只读.</summary>
    public string? Waiting { get; init; }

    public bool IsActing { get; init; }
}

public sealed record EndedMembership(PlateText Plate, string Role, DateOnly EndedOn);
