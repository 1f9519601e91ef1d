using System.Text.RegularExpressions;
using Xunit;

namespace IpNetwork.Architecture.Tests.Sources;

public sealed partial class SecretTests
{
    private static readonly string[] Binary = [".png", ".jpg", ".ico", ".woff2", ".zip", ".gz"];

    [Fact]
    public void Nothing_that_looks_like_a_secret_is_committed()
    {
        var files = Repository.Committed().Where(path => !Binary.Any(ending => path.EndsWith(ending, StringComparison.Ordinal))).ToList();

        Assert.True(files.Count > 200, "The list of committed files was not found.");
        Assert.Empty(LinePatterns.Find(files.Where(path => !path.EndsWith("SecretTests.cs", StringComparison.Ordinal)).Select(path => new SourceFile(path, Repository.Read(path))), Secret()));
    }

    [Fact]
    public void No_file_that_holds_secrets_by_nature_is_committed() =>
        Assert.DoesNotContain(Repository.Committed(), path => Holders().IsMatch(path));

    [Theory]
    [InlineData("-----BEGIN PRIVATE KEY-----")]
    [InlineData("-----BEGIN RSA PRIVATE KEY-----")]
    [InlineData("-----BEGIN OPENSSH PRIVATE KEY-----")]
    [InlineData("Host=db;Username=app;Password=hunter2hunter2")]
    [InlineData("postgres://app:hunter2hunter2@db/ipnetwork")]
    [InlineData("key: AKIAIOSFODNN7EXAMPLE")]
    [InlineData("token = ghp_0123456789abcdefghijABCDEFGHIJ012345")]
    [InlineData("glpat-0123456789abcdefghij")]
    [InlineData("xoxb-1234567890-abcdefghijkl")]
    [InlineData("eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.c2lnbmF0dXJl")]
    [InlineData("\"client_secret\": \"9f8e7d6c5b4a39281706\"")]
    [InlineData("//registry.example/:_authToken=npm_0123456789abcdef")]
    public void A_planted_secret_is_recognised(string line) => Assert.Matches(Secret(), line);

    [Theory]
    [InlineData("Host=/run/postgresql;Username=ipnet_app;Password=${APP_PASSWORD}")]
    [InlineData("\"Password=$(cat /run/secrets/app)\"")]
    [InlineData("Password = password,")]
    public void A_reference_to_a_secret_passes(string line) => Assert.DoesNotMatch(Secret(), line);

    [GeneratedRegex(
        @"-----BEGIN [A-Z ]*PRIVATE KEY-----|[;""' ]Password=(?![$<{*.…])[^;""'\s$<{]{4,}|://[^/\s:@$<{]+:(?![$<{*])[^/\s:@$<{]{6,}@|\bAKIA[0-9A-Z]{16}\b|\bgh[pousr]_[A-Za-z0-9]{36}|\bglpat-[\w-]{20}"
        + @"|\bxox[abprs]-[\w-]{10,}|\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]+|(client_secret|api_?key|secret_key)[""']?\s*[:=]\s*[""'][A-Za-z0-9+/=_-]{16,}[""']|_authToken=(?!\$)\S+", RegexOptions.IgnoreCase)]
    private static partial Regex Secret();

    [GeneratedRegex(@"(^|/)(\.env(\..*)?|id_rsa|id_ed25519|.*\.(pem|pfx|p12|key|jks|kdbx)|accounts\.json|secrets\.json)$")]
    private static partial Regex Holders();
}
