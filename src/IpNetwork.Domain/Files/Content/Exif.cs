using System.Buffers.Binary;

namespace IpNetwork.Domain.Files.Content;

/// <summary>Whether a picture's own notes tell where it was taken, or by whom. Reads the first directory only.</summary>
internal static class Exif
{
    private const int Artist = 0x013B;
    private const int Place = 0x8825;

    public static ContentReport Read(ReadOnlySpan<byte> notes)
    {
        if (notes.Length < 8 || !(notes.StartsWith("II*\0"u8) || notes.StartsWith("MM\0*"u8)))
        {
            return ContentReport.Fit;
        }

        var little = notes[0] == 'I';
        var directory = Number(notes[4..], 4, little);
        if (directory + 2 > notes.Length)
        {
            return ContentReport.Fit;
        }

        var (place, artist) = (false, false);
        var entries = Number(notes[(int)directory..], 2, little);
        for (var (entry, at) = (0, directory + 2); entry < entries && at + 12 <= notes.Length; entry++, at += 12)
        {
            var tag = Number(notes[(int)at..], 2, little);
            place |= tag == Place;
            artist |= tag == Artist;
        }

        return ContentReport.Fit with { TellsPlace = place, TellsAuthor = artist };
    }

    private static long Number(ReadOnlySpan<byte> bytes, int size, bool little) => (size, little) switch
    {
        (2, true) => BinaryPrimitives.ReadUInt16LittleEndian(bytes),
        (2, false) => BinaryPrimitives.ReadUInt16BigEndian(bytes),
        (_, true) => BinaryPrimitives.ReadUInt32LittleEndian(bytes),
        _ => BinaryPrimitives.ReadUInt32BigEndian(bytes),
    };
}
