using IpNetwork.Domain.Kernel;

namespace IpNetwork.Domain.Opening;

/// <summary>A module at a node: asked for by the node, allotted by the province, switched on by the node when place and people are there.</summary>
public sealed class NodeModule
{
    private NodeModule()
    {
    }

    public NodeId NodeId { get; private set; }

    public string Code { get; private set; } = "";

    public ModuleState State { get; private set; }

    /// <summary>The provincial office that guides it; null until allotted.</summary>
    public string? GuidingOffice { get; private set; }

    public string? DocumentNumber { get; private set; }

    /// <summary>Where it is entered online.</summary>
    public string? PortalEntry { get; private set; }

    /// <summary>Where it is done on the spot.</summary>
    public string? Place { get; private set; }

    public DateOnly AppliedOn { get; private set; }

    public DateOnly? AllottedOn { get; private set; }

    public DateOnly? SwitchedOn { get; private set; }

    /// <summary>Why it was refused, or switched off.</summary>
    public string? Reason { get; private set; }

    public DateTimeOffset UpdatedAt { get; private set; }

    /// <param name="known">Codes of the province's modules.</param>
    public static Outcome<NodeModule> Apply(NodeId node, string? code, IReadOnlyCollection<string> known, DateTimeOffset now) =>
        code is null || !known.Contains(code)
            ? OpeningRefusals.UnknownModule("code")
            : new NodeModule { NodeId = node, Code = code, State = ModuleState.Applied, AppliedOn = ChinaTime.DayOf(now), UpdatedAt = now.ToUniversalTime() };

    /// <summary>What the province allotted when it took the node into its build plan (ASM-02).</summary>
    public static NodeModule Inherit(NodeId node, string code, string guidingOffice, DateTimeOffset now) => new()
    {
        NodeId = node,
        Code = code,
        State = ModuleState.Off,
        GuidingOffice = guidingOffice,
        AppliedOn = ChinaTime.DayOf(now),
        AllottedOn = ChinaTime.DayOf(now),
        UpdatedAt = now.ToUniversalTime(),
    };

    /// <summary>What was refused may be asked for again.</summary>
    public Outcome ApplyAgain(DateTimeOffset now)
    {
        if (State is not ModuleState.Declined)
        {
            return OpeningRefusals.AlreadyApplied();
        }

        (State, Reason, AppliedOn) = (ModuleState.Applied, null, ChinaTime.DayOf(now));
        return Touch(now);
    }

    public Outcome Allot(string? guidingOffice, string? documentNumber, DateTimeOffset now)
    {
        Refusal[] refusals =
        [
            .. State is ModuleState.Applied ? Array.Empty<Refusal>() : [OpeningRefusals.NotApplied()],
            .. string.IsNullOrWhiteSpace(guidingOffice) ? [OpeningRefusals.Empty("guidingOffice", "指导处室")] : Array.Empty<Refusal>(),
            .. OpeningRefusals.TooLong((ModuleSwitch.LongestText, "guidingOffice", "指导处室", guidingOffice), (ModuleSwitch.LongestText, "documentNumber", "文号", documentNumber)),
        ];
        if (refusals.Length > 0)
        {
            return Outcome.Refused(refusals);
        }

        (State, GuidingOffice, AllottedOn, Reason) = (ModuleState.Off, guidingOffice?.Trim(), ChinaTime.DayOf(now), null);
        DocumentNumber = PremisesDraft.Filled(documentNumber);
        return Touch(now);
    }

    public Outcome Decline(string? reason, DateTimeOffset now) => End(ModuleState.Applied, ModuleState.Declined, OpeningRefusals.NotApplied(), reason, now);

    public Outcome SwitchOff(string? reason, DateTimeOffset now) => End(ModuleState.On, ModuleState.Off, OpeningRefusals.NotOn(), reason, now);

    /// <summary>One carrier, online and on the spot (NET-05): an entry, a place and somebody who serves it.</summary>
    public Outcome SwitchOn(ModuleSwitch how, DateTimeOffset now)
    {
        Refusal[] refusals =
        [
            .. how.IsOpenToPublic ? Array.Empty<Refusal>() : [OpeningRefusals.NodeNotOperating(how.Status)],
            .. State is ModuleState.Off && AllottedOn is not null ? Array.Empty<Refusal>() : [OpeningRefusals.NotAllotted()],
            .. how.Refusals(),
        ];
        if (refusals.Length > 0)
        {
            return Outcome.Refused(refusals);
        }

        (State, PortalEntry, Place, SwitchedOn, Reason) = (ModuleState.On, how.PortalEntry?.Trim(), how.Place?.Trim(), ChinaTime.DayOf(now), null);
        return Touch(now);
    }

    private Outcome End(ModuleState from, ModuleState to, Refusal wrongState, string? reason, DateTimeOffset now)
    {
        Refusal[] refusals =
        [
            .. State == from ? Array.Empty<Refusal>() : [wrongState],
            .. string.IsNullOrWhiteSpace(reason) ? [OpeningRefusals.ReasonRequired("reason")] : Array.Empty<Refusal>(),
            .. OpeningRefusals.TooLong((ModuleSwitch.LongestReason, "reason", "理由", reason)),
        ];
        if (refusals.Length > 0)
        {
            return Outcome.Refused(refusals);
        }

        (State, Reason) = (to, reason?.Trim());
        return Touch(now);
    }

    private Outcome Touch(DateTimeOffset now)
    {
        UpdatedAt = now.ToUniversalTime();
        return Outcome.Done;
    }
}

public enum ModuleState
{
    Applied,
    Declined,

    /// <summary>Allotted, and not serving now.</summary>
    Off,
    On,
}

/// <summary>What a module has when it is to be switched on.</summary>
public sealed record ModuleSwitch
{
    public const int LongestText = 200;
    public const int LongestReason = 500;

    public required NodeStatus Status { get; init; }

    public required string? PortalEntry { get; init; }

    public required string? Place { get; init; }

    public required bool HasPremises { get; init; }

    /// <summary>How many people serve it today.</summary>
    public required int People { get; init; }

    internal bool IsOpenToPublic => Status is NodeStatus.Operating or NodeStatus.Rectifying;

    internal IEnumerable<Refusal> Refusals() =>
    [
        .. !HasPremises || People == 0 || string.IsNullOrWhiteSpace(Place) || string.IsNullOrWhiteSpace(PortalEntry) ? [OpeningRefusals.ModuleNotStaffed(this)] : Array.Empty<Refusal>(),
        .. !string.IsNullOrWhiteSpace(PortalEntry) && !IsEntry(PortalEntry.Trim()) ? [OpeningRefusals.BadEntry()] : Array.Empty<Refusal>(),
        .. OpeningRefusals.TooLong((LongestText, "portalEntry", "网上入口", PortalEntry), (LongestText, "place", "服务地点", Place)),
    ];

    /// <summary>A page of the node's own portal, or a whole address.</summary>
    private static bool IsEntry(string entry) =>
        entry.StartsWith('/') ? !entry.StartsWith("//", StringComparison.Ordinal) && !entry.Contains('\\', StringComparison.Ordinal)
        : Uri.TryCreate(entry, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http";
}
