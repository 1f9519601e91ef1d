using IpNetwork.Domain.Kernel;

namespace IpNetwork.Domain.Files;

/// <summary>How far the transmission of a file has come. Gone when the file is complete, refused or given up.</summary>
public sealed class FileUpload
{
    /// <summary>After the last byte; what is left behind is away within the hour.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(45);

    private FileUpload()
    {
    }

    public NodeId NodeId { get; private set; }

    public FileId FileId { get; private set; }

    public PersonId PersonId { get; private set; }

    public string? DeclaredType { get; private set; }

    /// <summary>Bytes that are safe on the medium. More may lie there; they do not count.</summary>
    public long Offset { get; private set; }

    public DateTimeOffset ExpiresAt { get; private set; }

    public static FileUpload Begin(StoredFile file, PersonId person, string? declaredType, DateTimeOffset now) => new()
    {
        NodeId = file.NodeId,
        FileId = file.Id,
        PersonId = person,
        DeclaredType = declaredType is { Length: > 0 and <= 100 } ? declaredType : null,
        ExpiresAt = (now + Life).ToUniversalTime(),
    };
}
