using System.Net;
using System.Net.Http.Headers;
using IpNetwork.Testing;
using IpNetwork.Testing.Files;
using Xunit;

namespace IpNetwork.App.Tests.Files;

/// <summary>A browser without script: one form, one file.</summary>
public sealed class FormTests(FilesHost host) : IClassFixture<FilesHost>
{
    private readonly Given given = new(host);

    [Fact]
    public async Task A_file_in_a_form_is_taken_and_leads_back()
    {
        var builder = await host.OutsiderAsync(await given.ProvinceAsync());

        using var answer = await PostAsync(builder, "营业执照.pdf", Samples.Pdf(), "application/pdf", back: $"/{builder.Node.Slug}/?saved=1");

        Assert.Equal((HttpStatusCode.Redirect, $"/{builder.Node.Slug}/?saved=1"), (answer.StatusCode, answer.Headers.Location?.OriginalString));
        Assert.Equal(["营业执照.pdf"], await builder.ListedAsync());
        Assert.Equal(1, await host.AuditedAsync(builder.Node, "files.received"));
    }

    [Fact]
    public async Task A_form_sent_twice_brings_one_file()
    {
        var builder = await host.OutsiderAsync(await given.ProvinceAsync());

        using var first = await PostAsync(builder, "a.pdf", Samples.Pdf(), key: "once");
        using var second = await PostAsync(builder, "a.pdf", Samples.Pdf(), key: "once");

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Redirect), (first.StatusCode, second.StatusCode));
        Assert.Single(await builder.ListedAsync());
        Assert.Single(host.Kept(builder.Node));
    }

    [Theory]
    [InlineData("a.pdf", "png", HttpStatusCode.UnsupportedMediaType, "文件的内容不是 PDF")]
    [InlineData("a.exe", "pdf", HttpStatusCode.UnsupportedMediaType, "不收这种文件")]
    [InlineData("a\u202Eb.pdf", "pdf", HttpStatusCode.BadRequest, "看不见的字符")]
    [InlineData("a.pdf", "empty", HttpStatusCode.BadRequest, "没有文件名|是空的")]
    [InlineData("a.pdf", "large", HttpStatusCode.RequestEntityTooLarge, "超过 6 MB")]
    public async Task A_refused_file_is_answered_with_the_reason_and_the_row_to_try_again(string name, string content, HttpStatusCode status, string words)
    {
        var builder = await host.OutsiderAsync(await given.ProvinceAsync());

        using var answer = await PostAsync(builder, name, content switch { "png" => Samples.Png(), "empty" => [], "large" => Samples.PdfOf(7 * 1024 * 1024), _ => Samples.Pdf() });
        var page = await answer.Content.ReadAsStringAsync();

        Assert.Equal(status, answer.StatusCode);
        Assert.Matches(words, page);
        Assert.Contains($"value=\"{builder.Paper}\"", page, StringComparison.Ordinal);
        Assert.Contains("营业执照", page, StringComparison.Ordinal);
        Assert.Empty(await builder.ListedAsync());
        Assert.Empty(host.Kept(builder.Node));
    }

    [Fact]
    [Trait("Security", "FI03")]
    public async Task A_form_beyond_every_limit_is_not_read()
    {
        var builder = await host.OutsiderAsync(await given.ProvinceAsync());

        using var request = await RequestAsync(builder, "a.pdf", [1], "application/pdf", "/", "k");
        request.Content = new EndlessContent(request.Content!.Headers.ContentType!);
        var status = await builder.Visitor.Http.SendAsync(request).ContinueWith(sent => sent.IsFaulted ? HttpStatusCode.RequestEntityTooLarge : sent.Result.StatusCode, TaskScheduler.Default);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, status);
    }

    [Fact]
    public async Task Nobody_is_led_to_another_site()
    {
        var builder = await host.OutsiderAsync(await given.ProvinceAsync());

        using var answer = await PostAsync(builder, "a.pdf", Samples.Pdf(), back: "//evil.example/");

        Assert.Equal($"/{builder.Node.Slug}/", answer.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task A_strangers_paper_is_not_there()
    {
        var builder = await host.OutsiderAsync(await given.ProvinceAsync());
        var stranger = new Uploader(await host.SignedOnAsync("路人"), builder.Node, builder.Paper);

        using var answer = await PostAsync(stranger, "a.pdf", Samples.Pdf());

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Empty(host.Kept(builder.Node));
    }

    private static async Task<HttpResponseMessage> PostAsync(Uploader who, string name, byte[] content, string type = "application/octet-stream", string back = "/", string? key = null)
    {
        using var request = await RequestAsync(who, name, content, type, back, key ?? Guid.NewGuid().ToString("n"));
        return await who.Visitor.Http.SendAsync(request);
    }

    private static async Task<HttpRequestMessage> RequestAsync(Uploader who, string name, byte[] content, string type, string back, string key)
    {
        var form = new MultipartFormDataContent();
        foreach (var (field, value) in new Dictionary<string, string>
        {
            ["__csrf"] = (await who.Visitor.JsonAsync("/api/v1/session"))["csrfToken"]!.GetValue<string>(),
            ["__key"] = key,
            ["purpose"] = PaperRoom.Purpose,
            ["subject"] = who.Paper.ToString(),
            ["slot"] = "",
            ["title"] = "营业执照",
            ["returnTo"] = back,
        })
        {
            form.Add(new StringContent(value), field);
        }

        var file = new ByteArrayContent(content);
        file.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        file.Headers.TryAddWithoutValidation("Content-Disposition", $"form-data; name=\"file\"; filename*=UTF-8''{Uri.EscapeDataString(name)}");
        form.Add(file);
        return new(HttpMethod.Post, new Uri($"/{who.Node.Slug}/files", UriKind.Relative)) { Content = form };
    }

    /// <summary>Says that it is 200 MB; what it would send is never asked for.</summary>
    private sealed class EndlessContent : HttpContent
    {
        public EndlessContent(MediaTypeHeaderValue type) => Headers.ContentType = type;

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            for (var n = 0; n < 200; n++)
            {
                await stream.WriteAsync(new byte[1024 * 1024]);
            }
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 200 * 1024 * 1024;
            return true;
        }
    }
}
