using IpNetwork.App.Shell;
using IpNetwork.Domain.Files;

namespace IpNetwork.App.Files;

/// <summary>An upload as it is announced.</summary>
internal sealed record UploadRequest
{
    public string? Name { get; init; }

    /// <summary>Bytes of the whole file.</summary>
    public long? Size { get; init; }
    public string? MediaType { get; init; }

    /// <summary>What the file is for; the room that answers for the word decides.</summary>
    public string? Purpose { get; init; }
    public string? Subject { get; init; }
    public string? Slot { get; init; }
}

/// <summary>How far an upload has come.</summary>
/// <param name="Offset">Bytes that are safe; the next one to send.</param>
internal sealed record UploadView(Guid Id, string Name, long Size, long Offset, DateTimeOffset ExpiresAt);

/// <summary>A file that has been received, and what proves it.</summary>
/// <param name="Notices">What its owner should know of it.</param>
internal sealed record FileView(Guid Id, string Purpose, Guid Subject, string Slot, string Name, string MediaType, long Size, string Sha256, DateTimeOffset ReceivedAt, string Content, IReadOnlyList<string> Notices)
{
    public static FileView Of(StoredFile file, string node)
    {
        var receipt = file.Receipt();
        return new(receipt.Id.Value, file.Purpose, file.SubjectId, receipt.Slot, receipt.Name, receipt.MediaType, receipt.Size, receipt.Sha256, receipt.ReceivedAt,
            $"/api/v1/nodes/{node}/files/{receipt.Id}/content", FileWords.Notices(file));
    }
}
