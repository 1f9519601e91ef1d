using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace IpNetwork.Journeys.Tests.Browsers;

/// <summary>Pictures of what the tests saw, beside their results, for people to look at; none are taken where nobody does.</summary>
internal static partial class Screens
{
    private static readonly string Folder = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", "..", "TestResults", "screens"));

    private static readonly bool IsWatched = Environment.GetEnvironmentVariable("CI") is null or "";

    public static async Task KeepAsync(IPage page, string look, string name, bool fullPage = true)
    {
        if (!IsWatched)
        {
            return;
        }

        var file = Path.Combine(Folder, look, $"{Unfit().Replace(name, "_").Trim('_')}.png");
        await page.ScreenshotAsync(new() { Path = file, FullPage = fullPage, Animations = ScreenshotAnimations.Disabled });
    }

    [GeneratedRegex("[^0-9A-Za-z.-]+")]
    private static partial Regex Unfit();
}
