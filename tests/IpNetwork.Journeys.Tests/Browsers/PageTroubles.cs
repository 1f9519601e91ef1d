using Microsoft.Playwright;

namespace IpNetwork.Journeys.Tests.Browsers;

/// <summary>What a page complains about by itself, and whom it asks.</summary>
internal sealed class PageTroubles
{
    private readonly List<(TroubleKind, string)> heard = [];
    private readonly Uri site;

    public PageTroubles(IPage page, Uri site)
    {
        this.site = site;
        page.Console += (_, message) => Hear(page, message);
        page.PageError += (_, error) => Add(TroubleKind.Script, error);
        page.Request += (_, request) => Hear(request);
    }

    public IReadOnlyList<(TroubleKind Kind, string Says)> Heard
    {
        get
        {
            lock (heard)
            {
                return [.. heard];
            }
        }
    }

    private void Hear(IPage page, IConsoleMessage message)
    {
        var isPolicy = message.Type == "warning" && message.Text.Contains("Content Security Policy", StringComparison.OrdinalIgnoreCase);
        if ((message.Type == "error" || isPolicy) && !IsOwnStatus(page, message))
        {
            Add(TroubleKind.Console, $"{message.Text} {message.Location}");
        }
    }

    private void Hear(IRequest request)
    {
        if (new Uri(request.Url) is { Scheme: "http" or "https" or "ws" or "wss" } asked && asked.Authority != site.Authority)
        {
            Add(TroubleKind.Outside, request.Url);
        }
    }

    /// <summary>The browser calls it an error that a page answers with 404 or 400; whoever opened the page judges that.</summary>
    private static bool IsOwnStatus(IPage page, IConsoleMessage message) =>
        message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal) && message.Location.StartsWith(page.Url.Split('#')[0], StringComparison.Ordinal);

    private void Add(TroubleKind kind, string says)
    {
        lock (heard)
        {
            heard.Add((kind, says));
        }
    }
}

internal enum TroubleKind
{
    Console,
    Script,
    Outside,
}
