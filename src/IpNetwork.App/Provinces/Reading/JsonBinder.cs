using System.Globalization;
using System.Text.Json;

namespace IpNetwork.App.Provinces.Reading;

/// <summary>Fills the records of a pack, and tells everything that does not fit at once.</summary>
internal static class JsonBinder
{
    public static T? Bind<T>(JsonPart root, PackFile file)
        where T : class => BindObject(root, typeof(T), file) as T;

    private static object? BindValue(JsonPart part, Type type, PackFile file) => type switch
    {
        _ when type == typeof(string) => BindText(part, file),
        _ when type == typeof(bool) => part.Kind switch
        {
            JsonTokenType.True => true,
            JsonTokenType.False => false,
            _ => WrongType(part, file, "true 或 false"),
        },
        _ when type == typeof(int) => part.Kind == JsonTokenType.Number && int.TryParse(part.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : WrongType(part, file, "整数"),
        _ when type == typeof(decimal) => part.Kind == JsonTokenType.Number && decimal.TryParse(part.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var amount)
            ? amount
            : WrongType(part, file, "数字"),
        _ when type == typeof(DateOnly) => BindDay(part, file),
        _ when type.IsEnum => BindWord(part, type, file),
        _ when Nullable.GetUnderlyingType(type) is { } inner => BindValue(part, inner, file),
        _ when type == typeof(IReadOnlyDictionary<string, string>) => BindTexts(part, file),
        _ when type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) => BindList(part, type.GetGenericArguments()[0], file),
        _ => BindObject(part, type, file),
    };

    private static object? BindObject(JsonPart part, Type type, PackFile file)
    {
        if (part.Kind != JsonTokenType.StartObject)
        {
            return WrongType(part, file, "对象");
        }

        var shape = RecordShape.Of(type);
        var record = Activator.CreateInstance(type);
        foreach (var (name, value) in part.Members)
        {
            if (shape.Members.FirstOrDefault(known => known.Name == name) is not { } member)
            {
                file.Refuse(value.Field, "UNKNOWN_PROPERTY", $"没有“{name}”这一项，检查拼写。");
            }
            else if (value.Kind != JsonTokenType.Null)
            {
                member.Property.SetValue(record, BindValue(value, member.Property.PropertyType, file));
            }
            else if (!member.TakesNull)
            {
                file.Refuse(value.Field, "NULL_NOT_ALLOWED", $"“{name}”不能是 null。");
            }
        }

        foreach (var missing in shape.Members.Where(known => known.IsRequired && part.Members.All(member => member.Key != known.Name)))
        {
            file.Refuse(part.FieldOf(missing.Name), "MISSING_PROPERTY", $"缺少“{missing.Name}”。");
        }

        return record;
    }

    private static Array? BindList(JsonPart part, Type element, PackFile file)
    {
        if (part.Kind != JsonTokenType.StartArray)
        {
            WrongType(part, file, "数组");
            return null;
        }

        var list = Array.CreateInstance(element, part.Items.Count);
        foreach (var (place, item) in part.Items.Index())
        {
            list.SetValue(BindValue(item, element, file), place);
        }

        return list;
    }

    private static Dictionary<string, string>? BindTexts(JsonPart part, PackFile file)
    {
        if (part.Kind != JsonTokenType.StartObject)
        {
            WrongType(part, file, "对象");
            return null;
        }

        return part.Members.ToDictionary(member => member.Key, member => BindText(member.Value, file) ?? "", StringComparer.Ordinal);
    }

    private static string? BindText(JsonPart part, PackFile file)
    {
        if (part.Kind != JsonTokenType.String)
        {
            WrongType(part, file, "文字");
            return null;
        }

        if (string.IsNullOrWhiteSpace(part.Text))
        {
            file.Refuse(part.Field, "BLANK", "不能为空；没有内容就写 null 或删掉这一项。");
        }
        else if (part.Text.Trim() != part.Text)
        {
            file.Refuse(part.Field, "BLANK_AROUND", "首尾有空格。");
        }

        return part.Text;
    }

    private static object? BindDay(JsonPart part, PackFile file) =>
        part.Kind == JsonTokenType.String && DateOnly.TryParseExact(part.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : WrongType(part, file, "日期，写作 2026-01-31");

    private static object? BindWord(JsonPart part, Type type, PackFile file)
    {
        if (part.Kind == JsonTokenType.String && Enum.GetNames(type).Contains(part.Text, StringComparer.Ordinal))
        {
            return Enum.Parse(type, part.Text);
        }

        file.Refuse(part.Field, "UNKNOWN_VALUE", $"只能是 {string.Join("、", Enum.GetNames(type))} 之一。");
        return null;
    }

    private static object? WrongType(JsonPart part, PackFile file, string expected)
    {
        file.Refuse(part.Field, "WRONG_TYPE", $"应当是{expected}。");
        return null;
    }
}
