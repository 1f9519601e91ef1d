using System.Text;
using System.Text.Json;

namespace IpNetwork.App.Provinces.Reading;

/// <summary>Reads JSON strictly and remembers lines, which System.Text.Json keeps for syntax errors alone.</summary>
internal static class LocatedJson
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The root of the text; null when it is not JSON, which the file then says.</summary>
    public static JsonPart? Read(byte[] bytes, PackFile file)
    {
        var utf8 = bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? bytes[Encoding.UTF8.Preamble.Length..] : bytes;
        try
        {
            StrictUtf8.GetCharCount(utf8);
            var reader = new Utf8JsonReader(utf8);
            reader.Read();
            var root = ReadPart(ref reader, new(utf8), file, PackFile.Whole);
            reader.Read();
            return root;
        }
        catch (JsonException broken)
        {
            file.RefuseAt((int)(broken.LineNumber ?? 0) + 1, PackFile.Whole, "SYNTAX", $"不是合法的 JSON（第 {(broken.BytePositionInLine ?? 0) + 1} 个字节附近）。");
        }
        catch (DecoderFallbackException broken)
        {
            file.RefuseAt(1 + utf8.AsSpan(0, broken.Index).Count((byte)'\n'), PackFile.Whole, "NOT_UTF8", "文件不是 UTF-8 编码。");
        }

        return null;
    }

    private static JsonPart ReadPart(ref Utf8JsonReader reader, LineCount lines, PackFile file, string field)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                return ReadObject(ref reader, lines, file, field);
            case JsonTokenType.StartArray:
                return ReadArray(ref reader, lines, file, field);
            case JsonTokenType.String:
                return new(JsonTokenType.String, field) { Text = ReadText(ref reader, file, field) };
            default:
                return new(reader.TokenType, field) { Text = Encoding.UTF8.GetString(reader.ValueSpan) };
        }
    }

    private static JsonPart ReadObject(ref Utf8JsonReader reader, LineCount lines, PackFile file, string field)
    {
        var here = new JsonPart(JsonTokenType.StartObject, field);
        var members = new List<KeyValuePair<string, JsonPart>>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var line = lines.At(reader.TokenStartIndex);
            var name = ReadText(ref reader, file, field);
            var member = here.FieldOf(name);
            var isNew = names.Add(name);
            if (isNew)
            {
                file.Locate(member, line);
            }
            else
            {
                file.RefuseAt(line, member, "DUPLICATE_PROPERTY", $"“{name}”写了两次。");
            }

            reader.Read();
            var value = ReadPart(ref reader, lines, file, member);
            if (isNew)
            {
                members.Add(new(name, value));
            }
        }

        return here with { Members = members };
    }

    private static JsonPart ReadArray(ref Utf8JsonReader reader, LineCount lines, PackFile file, string field)
    {
        var items = new List<JsonPart>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            var item = $"{field}[{items.Count}]";
            file.Locate(item, lines.At(reader.TokenStartIndex));
            items.Add(ReadPart(ref reader, lines, file, item));
        }

        return new(JsonTokenType.StartArray, field) { Items = items };
    }

    private static string ReadText(ref Utf8JsonReader reader, PackFile file, string field)
    {
        try
        {
            return reader.GetString() ?? "";
        }
        catch (InvalidOperationException)
        {
            file.Refuse(field, "NOT_TEXT", "文字里有不成对的转义字符。");
            return "?";
        }
    }

    /// <summary>Counts line ends forward only, as the reader walks.</summary>
    private sealed class LineCount(byte[] utf8)
    {
        private int reached;
        private int line = 1;

        public int At(long index)
        {
            line += utf8.AsSpan(reached, (int)index - reached).Count((byte)'\n');
            reached = (int)index;
            return line;
        }
    }
}
