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

    public Task<IReadOnlyList<Finding>> InspectAsync(IReadOnlyList<Visit> pages, Look look) =>
        OpenAsync(pages, look, (page, visit) => new Inspection(page, visit, look).RunAsync(host.Address));

    public Task<IReadOnlyList<Finding>> PostAsync(IReadOnlyList<Visit> pages)
    {
        var sent = new HashSet<string>();
        return OpenAsync(pages, Look.NoScript, (page, visit) => new FormPosting(page, visit, sent).RunAsync());
    }

    private async Task<IReadOnlyList<Finding>> OpenAsync(IReadOnlyList<Visit> pages, Look look, Func<IPage, Visit, Task<IReadOnlyList<Finding>>> examine)
    {
        var found = new ConcurrentBag<Finding>();
        await Parallel.ForEachAsync(pages, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (visit, _) =>
        {
            var page = await (await ProfileAsync(visit.Guest, look)).NewPageAsync();
            try
            {
                foreach (var finding in await examine(page, visit))
                {
                    found.Add(finding);
                }
            }
            catch (Exception e) when (e is PlaywrightException or TimeoutException)
            {
                found.Add(new(visit.Path, look.Name, Check.Answer, e.Message));
            }
            finally
            {
                await page.CloseAsync();
            }
        });
        return [.. found.OrderBy(finding => finding.Path, StringComparer.Ordinal).ThenBy(finding => finding.Check)];
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
