using Microsoft.Playwright;
using Xunit;

namespace IpNetwork.Journeys.Tests.Browsers;

/// <summary>One driver and one browser for the whole run; everybody gets a profile of their own in it.</summary>
public sealed class Browsing : IAsyncLifetime
{
    private const int Patience = 60_000;
    private IPlaywright? driver;
    private IBrowser? browser;

    public async Task InitializeAsync()
    {
        if (Chromium.Program is null)
        {
            return;
        }

        driver = await Playwright.CreateAsync();
        browser = await driver.Chromium.LaunchAsync(new() { ExecutablePath = Chromium.Program, Args = Chromium.Arguments });
    }

    public async Task DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        driver?.Dispose();
    }

    /// <param name="cookie">`name=value` of a session, or none for somebody who is not signed on.</param>
    internal async Task<IBrowserContext> OpenAsync(Uri site, Look look, string? cookie = null)
    {
        var context = await (browser ?? throw new InvalidOperationException(Chromium.Missing)).NewContextAsync(look.Options(site));
        context.SetDefaultTimeout(Patience);
        if (cookie?.Split('=', 2) is [var name, var value])
        {
            await context.AddCookiesAsync([new() { Name = name, Value = value, Url = site.ToString() }]);
        }

        if (look.Large)
        {
            await context.AddCookiesAsync([new() { Name = "text-size", Value = "large", Url = site.ToString() }]);
        }

        return context;
    }
}
