using IpNetwork.Domain.Kernel;

namespace IpNetwork.Domain.Experts;

/// <summary>Somebody of the province's expert pool, with employer, term, and what he or she keeps away from (EXP-01).</summary>
public sealed class Expert
{
    private Expert()
    {
    }

    /// <summary>The province.</summary>
    public NodeId NodeId { get; private set; }

    public Guid Id { get; private set; }

    public string Name { get; private set; } = "";

    public string Category { get; private set; } = "";

    public string Title { get; private set; } = "";

    public string Employer { get; private set; } = "";

    public string EmployerUscc { get; private set; } = "";

    public string Phone { get; private set; } = "";

    public DateOnly From { get; private set; }

    /// <summary>The last day of the term.</summary>
    public DateOnly To { get; private set; }

    public IReadOnlyList<Avoidance> Avoidances { get; private set; } = [];

    public DateTimeOffset UpdatedAt { get; private set; }

    /// <param name="categories">What the province sorts its pool by.</param>
    public static Outcome<Expert> Enrol(NodeId province, ExpertEntry entry, IReadOnlyList<string> categories, DateTimeOffset now)
    {
        var expert = new Expert { NodeId = province, Id = Guid.CreateVersion7(now) };
        var outcome = expert.Revise(entry, categories, now);
        return outcome.IsDone ? expert : Outcome.Refused<Expert>(outcome.Refusals);
    }

    /// <summary>Another employer, another term: assignments made before keep what they were made with.</summary>
    public Outcome Revise(ExpertEntry entry, IReadOnlyList<string> categories, DateTimeOffset now)
    {
        var code = UnifiedSocialCreditCode.Parse(entry.EmployerUscc, "employerUscc");
        Refusal[] refusals = [.. entry.Refusals(categories), .. code.Refusals];
        if (refusals.Length > 0 || entry.From is not { } from || entry.To is not { } to)
        {
            return Outcome.Refused(refusals);
        }

        (Name, Category, Title) = (Clean(entry.Name), Clean(entry.Category), Clean(entry.Title));
        (Employer, EmployerUscc, Phone) = (Clean(entry.Employer), code.Value.Text, Clean(entry.Phone));
        (From, To, UpdatedAt) = (from, to, now.ToUniversalTime());
        return Outcome.Done;
    }

    /// <summary>Stays out of an organisation's matters, or of one matter, by own declaration.</summary>
    public Outcome Avoid(AvoidanceEntry entry, DateTimeOffset now)
    {
        var uscc = Clean(entry.Uscc);
        var matter = Clean(entry.Matter);
        var code = uscc.Length == 0 ? default(Outcome<UnifiedSocialCreditCode>?) : UnifiedSocialCreditCode.Parse(uscc);
        Refusal[] refusals =
        [
            .. code?.Refusals ?? [],
            .. uscc.Length == 0 && matter.Length == 0 ? [ExpertRefusals.AvoidanceMissing()] : Array.Empty<Refusal>(),
            .. matter.Length > ExpertAssignment.LongestMatter ? [ExpertRefusals.TooLong("matter", "申报编号", ExpertAssignment.LongestMatter)] : Array.Empty<Refusal>(),
            .. Clean(entry.Reason).Length switch
            {
                0 => [ExpertRefusals.Missing("reason", "回避的原因")],
                > Avoidance.LongestReason => [ExpertRefusals.TooLong("reason", "回避的原因", Avoidance.LongestReason)],
                _ => Array.Empty<Refusal>(),
            },
        ];
        if (refusals.Length > 0)
        {
            return Outcome.Refused(refusals);
        }

        Avoidances = [.. Avoidances, new(code?.Value.Text, matter.Length == 0 ? null : matter, Clean(entry.Reason), ChinaTime.DayOf(now))];
        UpdatedAt = now.ToUniversalTime();
        return Outcome.Done;
    }

    /// <summary>Why this expert may not take part, or null: the term, the employer's own matter, a declared avoidance.</summary>
    public Refusal? Stops(Matter matter, DateOnly day)
    {
        if (day < From || day > To)
        {
            return ExpertRefusals.TermOver(Name, From, To);
        }

        if (matter.Parties.FirstOrDefault(party => Same(party.Uscc, EmployerUscc)) is { } employer)
        {
            return ExpertRefusals.OwnEmployer(Name, employer.Name);
        }

        return Avoidances.FirstOrDefault(avoidance => avoidance.Matter == matter.Number || matter.Parties.Any(party => avoidance.Uscc is { } uscc && Same(party.Uscc, uscc))) is { } declared
            ? ExpertRefusals.Avoids(Name, declared.Reason)
            : null;
    }

    private static bool Same(string one, string other) => string.Equals(one.Trim(), other.Trim(), StringComparison.OrdinalIgnoreCase);

    private static string Clean(string? text) => (text ?? "").Trim();
}

/// <summary>Either an organisation by its credit code, or one matter by its number.</summary>
public sealed record Avoidance(string? Uscc, string? Matter, string Reason, DateOnly DeclaredOn)
{
    public const int LongestReason = 500;
}

public sealed record AvoidanceEntry(string? Uscc, string? Matter, string? Reason);

/// <summary>What experts are asked about, and whose it is.</summary>
public sealed record Matter(string Number, string Title, IReadOnlyList<Party> Parties);

public sealed record Party(string Name, string Uscc);
