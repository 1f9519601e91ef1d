using System.Buffers.Binary;

namespace IpNetwork.Domain.Files.Content;

/// <summary>How kinds of files begin, and what betrays a second file inside the first.</summary>
internal static class Signatures
{
    /// <summary>The agreed test for scanners; put together here so that no scanner takes this program for the virus.</summary>
    public static byte[][] Infected { get; } = [Bytes.Of("EICAR-STANDARD-" + "ANTIVIRUS-TEST-FILE")];

    /// <summary>What a browser would take for a page.</summary>
    public static byte[][] Pages { get; } = [Bytes.Of("<script"), Bytes.Of("<html"), Bytes.Of("<!doctype"), Bytes.Of("<svg"), Bytes.Of("<?php"), Bytes.Of("<iframe")];

    public static byte[][] Documents { get; } = [Bytes.Of("%PDF-")];

    public static byte[][] Programs { get; } = [Bytes.Of("This program cannot be run in DOS mode"), Bytes.Of("This program must be run under Win32")];

    /// <summary>Beginnings of programs, archives and old office files, none of which belongs into another file.</summary>
    private static readonly byte[][] Foreign =
    [
        [0x4D, 0x5A], [0x7F, 0x45, 0x4C, 0x46], [0xCF, 0xFA, 0xED, 0xFE], [0xCE, 0xFA, 0xED, 0xFE], [0xCA, 0xFE, 0xBA, 0xBE], [0x23, 0x21],
        [0x50, 0x4B, 3, 4], [0x50, 0x4B, 5, 6], [0x52, 0x61, 0x72, 0x21], [0x37, 0x7A, 0xBC, 0xAF], [0x1F, 0x8B], [0x42, 0x5A, 0x68], [0xFD, 0x37, 0x7A, 0x58, 0x5A], [0x4D, 0x53, 0x43, 0x46],
        [0xD0, 0xCF, 0x11, 0xE0], [0x4C, 0, 0, 0, 1, 0x14, 2, 0],
    ];

    public static bool Begins(Stream content, FileKind kind)
    {
        var head = Bytes.At(content, 0, 8);
        return kind switch
        {
            FileKind.Pdf => head.AsSpan().StartsWith("%PDF-"u8),
            FileKind.Jpg => head is [0xFF, 0xD8, 0xFF, ..],
            FileKind.Png => head is [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10],
            _ => head is [(byte)'P', (byte)'K', 3, 4, ..],
        };
    }

    public static bool IsForeign(ReadOnlySpan<byte> head)
    {
        foreach (var beginning in Foreign)
        {
            if (head.StartsWith(beginning))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A directory of an archive that closes exactly with the file: an unpacker would read the file as an archive.</summary>
    public static bool EndsAsArchive(Stream content)
    {
        var tail = Bytes.At(content, Math.Max(0, content.Length - 65_557), 65_557).AsSpan();
        for (var at = tail.LastIndexOf("PK\x05\x06"u8); at >= 0; at = tail[..at].LastIndexOf("PK\x05\x06"u8))
        {
            if (at + 22 <= tail.Length && at + 22 + BinaryPrimitives.ReadUInt16LittleEndian(tail[(at + 20)..]) == tail.Length)
            {
                return true;
            }
        }

        return false;
    }
}
