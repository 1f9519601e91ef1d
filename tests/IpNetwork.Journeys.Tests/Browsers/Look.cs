using Microsoft.Playwright;

namespace IpNetwork.Journeys.Tests.Browsers;

/// <summary>How somebody looks at a page: how wide, with script or without, in ordinary or large text.</summary>
internal sealed record Look(string Name, int Width, int Height)
{
    public static Look Desk { get; } = new("desk-1440", 1440, 900);

    public static Look Phone { get; } = new("phone-390", 390, 844);

    public static Look LargeText { get; } = new("large-390", 390, 844) { Large = true };

    public static Look NoScript { get; } = new("plain-1440", 1440, 900) { Script = false };

    public bool Large { get; init; }

    public bool Script { get; init; } = true;

    public BrowserNewContextOptions Options(Uri site) => new()
    {
        BaseURL = site.ToString(),
        ViewportSize = new() { Width = Width, Height = Height },
        JavaScriptEnabled = Script,
        Locale = "zh-CN",
        TimezoneId = "Asia/Shanghai",
        ReducedMotion = ReducedMotion.Reduce,
    };
}
