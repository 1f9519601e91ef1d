using IpNetwork.App.Data;
using IpNetwork.App.Data.Files;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Files;
using IpNetwork.Domain.Kernel;
using IpNetwork.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace IpNetwork.App.Tests.Files;

/// <summary>The program with a room that takes papers, a province that takes little, and a store that can be made to fail.</summary>
public sealed class FilesHost : NetworkHost
{
    public const int FileMegabytes = 6;

    /// <summary>A bucket in place of the folder.</summary>
    internal ObjectStoreSettings? Bucket { get; init; }

    internal PaperRoom Papers { get; } = new();

    internal FaultyStore Store => (FaultyStore)Services.GetRequiredService<IFileStore>();

    internal CriticalLog Log { get; } = new();

    public string StoreFolder => Path.Combine(DataFolder, "files");

    public string PartsFolder => Path.Combine(DataFolder, "uploads");

    protected override void Adjust(WebApplicationBuilder builder)
    {
        builder.Logging.AddProvider(Log);
        builder.Services.AddSingleton<IFileRoom>(Papers);
        builder.Services.Replace(ServiceDescriptor.Singleton<IFileStore>(services => new FaultyStore((services.GetRequiredService<FileSettings>() with { Bucket = Bucket }).Open())));
        builder.Services.Replace(ServiceDescriptor.Singleton<IProvinceSettings>(new Small()));
    }

    internal async Task<Uploader> OutsiderAsync(TestNode node)
    {
        var visitor = await SignedOnAsync("建设主体");
        return new(visitor, node, Papers.Of(visitor.Person));
    }

    internal Task<T> AtAsync<T>(TestNode node, Func<IServiceProvider, Task<T>> work) => new Given(this).InAsync(node.Tenant, work);

    internal Task<IReadOnlyList<StoredFile>> RowsAsync(TestNode node, Guid paper) => AtAsync(node, async services =>
        (IReadOnlyList<StoredFile>)await services.GetRequiredService<NetworkDb>().Set<StoredFile>().AsNoTracking().Where(f => f.SubjectId == paper).ToListAsync());

    /// <summary>As a room does when a record is handed in: within the unit of work that makes the snapshot.</summary>
    internal Task<IReadOnlyList<FileReceipt>> FreezeAsync(TestNode node, Guid paper) => AtAsync(node, async services =>
    {
        IReadOnlyList<FileReceipt> receipts = [];
        await services.GetRequiredService<UnitOfWork>().CommitAsync(Actor.Program("测试", node.Id), async deed =>
        {
            receipts = await services.GetRequiredService<FileShelf>().FreezeAsync(PaperRoom.Purpose, paper, CancellationToken.None);
            deed.Happened(new("test.submitted", "paper", paper.ToString(), "提交"));
            return Outcome.Done;
        }, CancellationToken.None);
        return receipts;
    });

    internal Task SweepAsync(TestNode node) => AtAsync(node, async services =>
    {
        await ActivatorUtilities.CreateInstance<SweepUploads>(services).InNodeAsync(services, CancellationToken.None);
        await ActivatorUtilities.CreateInstance<SweepOrphans>(services).InNodeAsync(services, CancellationToken.None);
        return true;
    });

    public string[] Kept(TestNode node) => FilesIn(Path.Combine(StoreFolder, node.Id.ToString()));

    public string[] Parts(TestNode node) => FilesIn(Path.Combine(PartsFolder, node.Id.ToString()));

    public async Task<long> AuditedAsync(TestNode node, string verb)
    {
        await using var connection = new NpgsqlConnection(AdministrativeConnection);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("select count(*) from ipnet.audit_events where node_id = $1 and verb = $2", connection) { Parameters = { new() { Value = node.Id.Value }, new() { Value = verb } } };
        return (long)(await command.ExecuteScalarAsync() ?? 0L);
    }

    private static string[] FilesIn(string folder) => Directory.Exists(folder) ? Directory.GetFiles(folder) : [];

    private sealed class Small : IProvinceSettings
    {
        public ValueTask<ProvinceSettings> OfAsync(NodeId province, CancellationToken ct) =>
            ValueTask.FromResult(ProvinceSettings.Usual with { Files = new() { FileMegabytes = FileMegabytes, SubjectFiles = 4, SubjectMegabytes = 12, OpenUploads = 3 } });
    }
}
