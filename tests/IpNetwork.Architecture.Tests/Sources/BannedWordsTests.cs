using System.Text.RegularExpressions;
using Xunit;

namespace IpNetwork.Architecture.Tests.Sources;

/// <summary>Calls with a better way in this code, or none that is safe.</summary>
public sealed partial class BannedWordsTests
{
    private static readonly Dictionary<string, string> Reasons = new()
    {
        ["src/IpNetwork.App/Data/UnitOfWork.cs"] = "jitter before a retry is no secret",
        ["src/IpNetwork.App/Shell/Icon.razor"] = "icon paths are constants of ours",
        ["src/IpNetwork.App/Shell/Papers/PdfPrinter.cs"] = "starts the browser that prints",
        ["src/IpNetwork.LocalPostgres/Command.cs"] = "starts PostgreSQL's own programs",
        ["src/IpNetwork.LocalPostgres/Server.cs"] = "starts PostgreSQL's own programs",
        ["src/IpNetwork.LocalPostgres/Warden.cs"] = "starts PostgreSQL's own programs",
        ["src/IpNetwork.SignOn/SignIn/SessionCache.cs"] = "the memory cache counts by the system's clock",
    };

    [Fact]
    public void Banned_calls_stand_only_where_a_reason_is_written()
    {
        var found = LinePatterns.Find(Repository.Sources("src", ".cs", ".razor"), Banned());

        Assert.DoesNotContain(found, finding => !Reasons.ContainsKey(LinePatterns.PathOf(finding)));
    }

    [Fact]
    public void A_reason_that_is_no_longer_needed_is_struck_out()
    {
        var used = LinePatterns.Find(Repository.Sources("src", ".cs", ".razor"), Banned()).Select(LinePatterns.PathOf).ToHashSet();

        Assert.DoesNotContain(Reasons.Keys, path => !used.Contains(path));
    }

    [Theory]
    [InlineData("var now = DateTime.Now;")]
    [InlineData("var now = DateTimeOffset.UtcNow;")]
    [InlineData("var day = DateTime.Today;")]
    [InlineData("var random = new Random(7);")]
    [InlineData("Random.Shared.Next()")]
    [InlineData("MD5.HashData(bytes)")]
    [InlineData("SHA1.HashData(bytes)")]
    [InlineData("new BinaryFormatter()")]
    [InlineData("CipherMode.ECB")]
    [InlineData("new Regex(\"a+\")")]
    [InlineData("Regex.IsMatch(text, \"a+\")")]
    [InlineData("(MarkupString)text")]
    [InlineData("TypeNameHandling = TypeNameHandling.All")]
    [InlineData("async void Go()")]
    [InlineData("#nullable disable")]
    [InlineData("#pragma warning disable CA1000")]
    [InlineData("ServerCertificateCustomValidationCallback = ")]
    [InlineData("Process.Start(\"sh\")")]
    public void Banned_calls_are_recognised(string line) => Assert.Matches(Banned(), line);

    [Theory]
    [InlineData("clock.GetUtcNow()")]
    [InlineData("[GeneratedRegex(\"a+\")]")]
    [InlineData("new Regex(\"a+\", RegexOptions.NonBacktracking)")]
    [InlineData("SHA256.HashData(bytes)")]
    public void Their_better_ways_pass(string line) => Assert.DoesNotMatch(Banned(), line);

    [GeneratedRegex(
        @"\bDateTime\.(Now|UtcNow|Today)\b|\bDateTimeOffset\.(Utc)?Now\b|\bnew Random\b|\bRandom\.Shared\b|\bMD5\b|\bSHA1\b|\bDES\b|\bTripleDES\b|CipherMode\.ECB"
        + @"|BinaryFormatter|TypeNameHandling|\bnew Regex\((?!.*(NonBacktracking|TimeSpan))|\bRegex\.(IsMatch|Match|Matches|Replace|Split)\((?!.*(NonBacktracking|TimeSpan))"
        + @"|\(MarkupString\)|new MarkupString|AddMarkupContent|Html\.Raw|\basync void\b|#nullable disable|#pragma warning disable|ServerCertificateCustomValidationCallback"
        + @"|Trust Server Certificate\s*=\s*true|\bProcess\.Start\b|\bThread\.Sleep\b|UseInMemoryDatabase")]
    private static partial Regex Banned();
}
