using IpNetwork.Domain.Kernel;

namespace IpNetwork.Domain.Opening;

/// <summary>A module that serves the public now, as the public may know of it.</summary>
public sealed class OpenModule
{
    private OpenModule()
    {
    }

    public NodeId NodeId { get; private set; }

    public string Code { get; private set; } = "";

    public string GuidingOffice { get; private set; } = "";

    public string PortalEntry { get; private set; } = "";

    public string Place { get; private set; } = "";

    public DateOnly Since { get; private set; }

    public static OpenModule Of(NodeModule module) => new()
    {
        NodeId = module.NodeId,
        Code = module.Code,
        GuidingOffice = module.GuidingOffice ?? "",
        PortalEntry = module.PortalEntry ?? "",
        Place = module.Place ?? "",
        Since = module.SwitchedOn ?? throw new InvalidOperationException("A module that is not on is nobody's to see."),
    };
}
