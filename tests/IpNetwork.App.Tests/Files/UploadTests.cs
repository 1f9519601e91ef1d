using System.Net;
using System.Security.Cryptography;
using IpNetwork.App.Data.Files;
using IpNetwork.Domain.Files;
using IpNetwork.Domain.Kernel;
using IpNetwork.Domain.Staff;
using IpNetwork.Testing;
using IpNetwork.Testing.Files;
using Xunit;

namespace IpNetwork.App.Tests.Files;

public sealed class UploadTests(FilesHost host) : IClassFixture<FilesHost>
{
    private readonly Given given = new(host);

    [Fact]
    [Trait("Security", "FI07")]
    public async Task A_file_sent_in_pieces_gets_a_receipt_and_comes_back_as_it_was()
    {
        var builder = await host.OutsiderAsync(await given.ProvinceAsync());
        var content = Samples.PdfOf(3_000_000);

        var started = await builder.StartAsync("营业执照 1.pdf", content.Length, "application/pdf", slot: "licence");
        for (var at = 0; at < content.Length; at += 1_000_000)
        {
            var step = await builder.SendAsync(content[at..Math.Min(at + 1_000_000, content.Length)], at);
            Assert.Equal((HttpStatusCode.NoContent, await builder.OffsetAsync()), (step.Status, long.Parse(step.Headers.GetValues("Upload-Offset").Single(), null)));
        }

        var receipt = await builder.CompleteAsync();

        Assert.Equal(HttpStatusCode.Created, started.Status);
        Assert.Equal(HttpStatusCode.Created, receipt.Status);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(content)), receipt.Body?["sha256"]?.GetValue<string>());
        Assert.Equal(("licence", "application/pdf"), (receipt.Body?["slot"]?.GetValue<string>(), receipt.Body?["mediaType"]?.GetValue<string>()));
        Assert.Equal(["营业执照 1.pdf"], await builder.ListedAsync());
        using var back = await builder.Visitor.GetAsync(receipt.Body?["content"]?.GetValue<string>() ?? "");
        Assert.Equal(content, await back.Content.ReadAsByteArrayAsync());
        Assert.Single(host.Kept(builder.Node));
        Assert.Empty(host.Parts(builder.Node));
        Assert.Equal((1, 1), (await host.AuditedAsync(builder.Node, "files.upload-started"), await host.AuditedAsync(builder.Node, "files.received")));
    }

    [Fact]
    [Trait("Security", "FI02")]
    public async Task A_file_is_given_out_to_keep_and_never_to_be_shown()
    {
        var builder = await host.OutsiderAsync(await given.ProvinceAsync());
        var receipt = await builder.HandInAsync("合同“终稿”.pdf", Samples.Pdf());

        foreach (var address in new[] { receipt.Body?["content"]?.GetValue<string>() ?? "", $"/{builder.Node.Slug}/files/{receipt.Id}" })
        {
            using var answer = await builder.Visitor.GetAsync(address);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal("default-src 'none'; sandbox", answer.Headers.GetValues("Content-Security-Policy").Single());
            Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
            Assert.Equal("no-store", answer.Headers.CacheControl?.ToString());
            Assert.Equal("attachment", answer.Content.Headers.ContentDisposition?.DispositionType);
            Assert.Equal("合同“终稿”.pdf", answer.Content.Headers.ContentDisposition?.FileNameStar);
        }
    }

    [Theory]
    [InlineData(0.001)]
    [InlineData(0.1)]
    [InlineData(0.5)]
    [InlineData(0.99)]
    [Trait("Durability", "D11")]
    public async Task An_upload_cut_anywhere_shows_nothing_and_goes_on_where_it_stopped(double part)
    {
        var builder = await host.OutsiderAsync(await given.ProvinceAsync());
        var content = Samples.PdfOf(2_000_000);
        var cut = (int)(content.Length * part);
        await builder.StartAsync("a.pdf", content.Length);

        await Assert.ThrowsAnyAsync<HttpRequestException>(() => builder.SendAsync(new CutContent(content, cut), "0"));
        await Until.TrueAsync(async () => await builder.OffsetAsync() == cut);

        Assert.Empty(await builder.ListedAsync());
        Assert.Equal("UPLOAD_INCOMPLETE", (await builder.CompleteAsync()).Code);
        Assert.Equal(HttpStatusCode.NoContent, (await builder.SendAsync(content[cut..], cut)).Status);
        var receipt = await builder.CompleteAsync();
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(content)), receipt.Body?["sha256"]?.GetValue<string>());
    }

    [Fact]
    public async Task A_piece_that_does_not_fit_is_refused_and_told_where_to_go_on()
    {
        var builder = await host.OutsiderAsync(await given.ProvinceAsync());
        var content = Samples.Pdf();
        await builder.StartAsync("a.pdf", content.Length);
        await builder.SendAsync(content[..10], 0);

        var again = await builder.SendAsync(content[..10], 0);
        var ahead = await builder.SendAsync(content[20..], 20);
        var typed = await builder.SendAsync(content[10..], 10, "application/json");
        var nowhere = await Answer.OfAsync(await builder.SendAsync(new ByteArrayContent(content[10..]), null));
        var longer = await builder.SendAsync([.. content[10..], 1], 10);

        Assert.Equal((409, "UPLOAD_OFFSET_MISMATCH", "10"), (again.Number, again.Code, again.Headers.GetValues("Upload-Offset").Single()));
        Assert.Equal((409, "UPLOAD_OFFSET_MISMATCH"), (ahead.Number, ahead.Code));
        Assert.Equal((415, "UPLOAD_TYPE_INVALID"), (typed.Number, typed.Code));
        Assert.Equal((400, "UPLOAD_OFFSET_REQUIRED"), (nowhere.Number, nowhere.Code));
        Assert.Equal((413, "FILE_LARGER_THAN_DECLARED"), (longer.Number, longer.Code));
        Assert.True(await builder.OffsetAsync() <= content.Length);
    }

    [Fact]
    public async Task Two_windows_that_send_the_same_file_do_not_mix()
    {
        var builder = await host.OutsiderAsync(await given.ProvinceAsync());
        var content = Samples.PdfOf(1_000_000);
        await builder.StartAsync("a.pdf", content.Length);
        var slow = new SlowContent(content);
        var first = builder.SendAsync(slow, "0");
        await slow.HasBegun;

        var second = await builder.SendAsync(content, 0);
        slow.GoOn();
        (await first).Dispose();

        Assert.Equal((409, "UPLOAD_BUSY"), (second.Number, second.Code));
        Assert.Equal(HttpStatusCode.Created, (await builder.CompleteAsync()).Status);
    }

    [Fact]
    public async Task What_was_asked_for_twice_happens_once()
    {
        var builder = await host.OutsiderAsync(await given.ProvinceAsync());
        var content = Samples.Pdf();

        var started = await builder.StartAsync("a.pdf", content.Length, key: "start-1");
        var again = await builder.StartAsync("a.pdf", content.Length, key: "start-1");
        await builder.SendAsync(content, 0);
        var receipts = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => builder.CompleteAsync()));
        var later = await builder.CompleteAsync();

        Assert.Equal(started.Location, again.Location);
        Assert.All(receipts, receipt => Assert.True(receipt.Status is HttpStatusCode.Created || receipt.Code == "UPLOAD_BUSY", receipt.Code));
        Assert.Equal(HttpStatusCode.Created, later.Status);
        Assert.Single(await builder.ListedAsync());
        Assert.Equal(1, await host.AuditedAsync(builder.Node, "files.received"));
    }

    [Fact]
    public async Task Nobody_else_finds_the_upload_or_the_file()
    {
        var province = await given.ProvinceAsync();
        var builder = await host.OutsiderAsync(province);
        var stranger = await host.SignedOnAsync("路人");
        var leader = await given.StaffAsync(province, Role.Leader);
        var content = Samples.Pdf();
        await builder.StartAsync("a.pdf", content.Length);
        var file = await new Uploader(builder.Visitor, province, builder.Paper).HandInAsync("b.pdf", content);

        foreach (var other in new[] { stranger, leader })
        {
            var theirs = new Uploader(other, province, builder.Paper);
            Assert.Equal(404, (await theirs.StartAsync("c.pdf", 10)).Number);
            Assert.Equal(404, (await theirs.SendAsync(content, 0, to: builder.At)).Number);
            foreach (var address in new[] { builder.At!, $"{province.Api}/files/{file.Id}", $"{province.Api}/files/{file.Id}/content", $"/{province.Slug}/files/{file.Id}", $"{province.Api}/files?purpose={PaperRoom.Purpose}&subject={builder.Paper}" })
            {
                using var answer = await other.GetAsync(address);
                Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            }

            foreach (var act in new[] { $"{builder.At}/receipt", $"{builder.At}/withdrawal", $"{province.Api}/files/{file.Id}/removal" })
            {
                using var answer = await other.PostAsync(act);
                Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            }
        }

        Assert.Equal(["b.pdf"], await builder.ListedAsync());
    }

    [Fact]
    public async Task Another_nodes_file_is_not_there()
    {
        var province = await given.ProvinceAsync();
        var city = await given.CityAsync(province);
        var builder = await host.OutsiderAsync(province);
        var file = await builder.HandInAsync("a.pdf", Samples.Pdf());

        using var answer = await builder.Visitor.GetAsync($"{city.Api}/files/{file.Id}");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task A_purpose_that_no_room_answers_for_is_closed()
    {
        var builder = await host.OutsiderAsync(await given.ProvinceAsync());

        var unheard = await builder.StartAsync("a.pdf", 10, purpose: "unheard-of");
        var malformed = await builder.StartAsync("a.pdf", 10, purpose: "../x");

        Assert.Equal((404, "NOT_FOUND"), (unheard.Number, unheard.Code));
        Assert.Equal((400, "FILE_SUBJECT_INVALID"), (malformed.Number, malformed.Code));
    }

    [Fact]
    public async Task Who_may_only_look_is_told_so_and_a_closed_record_says_why()
    {
        var province = await given.ProvinceAsync();
        var visitor = await host.SignedOnAsync("路人");
        var readOnly = new Uploader(visitor, province, host.Papers.With(_ => FileRights.Read));
        var closed = new Uploader(visitor, province, host.Papers.With(_ => FileRights.ClosedBy(new Refusal("PAPER_SUBMITTED", "已经提交，不能再改。"))));

        var reading = await readOnly.StartAsync("a.pdf", 10);
        var submitting = await closed.StartAsync("a.pdf", 10);

        Assert.Equal((403, "FILE_READ_ONLY"), (reading.Number, reading.Code));
        Assert.Equal((409, "PAPER_SUBMITTED"), (submitting.Number, submitting.Code));
        Assert.Empty(await readOnly.ListedAsync());
    }

    [Fact]
    public async Task A_record_that_closes_meanwhile_takes_no_file_any_more()
    {
        var builder = await host.OutsiderAsync(await given.ProvinceAsync());
        var content = Samples.Pdf();
        await builder.StartAsync("a.pdf", content.Length);
        await builder.SendAsync(content, 0);
        host.Papers.Change(builder.Paper, _ => FileRights.ClosedBy(new Refusal("PAPER_SUBMITTED", "已经提交，不能再改。")));

        var receipt = await builder.CompleteAsync();

        Assert.Equal((409, "FILE_SUBJECT_CLOSED"), (receipt.Number, receipt.Code));
        Assert.Empty(await builder.ListedAsync());
    }

    [Theory]
    [InlineData("a.exe", 10, null, 415, "FILE_TYPE_NOT_ALLOWED")]
    [InlineData("a.exe.pdf", 10, null, 415, "FILE_DOUBLE_EXTENSION")]
    [InlineData("../a.pdf", 10, null, 400, "FILE_NAME_CHARACTERS")]
    [InlineData("a.pdf", 10, "image/png", 415, "FILE_CONTENT_MISMATCH")]
    [InlineData("a.pdf", 0, null, 400, "FILE_EMPTY")]
    [InlineData("a.pdf", -1, null, 400, "FILE_SIZE_REQUIRED")]
    [InlineData("a.pdf", (FilesHost.FileMegabytes * 1024 * 1024) + 1, null, 413, "FILE_TOO_LARGE")]
    [InlineData("a.pdf", long.MaxValue, null, 413, "FILE_TOO_LARGE")]
    [Trait("Security", "FI03")]
    public async Task A_file_that_cannot_be_taken_is_refused_before_it_is_sent(string name, long size, string? type, int status, string code)
    {
        var builder = await host.OutsiderAsync(await given.ProvinceAsync());

        var started = await builder.StartAsync(name, size, type);

        Assert.Equal((status, code), (started.Number, started.Code));
    }

    [Fact]
    [Trait("Security", "FI03")]
    public async Task There_is_room_for_so_many_and_so_much_and_no_more_even_at_once()
    {
        const int five = 5 * 1024 * 1024;
        var province = await given.ProvinceAsync();
        var (many, large, open) = (await host.OutsiderAsync(province), await host.OutsiderAsync(province), await host.OutsiderAsync(province));
        for (var n = 0; n < 4; n++)
        {
            Assert.Equal(HttpStatusCode.Created, (await many.HandInAsync($"{n}.pdf", Samples.Pdf())).Status);
        }

        var fifth = await many.StartAsync("5.pdf", 10);
        var sizes = new[] { await large.StartAsync("1.pdf", five), await large.StartAsync("2.pdf", five), await large.StartAsync("3.pdf", five) };
        var abreast = await Task.WhenAll(Enumerable.Range(0, 8).Select(n => open.StartAsync($"{n}.pdf", 10)));

        Assert.Equal((409, "FILE_COUNT_EXCEEDED"), (fifth.Number, fifth.Code));
        Assert.Equal((413, "FILE_TOTAL_EXCEEDED"), (sizes[2].Number, sizes[2].Code));
        Assert.Equal(3, abreast.Count(answer => answer.Status is HttpStatusCode.Created));
        Assert.All(abreast.Where(answer => answer.Status is not HttpStatusCode.Created), answer => Assert.Equal("TOO_MANY_UPLOADS", answer.Code));
    }

    [Fact]
    [Trait("Security", "FI01")]
    public async Task A_file_that_is_not_what_it_says_is_refused_at_its_end_and_gone()
    {
        var builder = await host.OutsiderAsync(await given.ProvinceAsync());
        var png = await builder.HandInAsync("a.pdf", Samples.Png());
        var script = await builder.HandInAsync("b.pdf", Samples.Pdf(catalog: "/OpenAction << /S /JavaScript >> "));
        var virus = await builder.HandInAsync("c.zip", Samples.Zip(("a.com", System.Text.Encoding.ASCII.GetBytes("EICAR-STANDARD-" + "ANTIVIRUS-TEST-FILE"))));

        Assert.Equal((415, "FILE_CONTENT_MISMATCH"), (png.Number, png.Code));
        Assert.Equal((415, "FILE_ACTIVE_CONTENT"), (script.Number, script.Code));
        Assert.Equal((415, "FILE_LOOKS_INFECTED"), (virus.Number, virus.Code));
        Assert.Equal(404, (await builder.CompleteAsync()).Number);
        Assert.Empty(await host.RowsAsync(builder.Node, builder.Paper));
        Assert.Empty(host.Kept(builder.Node));
        Assert.Empty(host.Parts(builder.Node));
        Assert.Equal(3, await host.AuditedAsync(builder.Node, "files.refused"));
    }

    [Fact]
    [Trait("Security", "FI06")]
    public async Task The_receipt_tells_what_else_a_picture_tells()
    {
        var builder = await host.OutsiderAsync(await given.ProvinceAsync());

        var receipt = await builder.HandInAsync("门面.jpg", Samples.Jpg(exif: Samples.Exif(place: true, artist: true)));

        Assert.Equal(2, receipt.Body?["notices"]?.AsArray().Count);
    }

    [Fact]
    public async Task An_upload_that_is_given_up_is_gone()
    {
        var builder = await host.OutsiderAsync(await given.ProvinceAsync());
        await builder.StartAsync("a.pdf", 100);
        await builder.SendAsync(new byte[50], 0);

        using var dropped = await builder.Visitor.PostAsync($"{builder.At}/withdrawal");

        Assert.Equal(HttpStatusCode.NoContent, dropped.StatusCode);
        Assert.Equal(-1, await builder.OffsetAsync());
        Assert.Empty(host.Parts(builder.Node));
        Assert.Empty(await host.RowsAsync(builder.Node, builder.Paper));
    }

    [Fact]
    public async Task A_removed_file_is_gone_unless_a_snapshot_holds_it()
    {
        var builder = await host.OutsiderAsync(await given.ProvinceAsync());
        var free = await builder.HandInAsync("a.pdf", Samples.Pdf());
        using (await builder.Visitor.PostAsync($"{builder.Node.Api}/files/{free.Id}/removal"))
        {
        }

        var held = await builder.HandInAsync("b.pdf", Samples.Pdf());
        var receipts = await host.FreezeAsync(builder.Node, builder.Paper);
        using var removed = await builder.Visitor.PostAsync($"{builder.Node.Api}/files/{held.Id}/removal");
        host.Clock.Advance(TimeSpan.FromHours(2));
        await host.SweepAsync(builder.Node);
        host.Clock.Advance(TimeSpan.FromHours(-2));

        Assert.Equal(HttpStatusCode.NoContent, removed.StatusCode);
        Assert.Equal(held.Id, Assert.Single(receipts).Id.Value);
        Assert.Empty(await builder.ListedAsync());
        Assert.Single(host.Kept(builder.Node));
        using var gone = await builder.Visitor.GetAsync($"{builder.Node.Api}/files/{free.Id}/content");
        using var kept = await builder.Visitor.GetAsync($"{builder.Node.Api}/files/{held.Id}/content");
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.OK), (gone.StatusCode, kept.StatusCode));
    }
}
