namespace IpNetwork.Architecture.Tests.Arrows;

/// <summary>Where a file or a namespace stands: a room on a floor. Subfolders belong to their room.</summary>
/// <param name="Floor">Arrows go from a higher floor to a lower one.</param>
internal sealed record Place(string Room, int Floor)
{
    public static readonly Place Program = new("App", 60);
    private static readonly Place Shell = new("App.Shell", 40);
    private static readonly Place Data = new("App.Data", 40);
    private static readonly Place Tenancy = new("App.Tenancy", 30);
    private static readonly Place SignOn = new("SignOn", 20);
    private static readonly Place LocalPostgres = new("LocalPostgres", 20);
    private static readonly Place Kernel = new("Domain.Kernel", 0);

    /// <summary>The place of <c>IpNetwork.App.Nodes.Pages</c>; null for what is none of the product's floors.</summary>
    public static Place? Of(string name)
    {
        var parts = name.Split('.');
        return parts is not ["IpNetwork", ..] ? null : parts switch
        {
            [_, "App"] => Program,
            [_, "App", "Shell", ..] => Shell,
            [_, "App", "Data", ..] => Data,
            [_, "App", "Tenancy", ..] => Tenancy,
            [_, "App", var room, ..] => new($"App.{room}", 50),
            [_, "SignOn", ..] => SignOn,
            [_, "LocalPostgres", ..] => LocalPostgres,
            [_, "Domain", "Kernel", ..] => Kernel,
            [_, "Domain", var room, ..] => new($"Domain.{room}", 10),
            _ => null,
        };
    }

    /// <summary>The namespace a file's folder stands for: <c>src/IpNetwork.App/Nodes/X.cs</c> → <c>IpNetwork.App.Nodes</c>.</summary>
    public static string NamespaceOf(string path)
    {
        var folders = path.Split('/')[..^1];
        return string.Join('.', folders.SkipWhile(folder => !folder.StartsWith("IpNetwork.", StringComparison.Ordinal)));
    }

    public bool MayImport(Place other)
    {
        if (Room == other.Room)
        {
            return true;
        }

        return Floor > other.Floor && !IsSignOnBesideDomain(other);
    }

    // Sign-on stands beside the product: it knows people, not nodes or rules.
    private bool IsSignOnBesideDomain(Place other) =>
        (Room is "SignOn" or "LocalPostgres" && other.Room.StartsWith("Domain.", StringComparison.Ordinal))
        || (Room == "App.Tenancy" && other.Room is "SignOn" or "LocalPostgres")
        || (Room == "App.Data" && other.Room is "SignOn" or "LocalPostgres");
}
