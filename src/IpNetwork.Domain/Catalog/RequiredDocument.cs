namespace IpNetwork.Domain.Catalog;

/// <summary>One material an item asks for. The code is stable within the item, so that a node can waive it.</summary>
public sealed record RequiredDocument(string Code, string Name)
{
    public DocumentForm Form { get; init; } = DocumentForm.Original;

    public int Copies { get; init; } = 1;

    public bool Required { get; init; } = true;

    /// <summary>When it is needed, what it must show.</summary>
    public string? Note { get; init; }

    /// <summary>Where it comes from: written online, uploaded, fetched from electronic licences.</summary>
    public string? Source { get; init; }
}
