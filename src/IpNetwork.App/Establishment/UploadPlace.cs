using IpNetwork.Domain.Files;

namespace IpNetwork.App.Establishment;

/// <summary>Where the files of a record that is yet to be made lie.</summary>
public sealed record UploadPlace(FileSubject Subject, IReadOnlyList<StoredFile> Files, FileRules Rules);
