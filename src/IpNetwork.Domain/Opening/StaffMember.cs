using IpNetwork.Domain.Kernel;

namespace IpNetwork.Domain.Opening;

/// <summary>Somebody employed at a node (STF-01). Who may do what in the program is another matter: that is a membership.</summary>
public sealed class StaffMember
{
    private StaffMember()
    {
    }

    public NodeId NodeId { get; private set; }

    public Guid Id { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>The citizen's number with its middle hidden; the number itself is not kept.</summary>
    public string MaskedNumber { get; private set; } = "";

    /// <summary>The same for the same person everywhere in the network, and tells nothing else.</summary>
    public string Mark { get; private set; } = "";

    public StaffPost Post { get; private set; }

    public EmploymentType Employment { get; private set; }

    public DateOnly From { get; private set; }

    /// <summary>The last day; null while employed.</summary>
    public DateOnly? To { get; private set; }

    public Qualification Qualification { get; private set; } = Qualification.None;

    /// <summary>Codes of the modules this person serves.</summary>
    public ServedModules Serves { get; private set; } = ServedModules.None;

    public DateTimeOffset UpdatedAt { get; private set; }

    /// <param name="here">Everybody ever employed at the node.</param>
    /// <param name="elsewhere">What the whole network knows of the same person's full-time employments.</param>
    public static Outcome<StaffMember> Employ(NodeId node, StaffDraft draft, IReadOnlyCollection<StaffMember> here, IReadOnlyCollection<FullTimeMark> elsewhere, DateTimeOffset now)
    {
        var fields = draft.Refusals(ChinaTime.DayOf(now)).ToArray();
        if (fields.Length > 0)
        {
            return Outcome.Refused<StaffMember>(fields);
        }

        var (from, post, employment) = (draft.From ?? default, draft.Post ?? default, draft.Employment ?? default);
        Refusal[] refusals =
        [
            .. here.Any(other => other.Mark == draft.Mark && other.Overlaps(from, draft.To)) ? [OpeningRefusals.ListedTwice()] : Array.Empty<Refusal>(),
            .. employment is EmploymentType.FullTime && elsewhere.Any(mark => mark.NodeId != node && mark.Mark == draft.Mark && mark.Overlaps(from, draft.To)) ? [OpeningRefusals.FullTimeElsewhere()] : Array.Empty<Refusal>(),
            .. post is StaffPost.Manager && !draft.Qualification.FitsManager(from) ? [OpeningRefusals.ManagerNotQualified(draft.Qualification, from)] : Array.Empty<Refusal>(),
        ];
        return refusals.Length > 0
            ? Outcome.Refused<StaffMember>(refusals)
            : new StaffMember
            {
                NodeId = node,
                Id = Guid.CreateVersion7(now),
                Name = draft.Name?.Trim() ?? "",
                MaskedNumber = draft.MaskedNumber,
                Mark = draft.Mark,
                Post = post,
                Employment = employment,
                From = from,
                To = draft.To,
                Qualification = draft.Qualification,
                Serves = draft.Serves,
                UpdatedAt = now.ToUniversalTime(),
            };
    }

    /// <summary>Null for those who count nowhere in full.</summary>
    public FullTimeMark? MarkOfFullTime() => Employment is EmploymentType.FullTime ? FullTimeMark.Of(this) : null;

    public Outcome Leave(DateOnly? lastDay, DateTimeOffset now)
    {
        if (lastDay is not { } last)
        {
            return OpeningRefusals.BadDay("lastDay");
        }

        if (last < From)
        {
            return OpeningRefusals.EndsBeforeItBegins(last, From);
        }

        if (last >= To)
        {
            return OpeningRefusals.AlreadyLeft(To.Value);
        }

        (To, UpdatedAt) = (last, now.ToUniversalTime());
        return Outcome.Done;
    }

    /// <param name="known">Codes of the province's modules.</param>
    public Outcome Assign(IReadOnlyList<string> modules, IReadOnlyCollection<string> known, DateTimeOffset now)
    {
        if (modules.Any(code => !known.Contains(code)))
        {
            return OpeningRefusals.UnknownModule("modules");
        }

        (Serves, UpdatedAt) = (new([.. modules.Distinct().Order(StringComparer.Ordinal)]), now.ToUniversalTime());
        return Outcome.Done;
    }

    public bool WorksOn(DateOnly day) => Overlaps(day, day);

    private bool Overlaps(DateOnly from, DateOnly? to) => (to is null || From <= to) && (To is null || from <= To);
}

public enum StaffPost
{
    Manager,
    Business,
}

public enum EmploymentType
{
    FullTime,
    PartTime,
}

public sealed record ServedModules(IReadOnlyList<string> Codes)
{
    public static ServedModules None { get; } = new([]);
}

/// <summary>Somebody to be employed, as entered.</summary>
public sealed record StaffDraft
{
    public const int LongestName = 50;

    public required string? Name { get; init; }

    /// <summary>Of the number that was typed; empty where it was none.</summary>
    public required string Mark { get; init; }

    public required string MaskedNumber { get; init; }

    /// <summary>What was wrong with the number that was typed.</summary>
    public IReadOnlyList<Refusal> NumberRefusals { get; init; } = [];

    public required StaffPost? Post { get; init; }

    public required EmploymentType? Employment { get; init; }

    public required DateOnly? From { get; init; }

    public DateOnly? To { get; init; }

    public Qualification Qualification { get; init; } = Qualification.None;

    public ServedModules Serves { get; init; } = ServedModules.None;

    internal IEnumerable<Refusal> Refusals(DateOnly today) =>
    [
        .. string.IsNullOrWhiteSpace(Name) ? [OpeningRefusals.Empty("name", "姓名")] : Array.Empty<Refusal>(),
        .. OpeningRefusals.TooLong((LongestName, "name", "姓名", Name)),
        .. NumberRefusals,
        .. Post is null ? [OpeningRefusals.Unknown("post", "岗位")] : Array.Empty<Refusal>(),
        .. Employment is null ? [OpeningRefusals.Unknown("employment", "用工方式")] : Array.Empty<Refusal>(),
        .. From is null ? [OpeningRefusals.BadDay("from")] : Array.Empty<Refusal>(),
        .. From > today ? [OpeningRefusals.InFuture("from", From.Value)] : Array.Empty<Refusal>(),
        .. To < From ? [OpeningRefusals.EndsBeforeItBegins(To.Value, From.Value)] : Array.Empty<Refusal>(),
        .. Qualification.Refusals(today),
    ];
}
