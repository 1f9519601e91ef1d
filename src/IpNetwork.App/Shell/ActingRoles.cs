using IpNetwork.Domain.Staff;

namespace IpNetwork.App.Shell;

/// <summary>What the reader is at the node of the address; set where a route asks for membership.</summary>
internal sealed record ActingRoles(IReadOnlyList<Role> Roles)
{
    public const string ChooseNodePath = "/choose-node";
}
