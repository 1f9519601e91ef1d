using System.Text.RegularExpressions;
using Xunit;

namespace IpNetwork.App.Tests.Shell;

/// <summary>The content security policy allows no style and no script inside a page; a view that wrote one would be mute in the browser.</summary>
public sealed partial class MarkupTests
{
    private static readonly string App = Path.Combine(Root(), "src", "IpNetwork.App");

    private static IEnumerable<string> Files => Directory.EnumerateFiles(App, "*.razor", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(App, file));

    public static TheoryData<string> Views() => [.. Files];

    /// <summary>All but the one that only the printer reads, with the network off.</summary>
    public static TheoryData<string> ServedViews() => [.. Files.Where(view => view != Path.Combine("Shell", "Papers", "PrintedPaper.razor"))];

    [Theory]
    [MemberData(nameof(ServedViews))]
    public void A_view_carries_no_style_and_no_script_of_its_own(string view)
    {
        string markup = File.ReadAllText(Path.Combine(App, view));

        Assert.DoesNotMatch(InlineStyleOrScript(), markup);
    }

    [Theory]
    [MemberData(nameof(Views))]
    public void Every_table_has_a_caption(string view)
    {
        string markup = File.ReadAllText(Path.Combine(App, view));

        Assert.Equal(Table().Count(markup), Caption().Count(markup));
    }

    [Fact]
    public void The_stylesheet_fetches_nothing()
    {
        string css = File.ReadAllText(Path.Combine(App, "wwwroot", "css", "ipnet.css"));

        Assert.DoesNotMatch(Fetching(), css);
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "IpNetwork.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The solution is not above the tests.");
        }

        return folder.FullName;
    }

    [GeneratedRegex("""\sstyle=|\son[a-z]+="|<style|<script(?![^>]*\ssrc="/)|href="javascript:""", RegexOptions.IgnoreCase)]
    private static partial Regex InlineStyleOrScript();

    [GeneratedRegex("<table")]
    private static partial Regex Table();

    [GeneratedRegex("<caption")]
    private static partial Regex Caption();

    [GeneratedRegex("@import|url\\((?!#)", RegexOptions.IgnoreCase)]
    private static partial Regex Fetching();
}
