using IpNetwork.Domain.Kernel;

namespace IpNetwork.Domain.Norms;

/// <summary>A version of a norm as somebody wrote it down.</summary>
public sealed record NormDraft
{
    public const int LongestCode = 40;
    public const int LongestVersion = 40;
    public const int LongestTitle = 100;
    public const int LongestDocument = 100;
    public const int LongestLink = 500;
    public const int LongestText = 20_000;

    public required string Code { get; init; }

    public required string Version { get; init; }

    public required string Title { get; init; }

    public required DateOnly? EffectiveOn { get; init; }

    public required string DocumentNumber { get; init; }

    public string? Link { get; init; }

    public string? Text { get; init; }

    public bool IsSample { get; init; }

    public IEnumerable<Refusal> Refusals()
    {
        if (Code.Trim() is not { Length: >= 2 and <= LongestCode } code || !code.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'))
        {
            yield return NormRefusals.BadCode();
        }

        switch (Version.Trim().Length)
        {
            case 0:
                yield return NormRefusals.VersionRequired();
                break;
            case > LongestVersion:
                yield return NormRefusals.TooLong("version", "版本", LongestVersion);
                break;
        }

        switch (Title.Trim().Length)
        {
            case 0:
                yield return NormRefusals.TitleRequired();
                break;
            case > LongestTitle:
                yield return NormRefusals.TooLong("title", "名称", LongestTitle);
                break;
        }

        if (EffectiveOn is null)
        {
            yield return NormRefusals.BadDay();
        }

        switch (DocumentNumber.Trim().Length)
        {
            case 0:
                yield return NormRefusals.DocumentRequired();
                break;
            case > LongestDocument:
                yield return NormRefusals.TooLong("documentNumber", "文号", LongestDocument);
                break;
        }

        foreach (var refusal in ContentRefusals())
        {
            yield return refusal;
        }
    }

    private IEnumerable<Refusal> ContentRefusals()
    {
        if (string.IsNullOrWhiteSpace(Link) && string.IsNullOrWhiteSpace(Text))
        {
            yield return NormRefusals.ContentRequired();
        }

        if (!string.IsNullOrWhiteSpace(Link) && (Link.Trim().Length > LongestLink || !Uri.TryCreate(Link.Trim(), UriKind.Absolute, out var uri) || uri.Scheme is not ("https" or "http")))
        {
            yield return NormRefusals.BadLink();
        }

        if (Text?.Trim().Length > LongestText)
        {
            yield return NormRefusals.TooLong("text", "正文", LongestText);
        }
    }
}
