using IpNetwork.Domain.Kernel;

namespace IpNetwork.Domain.Files.Content;

/// <summary>What a look into a file found: why it cannot be taken, or what its owner should know of it.</summary>
public sealed record ContentReport(Refusal? Refusal)
{
    public static ContentReport Fit { get; } = new((Refusal?)null);

    /// <summary>The picture, or one inside, tells where it was taken.</summary>
    public bool TellsPlace { get; init; }

    /// <summary>The document, or one inside, tells who wrote it.</summary>
    public bool TellsAuthor { get; init; }

    public static implicit operator ContentReport(Refusal refusal) => new(refusal);

    internal ContentReport And(ContentReport inner) => this with
    {
        Refusal = Refusal ?? inner.Refusal,
        TellsPlace = TellsPlace || inner.TellsPlace,
        TellsAuthor = TellsAuthor || inner.TellsAuthor,
    };
}
