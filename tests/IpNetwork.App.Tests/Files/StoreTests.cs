using IpNetwork.App.Data.Files;
using IpNetwork.Domain.Kernel;
using IpNetwork.Testing;
using IpNetwork.Testing.Files;
using Xunit;

namespace IpNetwork.App.Tests.Files;

/// <summary>What every store must do, tried on each of them.</summary>
public sealed class StoreTests(ObjectServer server) : IClassFixture<ObjectServer>, IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("ipnet-store-").FullName;
    private static int lastNode = 7000;

    [Fact]
    public Task A_folder_keeps_what_it_is_given() => KeepsAsync(new DiskStore(Path.Combine(folder, "a", "b")));

    [ObjectServerFact]
    public async Task A_bucket_keeps_what_it_is_given()
    {
        using var store = new ObjectStore(await server.SettingsAsync());
        await KeepsAsync(store);
    }

    [ObjectServerFact]
    [Trait("Durability", "F04")]
    public async Task A_file_goes_into_a_bucket_and_comes_back_compared()
    {
        var host = new FilesHost { Bucket = await server.SettingsAsync() };
        await host.InitializeAsync();
        try
        {
            var builder = await host.OutsiderAsync(await new Given(host).ProvinceAsync());
            var content = Samples.PdfOf(2_000_000);
            var receipt = await builder.HandInAsync("a.pdf", content);
            var address = receipt.Body?["content"]?.GetValue<string>() ?? "";
            using var back = await builder.Visitor.GetAsync(address);
            var same = await back.Content.ReadAsByteArrayAsync();
            var kept = Assert.Single(await host.Store.ListAsync(builder.Node.Id, CancellationToken.None).ToListAsync());
            await host.Store.Real.PutAsync(new(builder.Node.Id, kept.Name), new MemoryStream([.. content[..^1], 0]), CancellationToken.None);
            using var changed = await builder.Visitor.GetAsync(address);

            Assert.Equal(content, same);
            Assert.Equal(System.Net.HttpStatusCode.Conflict, changed.StatusCode);
            Assert.Empty(host.Kept(builder.Node));
            Assert.Empty(Directory.GetFiles(host.PartsFolder));
        }
        finally
        {
            await host.DisposeAsync();
        }
    }

    [ObjectServerFact]
    public async Task A_bucket_with_more_than_one_page_is_listed_whole()
    {
        using var store = new ObjectStore(await server.SettingsAsync());
        var node = new NodeId(Interlocked.Increment(ref lastNode));
        await Parallel.ForEachAsync(Enumerable.Range(0, 1050), new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (n, ct) => await store.PutAsync(new(node, $"{n:x40}"), new MemoryStream([1]), ct));

        Assert.Equal(1050, await store.ListAsync(node, CancellationToken.None).CountAsync());
    }

    [ObjectServerFact]
    public async Task A_bucket_that_is_not_there_or_not_ours_is_down()
    {
        var settings = await server.SettingsAsync();
        using var strange = new ObjectStore(settings with { KeyId = "unheard-of" });
        using var absent = new ObjectStore(settings with { Bucket = "absent" });
        using var silent = new ObjectStore(settings with { Endpoint = new Uri("http://127.0.0.1:1") });

        foreach (var store in new[] { strange, absent, silent })
        {
            await Assert.ThrowsAsync<StoreDownException>(() => store.PutAsync(new(new(1), FilePlace.NewName()), new MemoryStream([1]), CancellationToken.None));
        }
    }

    [Fact]
    public async Task A_name_with_a_folder_in_it_is_no_name()
    {
        var store = new DiskStore(folder);

        await Assert.ThrowsAsync<ArgumentException>(() => store.PutAsync(new(new(1), "../x"), new MemoryStream([1]), CancellationToken.None));
    }

    [Fact]
    public async Task A_write_that_fails_leaves_nothing()
    {
        var store = new DiskStore(folder);

        await Assert.ThrowsAsync<IOException>(() => store.PutAsync(new(new(1), FilePlace.NewName()), new BreakingStream(), CancellationToken.None));

        Assert.Empty(Directory.GetFiles(Path.Combine(folder, "1")));
    }

    private static async Task KeepsAsync(IFileStore store)
    {
        var (node, other) = (new NodeId(Interlocked.Increment(ref lastNode)), new NodeId(Interlocked.Increment(ref lastNode)));
        var place = new FilePlace(node, FilePlace.NewName());
        var content = new byte[3_000_000];
        Random.Shared.NextBytes(content);
        using var given = new MemoryStream(content);
        given.Position = 17;

        await store.PutAsync(place, given, CancellationToken.None);
        await store.PutAsync(place, given, CancellationToken.None);
        await store.PutAsync(new(other, place.Name), new MemoryStream([1, 2, 3]), CancellationToken.None);

        Assert.Equal(content, await ReadAsync(store, place));
        Assert.Equal([1, 2, 3], await ReadAsync(store, new(other, place.Name)));
        Assert.Null(await ReadAsync(store, new(node, FilePlace.NewName())));
        var listed = Assert.Single(await store.ListAsync(node, CancellationToken.None).ToListAsync());
        Assert.Equal(place.Name, listed.Name);
        Assert.True(Math.Abs((listed.WrittenAt - DateTimeOffset.UtcNow).TotalMinutes) < 5);

        await store.RemoveAsync(place, CancellationToken.None);
        await store.RemoveAsync(place, CancellationToken.None);
        await store.RemoveAsync(new(new(1_000_000), place.Name), CancellationToken.None);

        Assert.Null(await ReadAsync(store, place));
        Assert.Empty(await store.ListAsync(node, CancellationToken.None).ToListAsync());
        Assert.NotNull(await ReadAsync(store, new(other, place.Name)));
    }

    private static async Task<byte[]?> ReadAsync(IFileStore store, FilePlace place)
    {
        await using var content = await store.OpenAsync(place, CancellationToken.None);
        if (content is null)
        {
            return null;
        }

        using var whole = new MemoryStream();
        await content.CopyToAsync(whole);
        return whole.ToArray();
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private sealed class BreakingStream : MemoryStream
    {
        public BreakingStream() : base(new byte[200_000])
        {
        }

        public override Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken) =>
            destination.WriteAsync(new byte[1000], cancellationToken).AsTask().ContinueWith<int>(_ => throw new IOException("broken"), TaskScheduler.Default);
    }
}
