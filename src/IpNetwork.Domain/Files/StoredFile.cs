using IpNetwork.Domain.Files.Content;
using IpNetwork.Domain.Kernel;

namespace IpNetwork.Domain.Files;

public enum FileState
{
    /// <summary>Announced; its bytes are on the way and nobody sees it.</summary>
    Uploading,
    Ready,

    /// <summary>No longer among the subject's files. Its bytes stay only where a snapshot holds it.</summary>
    Removed,
}

/// <summary>A file of a node: which bytes, whose, and what they belong to. Bytes never change; another version is another file.</summary>
public sealed class StoredFile
{
    private StoredFile()
    {
    }

    public NodeId NodeId { get; private set; }

    public FileId Id { get; private set; }

    /// <summary>Who handed it in; null for what the program made.</summary>
    public PersonId? PersonId { get; private set; }

    public string Purpose { get; private set; } = "";

    public Guid SubjectId { get; private set; }

    public string Slot { get; private set; } = "";

    public string Name { get; private set; } = "";

    /// <summary>As its extension says and its content was found to be.</summary>
    public FileKind Kind { get; private set; }

    public long Size { get; private set; }

    public string? Sha256 { get; private set; }

    /// <summary>The name of its bytes in the store: random, and never from a person.</summary>
    public string StoredName { get; private set; } = "";

    public FileState State { get; private set; }

    /// <summary>The picture tells where it was taken.</summary>
    public bool TellsPlace { get; private set; }

    /// <summary>The document tells who wrote it.</summary>
    public bool TellsAuthor { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset? CompletedAt { get; private set; }

    /// <summary>Since then a snapshot holds it.</summary>
    public DateTimeOffset? FrozenAt { get; private set; }

    public DateTimeOffset? RemovedAt { get; private set; }

    public FileSubject Subject => new(Purpose, SubjectId, Slot);

    public bool KeepsBytes => State is not FileState.Removed || FrozenAt is not null;

    public bool IsReadable => State is FileState.Ready || (State is FileState.Removed && FrozenAt is not null);

    /// <param name="storedName">Random, made at the edge.</param>
    public static StoredFile Announce(NodeId node, FileSubject subject, FileName name, long size, PersonId? person, string storedName, DateTimeOffset now) => new()
    {
        NodeId = node,
        Id = FileId.New(now),
        PersonId = person,
        Purpose = subject.Purpose,
        SubjectId = subject.Id,
        Slot = subject.Slot,
        Name = name.Text,
        Kind = name.Kind,
        Size = size,
        StoredName = storedName,
        State = FileState.Uploading,
        CreatedAt = now.ToUniversalTime(),
    };

    /// <summary>Its bytes are safe and fit: from now on it is there.</summary>
    public FileReceipt Receive(string sha256, ContentReport report, DateTimeOffset now)
    {
        if (State is not FileState.Uploading)
        {
            throw new InvalidOperationException("A file is received once.");
        }

        (Sha256, TellsPlace, TellsAuthor) = (sha256, report.TellsPlace, report.TellsAuthor);
        (State, CompletedAt) = (FileState.Ready, now.ToUniversalTime());
        return Receipt();
    }

    public FileReceipt Receipt() => Sha256 is { } sha256 && CompletedAt is { } at
        ? new(Id, Slot, Name, Kind.MediaType, Size, sha256, at)
        : throw new InvalidOperationException("A file that is not complete has no receipt.");

    /// <summary>A snapshot holds it from now on.</summary>
    public FileReceipt Freeze(DateTimeOffset now)
    {
        FrozenAt ??= now.ToUniversalTime();
        return Receipt();
    }

    /// <summary>Takes it from the subject's files. What a snapshot holds stays readable there.</summary>
    public void Remove(DateTimeOffset now)
    {
        if (State is not FileState.Removed)
        {
            (State, RemovedAt) = (FileState.Removed, now.ToUniversalTime());
        }
    }
}
