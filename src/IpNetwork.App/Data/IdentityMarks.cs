using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Kernel;

namespace IpNetwork.App.Data;

/// <summary>
/// Knows a person again whose number is not kept: a hash under a key of the deployment (docs/decisions/0020). Without the key
/// the few numbers there are could all be tried.
/// </summary>
internal sealed class IdentityMarks
{
    public const string Variable = "IPNETWORK_IDENTITY_KEY";
    private const string FileName = "identity.key";
    private const int KeyLength = 32;

    private readonly byte[] key;

    private IdentityMarks(byte[] key) => this.key = key;

    /// <summary>Who serves pages needs the key and says so at the start.</summary>
    internal static void Add(IServiceCollection services, string dataFolder, bool isDevelopment, bool isNeeded)
    {
        var marks = isNeeded ? FromEnvironment(dataFolder, isDevelopment) : null;
        services.AddSingleton(_ => marks ?? FromEnvironment(dataFolder, isDevelopment));
        services.AddSingleton(provider => new FingerprintKey(provider.GetRequiredService<IdentityMarks>().KeyFor("request-fingerprint")));
    }

    /// <summary>The same at every node of a network, and another in another network: provinces learn nothing of each other's people.</summary>
    public string Of(CitizenNumber number, NodeId network) => Base64Url.EncodeToString(HMACSHA256.HashData(key, Encoding.ASCII.GetBytes($"citizen-number:{network}:{number.Text}")));

    /// <summary>A key for another use that tells nothing of this one.</summary>
    private byte[] KeyFor(string use) => HMACSHA256.HashData(key, Encoding.ASCII.GetBytes($"key:{use}"));

    /// <summary>Development makes a key and keeps it beside its data; production is given one, the same for every process and for ever.</summary>
    public static IdentityMarks FromEnvironment(string dataFolder, bool isDevelopment) =>
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } text ? new(Read(text))
        : isDevelopment ? new(Kept(dataFolder))
        : throw new SetupException($"不能启动：缺少 {Variable}。请给 {KeyLength} 个以上随机字节的 base64，例如 openssl rand -base64 32；各进程用同一个，定下后不要更换（见 docs/operations.md）。");

    private static byte[] Read(string text)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length) && length >= KeyLength
            ? bytes[..length]
            : throw new SetupException($"不能启动：{Variable} 应为 {KeyLength} 个以上随机字节的 base64，例如 openssl rand -base64 32。");
    }

    /// <summary>Whole or not at all, so that two processes that start together end with one key.</summary>
    private static byte[] Kept(string dataFolder)
    {
        var file = Path.Combine(dataFolder, FileName);
        if (!File.Exists(file))
        {
            Directory.CreateDirectory(dataFolder);
            var draft = $"{file}.{Guid.NewGuid():n}";
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            using (var stream = new FileStream(draft, options))
            {
                stream.Write(RandomNumberGenerator.GetBytes(KeyLength));
            }

            try
            {
                File.Move(draft, file, overwrite: false);
            }
            catch (IOException) when (File.Exists(file))
            {
                File.Delete(draft);
            }
        }

        return File.ReadAllBytes(file);
    }
}
