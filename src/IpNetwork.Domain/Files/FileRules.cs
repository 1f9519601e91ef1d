using IpNetwork.Domain.Kernel;

namespace IpNetwork.Domain.Files;

/// <summary>What a province takes in, and how much of it.</summary>
public sealed record FileRules
{
    /// <summary>No setting goes beyond this; bodies longer than that are not even read.</summary>
    public const int MostMegabytes = 100;

    private const long Megabyte = 1024 * 1024;

    public IReadOnlyList<FileKind> Kinds { get; init; } = FileKinds.All;

    public int FileMegabytes { get; init; } = 50;

    /// <summary>Of one subject, such as one application.</summary>
    public int SubjectFiles { get; init; } = 100;

    public int SubjectMegabytes { get; init; } = 500;

    /// <summary>Of one node.</summary>
    public int NodeGigabytes { get; init; } = 50;

    /// <summary>Of one person at one node, begun and not finished.</summary>
    public int OpenUploads { get; init; } = 20;

    public long FileBytes => FileMegabytes * Megabyte;

    /// <summary>Whether one more file of this size may come, given what is there: unfinished ones count in full.</summary>
    public Refusal? Refuse(long size, Held held) => size switch
    {
        < 0 => FileRefusals.SizeRequired(),
        0 => FileRefusals.Empty(),
        _ when size > FileBytes => FileRefusals.TooLarge(FileMegabytes),
        _ when held.SubjectFiles >= SubjectFiles => FileRefusals.TooManyFiles(SubjectFiles),
        _ when held.SubjectBytes + size > SubjectMegabytes * Megabyte => FileRefusals.SubjectFull(SubjectMegabytes),
        _ when held.OpenUploads >= OpenUploads => FileRefusals.TooManyUploads(OpenUploads),
        _ when held.NodeBytes + size > NodeGigabytes * 1024 * Megabyte => FileRefusals.NodeFull(),
        _ => null,
    };
}

/// <summary>What a subject, a node and a person have already.</summary>
public sealed record Held(int SubjectFiles, long SubjectBytes, long NodeBytes, int OpenUploads);
