using System.Globalization;
using IpNetwork.Domain.Kernel;

namespace IpNetwork.App.Shell;

/// <summary>Reads a form's days and numbers; what cannot be read is gathered by field, and nothing typed is lost.</summary>
internal sealed class TypedForm(FormState form)
{
    private readonly List<Refusal> refusals = [];

    public FormState Form => form;

    public IReadOnlyList<Refusal> Refusals => refusals;

    public static async Task<TypedForm> ReadAsync(HttpContext context) => new(FormState.Of(await context.Request.ReadFormAsync(context.RequestAborted)));

    public string Text(string name) => form.Value(name).Trim();

    /// <summary>Several boxes of one name.</summary>
    public IReadOnlyList<string> Chosen(string name) => [.. form.Value(name).Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];

    public T? Choice<T>(string name) where T : struct, Enum =>
        Enum.TryParse<T>(Text(name), out var value) && Enum.IsDefined(value) && !char.IsAsciiDigit(Text(name)[0]) ? value : null;

    /// <summary>Yes, no, or nothing chosen.</summary>
    public bool? Flag(string name) => Text(name) switch { "yes" => true, "no" => false, _ => null };

    public DateOnly? Day(string name) => Read<DateOnly>(name, "BAD_DATE", "日期写法不对。请写成 2026-04-09。",
        text => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null);

    public int? Whole(string name) => Read<int>(name, "BAD_NUMBER", "要填整数，不带单位。请改正。",
        text => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null);

    public decimal? Number(string name) => Read<decimal>(name, "BAD_NUMBER", "要填数字，不带单位。请改正。",
        text => decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null);

    private T? Read<T>(string name, string code, string says, Func<string, T?> parse) where T : struct
    {
        var text = Text(name);
        if (text.Length == 0)
        {
            return null;
        }

        var value = parse(text);
        if (value is null)
        {
            refusals.Add(Refusal.Input(code, name, says));
        }

        return value;
    }
}
