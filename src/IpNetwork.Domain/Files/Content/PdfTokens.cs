using System.Text;

namespace IpNetwork.Domain.Files.Content;

internal enum PdfToken
{
    None,
    Name,
    Object,
    Stream,
    EndStream,
}

/// <summary>The few words of a PDF that matter here, byte by byte, without caring where they stand.</summary>
internal sealed class PdfTokens
{
    private const int LongestName = 60;
    private readonly byte[] name = new byte[LongestName];
    private readonly byte[] word = new byte[9];
    private int nameLength = -1;
    private int wordLength;

    /// <summary>The name just ended, with its escapes resolved; <c>/J#61vaScript</c> is JavaScript.</summary>
    public string Name { get; private set; } = "";

    public PdfToken Take(byte b)
    {
        if (IsRegular(b))
        {
            if (nameLength < 0)
            {
                Push(b);
            }
            else if (nameLength < LongestName)
            {
                name[nameLength++] = b;
            }

            return PdfToken.None;
        }

        var token = nameLength > 0 ? PdfToken.Name : Word(b);
        if (token is PdfToken.Name)
        {
            Name = Decode(name.AsSpan(0, nameLength));
        }

        wordLength = 0;
        nameLength = b == '/' ? 0 : -1;
        return token;
    }

    private void Push(byte b)
    {
        if (wordLength == word.Length)
        {
            word.AsSpan(1).CopyTo(word);
            wordLength--;
        }

        word[wordLength++] = b;
    }

    private PdfToken Word(byte after)
    {
        var seen = word.AsSpan(0, wordLength);
        return seen.EndsWith("endstream"u8) ? PdfToken.EndStream
            : seen.EndsWith("stream"u8) && after is (byte)'\r' or (byte)'\n' ? PdfToken.Stream
            : seen.EndsWith("obj"u8) && !seen.EndsWith("endobj"u8) ? PdfToken.Object
            : PdfToken.None;
    }

    private static string Decode(ReadOnlySpan<byte> raw)
    {
        var text = new StringBuilder(raw.Length);
        for (var i = 0; i < raw.Length; i++)
        {
            if (raw[i] == '#' && i + 2 < raw.Length && char.IsAsciiHexDigit((char)raw[i + 1]) && char.IsAsciiHexDigit((char)raw[i + 2]))
            {
                text.Append((char)Convert.FromHexString([(char)raw[i + 1], (char)raw[i + 2]])[0]);
                i += 2;
            }
            else
            {
                text.Append((char)raw[i]);
            }
        }

        return text.ToString();
    }

    private static bool IsRegular(byte b) => b is not (0 or 9 or 10 or 12 or 13 or 32 or (byte)'(' or (byte)')' or (byte)'<' or (byte)'>' or (byte)'[' or (byte)']' or (byte)'{' or (byte)'}' or (byte)'/' or (byte)'%');
}
