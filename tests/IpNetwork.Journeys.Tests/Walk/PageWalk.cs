using System.Collections.Concurrent;
using IpNetwork.Journeys.Tests.Browsers;
using IpNetwork.Testing;
using Microsoft.Playwright;

namespace IpNetwork.Journeys.Tests.Walk;

/// <summary>Walks pages in the browser, each as its main guest.</summary>
internal sealed class PageWalk(NetworkHost host, Browsing browsing) : IAsyncDisposable
{
    private const int AtOnce = 2;
    private readonly Guests guests = new(host);
    private readonly ConcurrentDictionary<(Guest, Look), Lazy<Task<IBrowserContext>>> profiles = new();

    /// <summary>Of the routes a guest may open, those that answer with a page; the rest are files and ways on.</summary>
    public async Task<(IReadOnlyList<Visit> Pages, IReadOnlyList<Finding> Findings)> PagesAsync(IReadOnlyList<Visit> visits)
    {
        var pages = new List<Visit>();
        var findings = new List<Finding>();
        foreach (var visit in visits)
        {
            using var answer = await (await guests.VisitorAsync(visit.Guest)).GetAsync(visit.Path);
            var status = (int)answer.StatusCode;
            var isPage = answer.Content.Headers.ContentType?.MediaType == "text/html";
            var isSentAway = answer.Headers.Location?.OriginalString.StartsWith("/sign-in", StringComparison.Ordinal) is true;
            if (status is >= 300 and < 400 && !isSentAway)
            {
                continue;
            }

            if (status != visit.Status || isSentAway)
            {
                findings.Add(new(visit.Path, "http", Check.Answer, $"answered {status} to {visit.Guest.Role?.ToString() ?? "the public"}, not {visit.Status}"));
            }
            else if (isPage)
            {
                pages.Add(visit);
            }
            else if (visit.Status >= 400)
            {
                findings.Add(new(visit.Path, "http", Check.Answer, $"answered {status} without a page"));
            }
        }

        return (pages, findings);
    }

    /// <summary>Opens each page once and looks at it in one way after the other.</summary>
    public Task<IReadOnlyList<Finding>> InspectAsync(IReadOnlyList<Visit> pages, params Look[] looks) =>
        OpenAsync(pages.Select<Visit, Visit[]>(page => [page]), looks[0], (page, visit) => new Inspection(page, visit, looks).RunAsync(host.Address));

    /// <summary>One form after the other at each node: what one ends, another may be about.</summary>
    public Task<IReadOnlyList<Finding>> PostAsync(IReadOnlyList<Visit> pages)
    {
        var sent = new HashSet<string>();
        return OpenAsync(pages.GroupBy(page => page.Guest.Node?.Slug), Look.NoScript, (page, visit) => new FormPosting(page, visit, sent).RunAsync());
    }

    private async Task<IReadOnlyList<Finding>> OpenAsync(IEnumerable<IEnumerable<Visit>> lines, Look look, Func<IPage, Visit, Task<IReadOnlyList<Finding>>> examine)
    {
        var found = new ConcurrentBag<Finding>();
        await Parallel.ForEachAsync(lines, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (line, _) =>
        {
            foreach (var visit in line)
            {
                foreach (var finding in await OpenAsync(visit, look, examine))
                {
                    found.Add(finding);
                }
            }
        });
        return [.. found.OrderBy(finding => finding.Path, StringComparer.Ordinal).ThenBy(finding => finding.Check)];
    }

    private async Task<IReadOnlyList<Finding>> OpenAsync(Visit visit, Look look, Func<IPage, Visit, Task<IReadOnlyList<Finding>>> examine)
    {
        var page = await (await ProfileAsync(visit.Guest, look)).NewPageAsync();
        try
        {
            return await examine(page, visit);
        }
        catch (Exception e) when (e is PlaywrightException or TimeoutException)
        {
            return [new(visit.Path, look.Name, Check.Answer, e.Message)];
        }
        finally
        {
            await page.CloseAsync();
        }
    }

    public async Task<IBrowserContext> ProfileAsync(Guest guest, Look look) =>
        await profiles.GetOrAdd((guest, look), _ => new(async () => await browsing.OpenAsync(host.Address, look, (await guests.VisitorAsync(guest)).SessionCookie))).Value;

    public async ValueTask DisposeAsync()
    {
        foreach (var profile in profiles.Values)
        {
            await (await profile.Value).DisposeAsync();
        }
    }
}
