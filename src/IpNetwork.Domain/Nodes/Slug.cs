using System.Collections.Frozen;
using IpNetwork.Domain.Kernel;

namespace IpNetwork.Domain.Nodes;

/// <summary>A node's name in addresses, unique in the deployment.</summary>
public sealed record Slug
{
    public const int Longest = 40;

    private static readonly FrozenSet<string> Reserved = new[]
    {
        "api", "openapi", "health", "sign-in", "sign-out", "account", "lib", "css", "js", "img", "assets", "error", PlatesWord,
        "favicon.ico", "robots.txt", "text-size", "accessibility", "choose-node",
    }.ToFrozenSet();

    // Stands on plates that hang for years, so it is kept free; but it is a page of a node, not of the deployment.
    private const string PlatesWord = "plates";

    private Slug(string text) => Text = text;

    public string Text { get; }

    public static IReadOnlyCollection<string> ReservedWords => Reserved;

    /// <summary>An address of the whole deployment, answered without a node.</summary>
    public static bool IsOfDeployment(string word) => word != PlatesWord && Reserved.Contains(word);

    public static Outcome<Slug> Parse(string? text)
    {
        var slug = text ?? "";
        if (Reserved.Contains(slug))
        {
            return NodeRefusals.SlugReserved(slug);
        }

        var wellFormed = slug.Length is >= 2 and <= Longest && slug.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-')
            && slug[0] != '-' && slug[^1] != '-';
        return wellFormed ? new Slug(slug) : NodeRefusals.BadSlug();
    }

    public override string ToString() => Text;
}
