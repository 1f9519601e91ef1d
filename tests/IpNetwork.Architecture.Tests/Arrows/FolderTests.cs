using System.Text.RegularExpressions;
using Xunit;
using Xunit.Abstractions;

namespace IpNetwork.Architecture.Tests.Arrows;

public sealed partial class FolderTests(ITestOutputHelper output)
{
    private static readonly string[] EmptyWords = ["Manager", "Helper", "Helpers", "Util", "Utils", "Utility", "Info", "Dto", "Base", "Impl", "Common", "Misc"];

    [Fact]
    public void The_namespace_is_the_folder()
    {
        var wrong = Repository.Sources("src", ".cs").Concat(Repository.Sources("tests", ".cs"))
            .SelectMany(file => Namespaces().Matches(file.Text).Select(match => (file.Path, Namespace: match.Groups["name"].Value)))
            .Where(found => found.Namespace != Place.NamespaceOf(found.Path))
            .Select(found => $"{found.Path} says {found.Namespace}");

        Assert.Empty(wrong);
    }

    [Fact]
    public void A_razor_file_stays_in_the_namespace_of_its_folder() =>
        Assert.Empty(Repository.Sources("src", ".razor").Where(file => file.Text.Contains("@namespace", StringComparison.Ordinal)).Select(file => file.Path));

    [Fact]
    public void Names_say_what_a_thing_is()
    {
        var empty = Repository.Sources("src", ".cs", ".razor")
            .SelectMany(file => Types().Matches(file.Text).Select(match => match.Groups["name"].Value).Append(Path.GetFileNameWithoutExtension(file.Path))
                .Select(name => (file.Path, Name: name)))
            .Where(type => IsEmpty(type.Name))
            .Select(type => $"{type.Path}: {type.Name}")
            .Distinct();

        Assert.Empty(empty);
    }

    [Theory]
    [InlineData("NodeManager", true)]
    [InlineData("StringUtils", true)]
    [InlineData("NodeDto", true)]
    [InlineData("BaseItemVersion", false)]
    [InlineData("CommonsLicence", false)]
    public void Empty_words_are_known_at_the_end_of_a_name(string name, bool empty) => Assert.Equal(empty, IsEmpty(name));

    /// <summary>A mirror rather than a gate: the biggest are shown; only a drift of the whole fails.</summary>
    [Fact]
    public void Files_stay_small_on_the_whole()
    {
        var files = Repository.Sources("src", ".cs", ".razor").OrderByDescending(file => file.Lines).ToList();
        foreach (var file in files.Take(10))
        {
            output.WriteLine($"{file.Lines,5}  {file.Path}");
        }

        Assert.True(files[files.Count / 2].Lines <= 60, $"The median file has {files[files.Count / 2].Lines} lines.");
    }

    private static bool IsEmpty(string name) => EmptyWords.Any(word => name.EndsWith(word, StringComparison.Ordinal));

    [GeneratedRegex(@"^namespace\s+(?<name>[\w.]+)", RegexOptions.Multiline)]
    private static partial Regex Namespaces();

    [GeneratedRegex(@"^\s*(?:(?:public|internal|private|protected|file|sealed|abstract|static|partial|readonly)\s+)*(?:class|record|struct|interface|enum)\s+(?:struct\s+|class\s+)?(?<name>[A-Z]\w*)", RegexOptions.Multiline)]
    private static partial Regex Types();
}
