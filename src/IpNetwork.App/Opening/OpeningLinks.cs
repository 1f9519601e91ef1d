using IpNetwork.Domain.Opening;

namespace IpNetwork.App.Opening;

/// <summary>Every address of the room, without what stands before a node's own paths.</summary>
internal static class OpeningLinks
{
    public const string Checklist = "/workbench/opening";
    public const string Premises = $"{Checklist}/premises";
    public const string Staff = $"{Checklist}/staff";
    public const string Modules = $"{Checklist}/modules";

    /// <summary>The province's view of the nodes below.</summary>
    public const string Below = "/workbench/readiness";

    public static string Of(ReadinessPart part) => part switch
    {
        ReadinessPart.Premises => Premises,
        ReadinessPart.Manager or ReadinessPart.People => Staff,
        ReadinessPart.Catalog => "/workbench/catalog",
        _ => Modules,
    };
}
