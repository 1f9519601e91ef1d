namespace IpNetwork.Domain.Files.Content;

/// <summary>What one part of a document turns out to be while it is unpacked.</summary>
internal sealed class PartLook(byte[][] actions)
{
    private readonly Search infected = new(Signatures.Infected);
    private readonly Search acts = new(actions);
    private readonly byte[] head = new byte[16];
    private int headLength;

    public long Size { get; private set; }

    public bool IsInfected { get; private set; }

    public bool Acts { get; private set; }

    public bool IsForeign => Signatures.IsForeign(head.AsSpan(0, headLength));

    /// <summary>Begins with a tag in any of the encodings that XML can have.</summary>
    public bool IsXml => head.AsSpan(0, headLength).TrimStart("\xEF\xBB\xBF\xFF\xFE\0 \r\n\t"u8) is [(byte)'<', ..]
        || head.AsSpan(0, headLength) is [0xFE or 0xFF, 0xFE or 0xFF, ..] or [0xEF, 0xBB, 0xBF, (byte)'<', ..] or [0, 0, 0, (byte)'<', ..];

    public void Take(ReadOnlySpan<byte> piece)
    {
        var missing = Math.Min(head.Length - headLength, piece.Length);
        piece[..missing].CopyTo(head.AsSpan(headLength));
        headLength += missing;
        Size += piece.Length;
        IsInfected = IsInfected || infected.Next(piece);
        Acts = Acts || acts.Next(piece);
    }
}
