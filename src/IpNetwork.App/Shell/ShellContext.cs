namespace IpNetwork.App.Shell;

/// <summary>What every page of a node needs to know beside its own matter: where it is, who reads, and for whom that person acts.</summary>
public sealed record ShellContext
{
    public required string NodeSlug { get; init; }

    /// <summary>What stands before the node's own paths: <c>/mianyang</c>, or nothing under a host name of its own.</summary>
    public required string BasePath { get; init; }

    /// <summary>Path and query of this page, to come back to after signing in or changing the text size.</summary>
    public required string CurrentPath { get; init; }

    public required PlateText Plate { get; init; }

    /// <summary>From the province down to this node.</summary>
    public required IReadOnlyList<LadderStep> Ladder { get; init; }

    /// <summary>Proof that a form was sent from a page of ours.</summary>
    public required FormToken Token { get; init; }

    /// <summary>Key of the tab or rail entry this page belongs to.</summary>
    public string? CurrentTab { get; init; }

    public IReadOnlyList<NavEntry>? Tabs { get; init; }

    public IReadOnlyList<RailGroup> Rail { get; init; } = [];

    public string? WorkbenchSearchHref { get; init; }

    public bool LargeText { get; init; }

    public SignedInPerson? Person { get; init; }

    public ActingRole? Role { get; init; }

    public ContactLine? Contact { get; init; }

    /// <summary>The body that answers for this site, named in the footer.</summary>
    public string? Steward { get; init; }

    /// <summary>This node, or what it shows, is made up for demonstration.</summary>
    public bool IsSample { get; init; }

    public string Href(string path) => BasePath.Length == 0 ? path : path == "/" ? BasePath : BasePath + path;

    public VisitorContext Visitor => new(CurrentPath, Token, LargeText, Person);

    public IReadOnlyList<NavEntry> TabsOrDefault => Tabs ??
    [
        new("home", "首页", Href("/")),
        new("services", "办事", Href("/services")),
        new("network", "平台网络", Href("/network")),
    ];
}

/// <summary>What is known of a visitor where no node is: sign-in, large text and the form's proof.</summary>
public sealed record VisitorContext(string CurrentPath, FormToken Token, bool LargeText = false, SignedInPerson? Person = null)
{
    public string SignInHref => $"/sign-in?returnUrl={Uri.EscapeDataString(CurrentPath)}";

    public string TextSizeHref => $"/text-size?size={(LargeText ? "normal" : "large")}&returnUrl={Uri.EscapeDataString(CurrentPath)}";
}

public sealed record FormToken(string Value, string Field = "__csrf");

public sealed record LadderStep(string Text, string Href);

public sealed record NavEntry(string Key, string Text, string Href);

/// <param name="Name">As it is shown: a name or a staff number.</param>
public sealed record SignedInPerson(string Name, string? AccountHref = null);

public sealed record ActingRole(string Name, string SwitchHref);

public sealed record ContactLine(string Label, string Phone);

public sealed record RailGroup(string Title, IReadOnlyList<RailEntry> Entries);

/// <param name="IsHot">Something here is overdue; the only red in the rail.</param>
public sealed record RailEntry(string Key, string Text, string Href, int? Count = null, bool IsHot = false);

public sealed record LinkView(string Text, string Href);
