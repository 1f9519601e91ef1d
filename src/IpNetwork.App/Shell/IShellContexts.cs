namespace IpNetwork.App.Shell;

/// <summary>Tells a page where it is and who reads it. Made by the room that knows who works where.</summary>
internal interface IShellContexts
{
    /// <param name="tab">Key of the tab or rail entry the page belongs to.</param>
    public Task<ShellContext> ForAsync(HttpContext context, string tab, CancellationToken ct);

    /// <summary>For pages of the whole deployment, and where no node could be found.</summary>
    public VisitorContext Visitor(HttpContext context);
}
