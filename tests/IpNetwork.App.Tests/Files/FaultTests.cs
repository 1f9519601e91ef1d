using System.Net;
using IpNetwork.App.Data.Files;
using IpNetwork.Domain.Files;
using IpNetwork.Testing;
using IpNetwork.Testing.Files;
using Xunit;

namespace IpNetwork.App.Tests.Files;

/// <summary>What happens when it goes wrong between the first byte and the row; one fault at a time, so these do not run beside others of their host.</summary>
public sealed class FaultTests(FilesHost host) : IClassFixture<FilesHost>
{
    private readonly Given given = new(host);

    [Theory]
    [InlineData("DiesBefore")]
    [InlineData("DiesAfter")]
    [Trait("Durability", "F01")]
    public async Task A_death_between_bytes_and_row_shows_nothing_and_the_next_try_succeeds(string fault)
    {
        var builder = await host.OutsiderAsync(await given.ProvinceAsync());
        var content = Samples.Pdf();
        await builder.StartAsync("a.pdf", content.Length);
        await builder.SendAsync(content, 0);
        host.Store.Next = Enum.Parse<Fault>(fault);

        var died = await builder.CompleteAsync();
        var seen = await builder.ListedAsync();
        var receipt = await builder.CompleteAsync();

        Assert.Equal(HttpStatusCode.InternalServerError, died.Status);
        Assert.Empty(seen);
        Assert.Equal(HttpStatusCode.Created, receipt.Status);
        Assert.Single(host.Kept(builder.Node));
        Assert.Equal(1, await host.AuditedAsync(builder.Node, "files.received"));
    }

    [Fact]
    [Trait("Durability", "F01")]
    public async Task Bytes_that_no_row_came_to_name_are_swept_and_named_ones_stay()
    {
        var province = await given.ProvinceAsync();
        var builder = await host.OutsiderAsync(province);
        await builder.HandInAsync("kept.pdf", Samples.Pdf());
        await host.Store.Real.PutAsync(new(province.Id, FilePlace.NewName()), new MemoryStream(Samples.Pdf()), CancellationToken.None);
        await File.WriteAllBytesAsync(Path.Combine(host.StoreFolder, province.Id.ToString(), "0123.half-written"), [1, 2, 3]);

        await host.SweepAsync(province);
        var young = host.Kept(province).Length;
        host.Clock.Advance(TimeSpan.FromHours(2));
        await host.SweepAsync(province);
        host.Clock.Advance(TimeSpan.FromHours(-2));

        Assert.Equal(3, young);
        Assert.Single(host.Kept(province));
        Assert.Equal(["kept.pdf"], await builder.ListedAsync());
    }

    [Fact]
    [Trait("Durability", "D11")]
    public async Task What_was_left_half_sent_is_away_within_the_hour()
    {
        var province = await given.ProvinceAsync();
        var left = await host.OutsiderAsync(province);
        await left.StartAsync("a.pdf", 1000);
        await left.SendAsync(new byte[500], 0);
        await File.WriteAllBytesAsync(Path.Combine(host.PartsFolder, province.Id.ToString(), FilePlace.NewName()), [1]);
        host.Clock.Advance(TimeSpan.FromMinutes(40));
        var running = await host.OutsiderAsync(province);
        await running.StartAsync("b.pdf", 1000);
        await running.SendAsync(new byte[500], 0);

        host.Clock.Advance(TimeSpan.FromMinutes(10));
        await host.SweepAsync(province);

        Assert.Equal(500, await running.OffsetAsync());
        Assert.Empty(await host.RowsAsync(province, left.Paper));
        Assert.Single(host.Parts(province));
        host.Clock.Advance(TimeSpan.FromMinutes(-50));
    }

    [Fact]
    [Trait("Durability", "F04")]
    public async Task One_flipped_bit_is_never_given_out()
    {
        var builder = await host.OutsiderAsync(await given.ProvinceAsync());
        var file = await builder.HandInAsync("a.pdf", Samples.PdfOf(200_000));
        var path = Assert.Single(host.Kept(builder.Node));
        var bytes = await File.ReadAllBytesAsync(path);
        foreach (var place in new[] { 0, bytes.Length / 2, bytes.Length - 1 })
        {
            bytes[place] ^= 1;
            await File.WriteAllBytesAsync(path, bytes);
            var answer = await Answer.OfAsync(await builder.Visitor.GetAsync($"{builder.Node.Api}/files/{file.Id}/content"));
            bytes[place] ^= 1;

            Assert.Equal((409, "HASH_MISMATCH"), (answer.Number, answer.Code));
        }

        await File.WriteAllBytesAsync(path, [.. bytes, 0]);
        Assert.Equal("HASH_MISMATCH", (await Answer.OfAsync(await builder.Visitor.GetAsync($"{builder.Node.Api}/files/{file.Id}/content"))).Code);
        Assert.Equal(4, await host.AuditedAsync(builder.Node, "files.damaged"));
        Assert.Contains(host.Log.Lines, line => line.Contains(file.Id.ToString(), StringComparison.Ordinal) && line.Contains("changed", StringComparison.Ordinal));
        await File.WriteAllBytesAsync(path, bytes);
        using var whole = await builder.Visitor.GetAsync($"{builder.Node.Api}/files/{file.Id}/content");
        Assert.Equal(HttpStatusCode.OK, whole.StatusCode);
    }

    [Fact]
    public async Task A_file_whose_bytes_are_gone_is_reported_and_not_given_out()
    {
        var builder = await host.OutsiderAsync(await given.ProvinceAsync());
        var file = await builder.HandInAsync("a.pdf", Samples.Pdf());
        File.Delete(Assert.Single(host.Kept(builder.Node)));

        using var page = await builder.Visitor.GetAsync($"/{builder.Node.Slug}/files/{file.Id}");
        host.Clock.Advance(TimeSpan.FromHours(2));
        await host.SweepAsync(builder.Node);
        host.Clock.Advance(TimeSpan.FromHours(-2));

        Assert.Equal(HttpStatusCode.Conflict, page.StatusCode);
        Assert.Contains("与收到时不一致", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains(host.Log.Lines, line => line.Contains(file.Id.ToString(), StringComparison.Ordinal) && line.Contains("missing in the store", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("IsFull", HttpStatusCode.InsufficientStorage, "NO_SPACE")]
    [InlineData("IsDown", HttpStatusCode.ServiceUnavailable, "FILE_STORE_UNAVAILABLE")]
    [Trait("Durability", "F02")]
    public async Task A_store_that_is_full_or_silent_loses_nothing(string fault, HttpStatusCode status, string code)
    {
        var builder = await host.OutsiderAsync(await given.ProvinceAsync());
        var content = Samples.Pdf();
        await builder.StartAsync("a.pdf", content.Length);
        await builder.SendAsync(content, 0);
        host.Store.Next = Enum.Parse<Fault>(fault);

        var refused = await builder.CompleteAsync();
        var receipt = await builder.CompleteAsync();

        Assert.Equal((status, code), (refused.Status, refused.Code));
        Assert.Equal(HttpStatusCode.Created, receipt.Status);
    }

    [Fact]
    public async Task A_part_that_was_lost_is_sent_again_from_where_it_ends()
    {
        var builder = await host.OutsiderAsync(await given.ProvinceAsync());
        var content = Samples.PdfOf(10_000);
        await builder.StartAsync("a.pdf", content.Length);
        await builder.SendAsync(content[..8000], 0);
        await using (var part = new FileStream(Assert.Single(host.Parts(builder.Node)), FileMode.Open))
        {
            part.SetLength(3000);
        }

        var ahead = await builder.SendAsync(content[8000..], 8000);
        var onward = await builder.SendAsync(content[3000..], await builder.OffsetAsync());

        Assert.Equal(("UPLOAD_OFFSET_MISMATCH", "3000"), (ahead.Code, ahead.Headers.GetValues("Upload-Offset").Single()));
        Assert.Equal(HttpStatusCode.NoContent, onward.Status);
        Assert.Equal(HttpStatusCode.Created, (await builder.CompleteAsync()).Status);
    }

    [Fact]
    [Trait("Durability", "D04")]
    public async Task Bytes_behind_what_is_safe_do_not_count()
    {
        var builder = await host.OutsiderAsync(await given.ProvinceAsync());
        var content = Samples.PdfOf(10_000);
        await builder.StartAsync("a.pdf", content.Length);
        await builder.SendAsync(content[..4000], 0);
        await File.AppendAllTextAsync(Assert.Single(host.Parts(builder.Node)), new string('?', 5000));

        Assert.Equal(4000, await builder.OffsetAsync());
        await builder.SendAsync(content[4000..], 4000);
        Assert.Equal(HttpStatusCode.Created, (await builder.CompleteAsync()).Status);
    }
}
