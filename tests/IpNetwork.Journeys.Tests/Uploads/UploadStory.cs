using IpNetwork.Journeys.Tests.Browsers;
using IpNetwork.Journeys.Tests.Walk;
using IpNetwork.Testing;
using IpNetwork.Testing.Files;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace IpNetwork.Journeys.Tests.Uploads;

/// <summary>Somebody hands in files over a line that is not what it should be.</summary>
[Collection(AtTheScreen.Name)]
public sealed class UploadStory(UploadHost host, Browsing browsing) : IClassFixture<UploadHost>, IDisposable
{
    private static readonly LocatorAssertionsToBeVisibleOptions Patient = new() { Timeout = 30_000 };
    private const string Pieces = "**/api/v1/nodes/*/uploads/*";
    private readonly string folder = Directory.CreateTempSubdirectory("ipnet-upload-").FullName;

    [BrowserFact]
    [Trait("Journey", "A builder hands in a file")]
    public async Task A_cut_line_is_waited_out_and_the_file_arrives_whole()
    {
        await using var screen = await OpenAsync(Look.Desk);
        var sent = new List<long>();
        var cuts = 2;
        await screen.Page.RouteAsync(Pieces, async route =>
        {
            if (route.Request.Method == "PATCH" && sent.Count == 2 && cuts-- > 0)
            {
                await route.AbortAsync("connectionfailed");
                return;
            }

            if (route.Request.Method == "PATCH")
            {
                sent.Add(long.Parse(await route.Request.HeaderValueAsync("upload-offset") ?? "", null));
            }

            await route.ContinueAsync();
        });

        await screen.ChooseAsync("licence", File("营业执照.pdf", 4_500_000));
        await Expect(screen.Row("licence").Locator(".up-run")).ToContainTextAsync("连接断了，已传 2.0 MB / 4.3 MB");
        await screen.KeepAsync("cut");
        await Expect(screen.Row("licence").GetByRole(AriaRole.Link, new() { Name = "营业执照.pdf" })).ToBeVisibleAsync(Patient);

        await Expect(screen.Row("licence")).ToContainTextAsync("已收到");
        await Expect(screen.Row("licence")).ToContainTextAsync("SHA-256");
        await Expect(screen.Row("plan")).ToContainTextAsync("可不交");
        Assert.Equal([0, 1_048_576, 2_097_152, 3_145_728, 4_194_304], sent);
        Assert.Empty(await Axe.RunAsync(screen.Page));
        await screen.KeepAsync("arrived");
    }

    [BrowserFact]
    public async Task A_file_is_paused_and_goes_on()
    {
        await using var screen = await OpenAsync(Look.Phone);
        var gate = new TaskCompletionSource();
        await screen.Page.RouteAsync(Pieces, async route =>
        {
            if (route.Request.Method == "PATCH" && await route.Request.HeaderValueAsync("upload-offset") != "0")
            {
                await gate.Task;
            }

            await Quietly(route.ContinueAsync());
        });
        await screen.ChooseAsync("plan", File("建设方案.pdf", 3_000_000));
        await Expect(screen.Row("plan").Locator(".up-run")).ToContainTextAsync("已传 34%");

        await screen.Row("plan").GetByRole(AriaRole.Button, new() { Name = "暂停" }).ClickAsync();
        await Expect(screen.Row("plan").Locator(".up-run")).ToContainTextAsync("已暂停，已传 1.0 MB / 2.9 MB");
        Assert.Empty(await Axe.RunAsync(screen.Page));
        await screen.KeepAsync("paused");
        gate.SetResult();
        await screen.Row("plan").GetByRole(AriaRole.Button, new() { Name = "继续" }).ClickAsync();

        await Expect(screen.Row("plan").GetByRole(AriaRole.Link, new() { Name = "建设方案.pdf" })).ToBeVisibleAsync(Patient);
    }

    [BrowserFact]
    public async Task A_closed_browser_goes_on_where_it_stopped()
    {
        await using var screen = await OpenAsync(Look.Desk);
        var file = File("大文件.pdf", 3_500_000);
        await screen.Page.RouteAsync(Pieces, async route =>
        {
            if (route.Request.Method == "PATCH" && await route.Request.HeaderValueAsync("upload-offset") == "2097152")
            {
                await route.AbortAsync("connectionfailed");
                return;
            }

            await route.ContinueAsync();
        });
        await screen.ChooseAsync("plan", file);
        await Expect(screen.Row("plan").Locator(".up-run")).ToContainTextAsync("连接断了");
        await screen.Page.UnrouteAllAsync();
        var offsets = new List<string>();
        screen.Page.Request += (_, request) =>
        {
            if (request.Method is "PATCH" && request.Headers.TryGetValue("upload-offset", out var offset))
            {
                offsets.Add(offset);
            }
        };

        await screen.Page.ReloadAsync();
        await screen.ChooseAsync("plan", file);

        await Expect(screen.Row("plan").GetByRole(AriaRole.Link, new() { Name = "大文件.pdf" })).ToBeVisibleAsync(Patient);
        Assert.Equal("2097152", offsets[0]);
    }

    [BrowserFact]
    public async Task A_refused_file_says_why_and_the_row_waits_for_another()
    {
        await using var screen = await OpenAsync(Look.Phone);
        var lying = Path.Combine(folder, "证明.pdf");
        await System.IO.File.WriteAllBytesAsync(lying, Samples.Png());

        await screen.ChooseAsync("licence", lying);

        await Expect(screen.Row("licence").GetByRole(AriaRole.Alert)).ToContainTextAsync("文件的内容不是 PDF");
        await screen.KeepAsync("refused");
        await screen.ChooseAsync("licence", File("证明二.pdf", 20_000));
        await Expect(screen.Row("licence").GetByRole(AriaRole.Link, new() { Name = "证明二.pdf" })).ToBeVisibleAsync(Patient);
        await Expect(screen.Row("licence").GetByRole(AriaRole.Alert)).ToHaveCountAsync(0);
    }

    [BrowserFact]
    public async Task Without_script_a_file_is_handed_in_removed_and_refused_by_the_form_alone()
    {
        await using var screen = await OpenAsync(Look.NoScript);
        var name = $"无脚本{Guid.NewGuid():n}.pdf";
        await screen.ChooseAsync("plan", File(name, 30_000));
        await screen.Row("plan").GetByRole(AriaRole.Button, new() { Name = "上传" }).ClickAsync();
        await Expect(screen.Row("plan").GetByRole(AriaRole.Link, new() { Name = name })).ToBeVisibleAsync();
        await screen.KeepAsync("form");

        await screen.Row("plan").GetByRole(AriaRole.Button, new() { Name = name, Exact = false }).ClickAsync();
        await Expect(screen.Row("plan").GetByRole(AriaRole.Link, new() { Name = name })).ToHaveCountAsync(0);

        var lying = Path.Combine(folder, "假.pdf");
        await System.IO.File.WriteAllBytesAsync(lying, Samples.Png());
        await screen.ChooseAsync("plan", lying);
        await screen.Row("plan").GetByRole(AriaRole.Button, new() { Name = "上传" }).ClickAsync();
        await Expect(screen.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("文件没有上传成功");
        await Expect(screen.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("文件的内容不是 PDF");
        await screen.KeepAsync("form-refused");
    }

    private async Task<UploadScreen> OpenAsync(Look look)
    {
        var given = new Given(host);
        var province = await given.ProvinceAsync();
        var builder = await host.SignedOnAsync("建设主体");
        var profile = await browsing.OpenAsync(host.Address, look, builder.SessionCookie);
        var page = await profile.NewPageAsync();
        await page.GotoAsync($"/{province.Slug}/papers");
        return new(profile, page, look);
    }

    private string File(string name, int bytes)
    {
        var path = Path.Combine(folder, name);
        System.IO.File.WriteAllBytes(path, Samples.PdfOf(bytes));
        return path;
    }

    /// <summary>A request that the page itself has given up cannot be continued.</summary>
    private static async Task Quietly(Task task)
    {
        try
        {
            await task;
        }
        catch (PlaywrightException)
        {
        }
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}

/// <summary>The page of the two rows, in front of somebody. Cut lines are the browser's to complain about, so its complaints are not counted here.</summary>
internal sealed class UploadScreen(IBrowserContext profile, IPage page, Look look) : IAsyncDisposable
{
    public IPage Page => page;

    public ILocator Row(string slot) => page.Locator($"[id$='-{slot}'].up");

    public Task ChooseAsync(string slot, string file) => Row(slot).Locator("[type=file]").SetInputFilesAsync(file);

    public Task KeepAsync(string name) => Screens.KeepAsync(page, "uploads", $"{look.Name}-{name}");

    public ValueTask DisposeAsync() => profile.DisposeAsync();
}
