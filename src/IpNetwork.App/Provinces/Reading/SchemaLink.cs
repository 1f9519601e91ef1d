using System.Text.Json;

namespace IpNetwork.App.Provinces.Reading;

/// <summary>Every file names its JSON Schema, so that an editor can help; the reader itself needs no schema.</summary>
internal static class SchemaLink
{
    private const string Property = "$schema";

    /// <summary>The root without its link.</summary>
    public static JsonPart Check(JsonPart root, string schema, PackFile file)
    {
        if (root.Kind != JsonTokenType.StartObject)
        {
            return root;
        }

        var link = root.Members.FirstOrDefault(member => member.Key == Property).Value;
        if (link?.Kind != JsonTokenType.String || !link.Text.EndsWith($"../schema/{schema}.schema.json", StringComparison.Ordinal))
        {
            file.Refuse(Property, link is null ? "MISSING_PROPERTY" : "BAD_VALUE", $"{Property} 应指向 schema/{schema}.schema.json 的相对路径。");
        }

        return root with { Members = [.. root.Members.Where(member => member.Key != Property)] };
    }
}
