using Microsoft.Playwright;

namespace IpNetwork.Journeys.Tests.Walk;

/// <summary>axe-core's serious and critical findings on the page as it stands.</summary>
internal static class Axe
{
    private const string Run = """
        async () => {
          const result = await axe.run(document, {
            resultTypes: ['violations'],
            preload: false,
            runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'] },
          });
          return result.violations
            .filter(v => v.impact === 'serious' || v.impact === 'critical')
            .map(v => `${v.id} (${v.nodes.length}): ${v.help}: ${v.nodes.slice(0, 3).map(n => n.target.join(' ')).join(' | ')}`);
        }
        """;

    private static readonly Lazy<Task<string>> Source = new(() => File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "axe.min.js")));

    // Evaluated by the browser's driver, so that the page's own content security policy stays as it is.
    public static async Task<string[]> RunAsync(IPage page)
    {
        await page.EvaluateAsync($"() => {{ {await Source.Value} }}");
        return await page.EvaluateAsync<string[]>(Run);
    }
}
