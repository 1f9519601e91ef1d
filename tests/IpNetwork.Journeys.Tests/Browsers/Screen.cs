using IpNetwork.Testing;
using Microsoft.Playwright;
using Xunit;

namespace IpNetwork.Journeys.Tests.Browsers;

/// <summary>Somebody in front of a browser, with what they look at.</summary>
internal sealed class Screen : IAsyncDisposable
{
    private readonly IBrowserContext profile;
    private readonly PageTroubles troubles;
    private readonly string story;
    private int pictures;

    private Screen(IBrowserContext profile, IPage page, Uri site, string story)
    {
        this.profile = profile;
        this.story = story;
        Page = page;
        troubles = new(page, site);
    }

    public IPage Page { get; }

    public static async Task<Screen> OpenAsync(NetworkHost host, Browsing browsing, string story, Visitor? who = null, Look? look = null)
    {
        var profile = await browsing.OpenAsync(host.Address, look ?? Look.Desk, who?.SessionCookie);
        return new(profile, await profile.NewPageAsync(), host.Address, story);
    }

    public async Task OpenAsync(string path, int status = 200)
    {
        var answer = await Page.GotoAsync(path);
        Assert.Equal(status, answer?.Status);
    }

    public ILocator Heading(string text) => Page.GetByRole(AriaRole.Heading, new() { Name = text, Level = 1 });

    public ILocator Link(string text) => Page.GetByRole(AriaRole.Link, new() { Name = text });

    public Task FollowAsync(string link) => Link(link).First.ClickAsync();

    /// <summary>Fills the field whose label begins with these words.</summary>
    public Task FillAsync(string label, string text) => Page.GetByLabel(label).First.FillAsync(text);

    public Task PressAsync(string button) => Page.GetByRole(AriaRole.Button, new() { Name = button }).First.ClickAsync();

    public Task KeepAsync() => Screens.KeepAsync(Page, "stories", $"{story}-{++pictures}");

    /// <summary>Closes the browser; a story is only told when no page complained on the way.</summary>
    public async ValueTask DisposeAsync()
    {
        await profile.DisposeAsync();
        Assert.Empty(troubles.Heard);
    }
}
