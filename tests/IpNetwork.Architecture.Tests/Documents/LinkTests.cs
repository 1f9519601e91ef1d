using System.Text.RegularExpressions;
using Xunit;

namespace IpNetwork.Architecture.Tests.Documents;

public sealed partial class LinkTests
{
    [Fact]
    public void Links_between_documents_lead_somewhere()
    {
        var broken = Repository.Committed().Where(path => path.EndsWith(".md", StringComparison.Ordinal))
            .SelectMany(path => Links().Matches(Repository.Read(path)).Select(match => (path, Target: Uri.UnescapeDataString(match.Groups["target"].Value))))
            .Where(link => !Path.Exists(Path.Combine(Repository.Root, Path.GetDirectoryName(link.path) ?? "", link.Target)))
            .Select(link => $"{link.path} → {link.Target}");

        Assert.Empty(broken);
    }

    [GeneratedRegex(@"\]\((?!\w+:)(?<target>[^)#\s]+)(#[^)]*)?\)")]
    private static partial Regex Links();
}
