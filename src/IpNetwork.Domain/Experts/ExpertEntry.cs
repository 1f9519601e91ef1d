using IpNetwork.Domain.Kernel;

namespace IpNetwork.Domain.Experts;

/// <summary>An expert as typed.</summary>
public sealed record ExpertEntry
{
    public string? Name { get; init; }

    public string? Category { get; init; }

    public string? Title { get; init; }

    public string? Employer { get; init; }

    public string? EmployerUscc { get; init; }

    public string? Phone { get; init; }

    public DateOnly? From { get; init; }

    public DateOnly? To { get; init; }

    internal IEnumerable<Refusal> Refusals(IReadOnlyList<string> categories) => ((Refusal?[])
    [
        Text("name", "姓名", Name, 50, isNeeded: true),
        Category is { } category && categories.Contains(category.Trim()) ? null : ExpertRefusals.UnknownCategory(),
        Text("title", "职称或职务", Title, 50),
        Text("employer", "工作单位", Employer, 100, isNeeded: true),
        Text("phone", "联系电话", Phone, 30),
        From is null ? ExpertRefusals.Missing("from", "任期开始日") : null,
        To is not { } to ? ExpertRefusals.Missing("to", "任期截止日") : to < From ? ExpertRefusals.EndsBeforeItBegins(to, From.Value) : null,
    ]).OfType<Refusal>();

    private static Refusal? Text(string field, string label, string? text, int longest, bool isNeeded = false) => (text ?? "").Trim().Length switch
    {
        0 when isNeeded => ExpertRefusals.Missing(field, label),
        var length when length > longest => ExpertRefusals.TooLong(field, label, longest),
        _ => null,
    };
}
