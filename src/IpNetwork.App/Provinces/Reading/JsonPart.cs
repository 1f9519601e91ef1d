using System.Text.Json;

namespace IpNetwork.App.Provinces.Reading;

/// <summary>A value of a JSON text that still knows its place.</summary>
internal sealed record JsonPart(JsonTokenType Kind, string Field)
{
    /// <summary>A string's text, a number as it is written.</summary>
    public string Text { get; init; } = "";

    public IReadOnlyList<JsonPart> Items { get; init; } = [];

    public IReadOnlyList<KeyValuePair<string, JsonPart>> Members { get; init; } = [];

    public string FieldOf(string member) => Field == PackFile.Whole ? member : $"{Field}.{member}";
}
