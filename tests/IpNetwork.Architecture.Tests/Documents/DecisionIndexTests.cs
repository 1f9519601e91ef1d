using System.Text.RegularExpressions;
using Xunit;

namespace IpNetwork.Architecture.Tests.Documents;

public sealed partial class DecisionIndexTests
{
    private const string Folder = "docs/decisions";

    [Fact]
    public void The_index_lists_every_decision_once()
    {
        var decisions = Repository.Files(Folder, ".md").Select(Path.GetFileName).Where(name => name is not "README.md").ToList();
        var listed = Links().Matches(Repository.Read($"{Folder}/README.md")).Select(match => match.Groups["file"].Value).ToList();

        Assert.True(decisions.Count > 10);
        Assert.Equal(decisions.Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Numbers_of_decisions_are_given_once_and_without_gaps()
    {
        var numbers = Repository.Files(Folder, ".md").Select(Path.GetFileName).Where(name => name is not "README.md")
            .Select(name => int.Parse(name![..4], System.Globalization.CultureInfo.InvariantCulture)).Order().ToList();

        Assert.Equal(Enumerable.Range(1, numbers.Count), numbers);
    }

    [GeneratedRegex(@"\]\((?<file>\d{4}-[\w-]+\.md)\)")]
    private static partial Regex Links();
}
