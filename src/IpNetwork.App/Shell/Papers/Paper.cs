namespace IpNetwork.App.Shell.Papers;

/// <summary>A document of lines and texts, whatever it is printed as: on a page, as PDF, as a Word file.</summary>
public sealed record Paper(string Title, string Subject, IReadOnlyList<PaperSection> Sections)
{
    /// <summary>Under the title: number, version.</summary>
    public string Note { get; init; } = "";

    /// <summary>After the last section.</summary>
    public IReadOnlyList<string> Closing { get; init; } = [];

    /// <summary>Where somebody signs, at the right.</summary>
    public IReadOnlyList<string> Signing { get; init; } = [];
}

public sealed record PaperSection(string Title, IReadOnlyList<PaperLine> Lines);

/// <param name="Text">Line breaks as they were written.</param>
public sealed record PaperLine(string Label, string Text);
