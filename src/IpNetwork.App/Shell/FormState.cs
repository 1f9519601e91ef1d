using IpNetwork.Domain.Kernel;

namespace IpNetwork.App.Shell;

/// <summary>What was typed, as it was typed, and what has to be looked at again.</summary>
public sealed record FormState(IReadOnlyDictionary<string, string> Values, IReadOnlyList<FieldError> Errors)
{
    public static FormState Empty { get; } = new(new Dictionary<string, string>(), []);

    public bool HasErrors => Errors.Count > 0;

    public string Value(string name) => Values.GetValueOrDefault(name, "");

    public bool IsChecked(string name) => Value(name).Length > 0;

    /// <summary>Several boxes of one name arrive joined by line breaks.</summary>
    public bool IsChosen(string name, string option) => Value(name).Split('\n', StringSplitOptions.TrimEntries).Contains(option, StringComparer.Ordinal);

    public IEnumerable<string> ErrorsOf(string name) => Errors.Where(error => error.Field == name).Select(error => error.Message);

    public static FormState Of(IReadOnlyDictionary<string, string> values) => new(values, []);

    internal static FormState Of(IFormCollection form) => Of(form.ToDictionary(field => field.Key, field => string.Join('\n', field.Value.ToArray()), StringComparer.Ordinal));

    public FormState Refused(IEnumerable<Refusal> refusals) =>
        this with { Errors = [.. refusals.Select(refusal => new FieldError(refusal.Field, refusal.Message))] };
}

/// <param name="Field">Name of the input; null when it is about the whole form.</param>
public sealed record FieldError(string? Field, string Message);
