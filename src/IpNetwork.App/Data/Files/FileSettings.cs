using IpNetwork.App.Tenancy;

namespace IpNetwork.App.Data.Files;

/// <summary>Where files are kept: a folder, or a bucket where <c>IPNETWORK_FILES</c> is a web address such as <c>https://s3.example.com/files</c>.</summary>
/// <param name="Parts">The folder of what is still on its way; shared by all web processes, as the data folder is.</param>
internal sealed record FileSettings(string Parts, string Folder, ObjectStoreSettings? Bucket)
{
    private const string Place = "IPNETWORK_FILES";
    private const string KeyId = "IPNETWORK_FILES_KEY_ID";
    private const string Key = "IPNETWORK_FILES_KEY";
    private const string Region = "IPNETWORK_FILES_REGION";

    public static FileSettings FromEnvironment(string dataFolder, bool isDevelopment)
    {
        var place = Value(Place) ?? Path.Combine(dataFolder, "files");
        var parts = Path.Combine(dataFolder, "uploads");
        if (!place.Contains("://", StringComparison.Ordinal))
        {
            return new(parts, Path.GetFullPath(place), null);
        }

        if (!Uri.TryCreate(place, UriKind.Absolute, out var address) || address.Scheme is not ("https" or "http") || address.AbsolutePath.Trim('/') is not { Length: > 0 } bucket || bucket.Contains('/'))
        {
            throw new SetupException($"不能启动：{Place} 应为文件夹，或 https://主机/存储桶。");
        }

        if (address.Scheme is "http" && !isDevelopment && !address.IsLoopback)
        {
            throw new SetupException($"不能启动：{Place} 用了 http，文件会在网上明文传送。请改用 https。");
        }

        return new(parts, "", new(new Uri(address.GetLeftPart(UriPartial.Authority)), bucket, Needed(KeyId), Needed(Key), Value(Region) ?? "us-east-1"));
    }

    public IFileStore Open() => Bucket is null ? new DiskStore(Folder) : new ObjectStore(Bucket);

    private static string Needed(string name) => Value(name) ?? throw new SetupException($"不能启动：文件存在对象存储里，但缺少 {name}（见 docs/operations.md）。");

    private static string? Value(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
