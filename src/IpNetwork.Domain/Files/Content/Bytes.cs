using System.Text;

namespace IpNetwork.Domain.Files.Content;

/// <summary>Looking for bytes in a stream without holding it.</summary>
internal static class Bytes
{
    private const int Window = 64 * 1024;

    /// <summary>Where the first of the patterns begins; -1 where none is. Letters count in either case.</summary>
    public static long Find(Stream content, params ReadOnlySpan<byte[]> patterns)
    {
        content.Position = 0;
        var search = new Search(patterns.ToArray());
        var buffer = new byte[Window];
        long at = 0;
        int read;
        while ((read = content.Read(buffer)) > 0)
        {
            if (search.Next(buffer.AsSpan(0, read)))
            {
                return at + read;
            }

            at += read;
        }

        return -1;
    }

    public static byte[] Of(string text) => Encoding.ASCII.GetBytes(text);

    /// <summary>Up to <paramref name="count"/> bytes from a place.</summary>
    public static byte[] At(Stream content, long position, int count)
    {
        content.Position = position;
        var bytes = new byte[Math.Min(count, Math.Max(0, content.Length - position))];
        content.ReadExactly(bytes);
        return bytes;
    }
}

/// <summary>Finds patterns in pieces that come one after another; one that lies across two pieces is found too.</summary>
internal sealed class Search
{
    private readonly byte[][] patterns;
    private readonly byte[] tail;
    private int kept;

    public Search(byte[][] patterns)
    {
        this.patterns = [.. patterns.Select(Lower)];
        tail = new byte[2 * patterns.Max(pattern => pattern.Length)];
    }

    public bool Next(ReadOnlySpan<byte> piece)
    {
        var overlap = tail.Length / 2;
        var head = piece[..Math.Min(piece.Length, overlap)];
        var seam = new byte[kept + head.Length];
        tail.AsSpan(0, kept).CopyTo(seam);
        head.CopyTo(seam.AsSpan(kept));
        if (Contains(seam) || Contains(piece))
        {
            return true;
        }

        if (piece.Length >= overlap)
        {
            piece[^overlap..].CopyTo(tail);
            kept = overlap;
        }
        else
        {
            kept = Math.Min(seam.Length, overlap);
            seam.AsSpan(seam.Length - kept).CopyTo(tail);
        }

        return false;
    }

    private bool Contains(ReadOnlySpan<byte> piece)
    {
        foreach (var pattern in patterns)
        {
            if (Contains(piece, pattern))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Contains(ReadOnlySpan<byte> piece, byte[] pattern)
    {
        var first = pattern[0];
        var other = Upper(first);
        while (piece.Length >= pattern.Length)
        {
            var at = first == other ? piece.IndexOf(first) : piece.IndexOfAny(first, other);
            if (at < 0 || at + pattern.Length > piece.Length)
            {
                return false;
            }

            if (Matches(piece.Slice(at, pattern.Length), pattern))
            {
                return true;
            }

            piece = piece[(at + 1)..];
        }

        return false;
    }

    private static bool Matches(ReadOnlySpan<byte> piece, byte[] pattern)
    {
        for (var i = 1; i < pattern.Length; i++)
        {
            if (Lower(piece[i]) != pattern[i])
            {
                return false;
            }
        }

        return true;
    }

    private static byte[] Lower(byte[] bytes) => [.. bytes.Select(Lower)];

    private static byte Lower(byte b) => b is >= (byte)'A' and <= (byte)'Z' ? (byte)(b | 0x20) : b;

    private static byte Upper(byte b) => b is >= (byte)'a' and <= (byte)'z' ? (byte)(b & 0xDF) : b;
}
