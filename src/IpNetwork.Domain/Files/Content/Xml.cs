using System.Xml;
using IpNetwork.Domain.Kernel;

namespace IpNetwork.Domain.Files.Content;

/// <summary>Reads a part as XML without following anything: a document type is refused before a single entity could grow.</summary>
internal static class Xml
{
    private const int MostCharacters = 4 * 1024 * 1024;

    /// <param name="whole">Otherwise only as far as the root: what defines must stand before it.</param>
    /// <param name="judge">Asked about every element.</param>
    public static Refusal? Read(Stream content, ZipEntry entry, Budget budget, bool whole, Func<XmlReader, Refusal?> judge)
    {
        using var text = whole ? entry.InMemory(content, budget) : Beginning(content, entry, budget);
        text.Position = 0;
        try
        {
            using var xml = XmlReader.Create(text, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = MostCharacters, IgnoreWhitespace = true });
            while (xml.Read())
            {
                if (xml.NodeType is XmlNodeType.Element)
                {
                    if (judge(xml) is { } refusal)
                    {
                        return refusal;
                    }

                    if (!whole)
                    {
                        return null;
                    }
                }
            }

            return null;
        }
        catch (XmlException e) when (e.Message.Contains("DTD", StringComparison.Ordinal))
        {
            return FileRefusals.XmlDefinitions();
        }
        catch (XmlException)
        {
            throw new InvalidDataException();
        }
    }

    private static MemoryStream Beginning(Stream content, ZipEntry entry, Budget budget)
    {
        const int most = 64 * 1024;
        var text = new MemoryStream();
        try
        {
            entry.Unpack(content, budget, piece =>
            {
                text.Write(piece.Span);
                if (text.Length > most)
                {
                    throw new EnoughException();
                }
            });
        }
        catch (EnoughException)
        {
        }

        return text;
    }

    private sealed class EnoughException : Exception;
}
