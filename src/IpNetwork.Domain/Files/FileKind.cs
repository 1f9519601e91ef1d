namespace IpNetwork.Domain.Files;

/// <summary>Every kind of file that can be taken in; a province may take fewer.</summary>
public enum FileKind
{
    Pdf,
    Ofd,
    Docx,
    Xlsx,
    Jpg,
    Png,
    Zip,
}

public static class FileKinds
{
    public static IReadOnlyList<FileKind> All { get; } = Enum.GetValues<FileKind>();

    public static FileKind? OfExtension(string extension) => extension.ToUpperInvariant() switch
    {
        "PDF" => FileKind.Pdf,
        "OFD" => FileKind.Ofd,
        "DOCX" => FileKind.Docx,
        "XLSX" => FileKind.Xlsx,
        "JPG" or "JPEG" => FileKind.Jpg,
        "PNG" => FileKind.Png,
        "ZIP" => FileKind.Zip,
        _ => null,
    };

    extension(FileKind kind)
    {
        public string Word => kind.ToString().ToUpperInvariant();

        public IEnumerable<string> Extensions => kind is FileKind.Jpg ? [".jpg", ".jpeg"] : [$".{kind.ToString().ToLowerInvariant()}"];

        public string MediaType => kind switch
        {
            FileKind.Pdf => "application/pdf",
            FileKind.Ofd => "application/ofd",
            FileKind.Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            FileKind.Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            FileKind.Jpg => "image/jpeg",
            FileKind.Png => "image/png",
            FileKind.Zip => "application/zip",
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
        };

        /// <summary>Whether what a browser says of the file can be true. Many know no type for a name and say so by saying nothing.</summary>
        public bool Agrees(string? declared) => declared?.Split(';')[0].Trim().ToLowerInvariant() switch
        {
            null or "" or "application/octet-stream" or "binary/octet-stream" => true,
            "image/jpg" or "image/pjpeg" => kind is FileKind.Jpg,
            "application/x-zip-compressed" or "application/x-zip" => kind is FileKind.Zip,
            "application/x-ofd" or "application/vnd.ofd" => kind is FileKind.Ofd,
            "application/x-pdf" => kind is FileKind.Pdf,
            var type => type == kind.MediaType,
        };
    }
}
