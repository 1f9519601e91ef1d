using System.Collections.ObjectModel;
using IpNetwork.Domain.Kernel;

namespace IpNetwork.Domain.Catalog;

/// <summary>Everything an item says: its row in the item list and its row in the implementation list. Never changed, only replaced. JSON may say null where a list is meant.</summary>
public sealed record ItemContent
{
    public int? OrderNo { get; init; }

    public string Name { get; init => field = value ?? ""; } = "";

    public string? Category { get; init; }

    /// <summary>The entry of the base or value-added directory the item belongs to.</summary>
    public string? DirectoryEntry { get; init; }

    public string? BasicCode { get; init; }

    public string? ServiceObject { get; init; }

    public string? Content { get; init; }

    public string? Form { get; init; }

    public string? LegalBasis { get; init; }

    public PlatformRole PlatformRole { get; init; } = PlatformRole.Handle;

    public BundleMembership Bundle { get; init => field = value ?? new(); } = new();

    public string? FlowConditions { get; init; }

    public string? HandlingWay { get; init; }

    public HandlingKind HandlingKind { get; init; } = HandlingKind.Promised;

    /// <summary>Working days promised; 0 is done on the spot.</summary>
    public int? CommittedLimit { get; init; }

    /// <summary>Working days the law allows.</summary>
    public int? StatutoryLimit { get; init; }

    /// <summary>Null until it is stated; an empty list states that nothing is asked for.</summary>
    public IReadOnlyList<RequiredDocument>? Materials { get; init => field = value is null ? null : [.. value.OfType<RequiredDocument>()]; }

    public string? AdmissionConditions { get; init; }

    /// <summary>How often the applicant has to come to the office.</summary>
    public int? Visits { get; init; }

    public Charge? Fee { get; init; }

    public string? Result { get; init; }

    public string? SupervisionWay { get; init; }

    public IReadOnlyList<string> Keywords { get; init => field = value ?? []; } = [];

    /// <summary>The open columns (……) of both tables, by their heading.</summary>
    public IReadOnlyDictionary<string, string> Extra { get; init => field = value ?? ReadOnlyDictionary<string, string>.Empty; } =
        ReadOnlyDictionary<string, string>.Empty;

    public IReadOnlyList<NodeKind> TargetKinds { get; init => field = value ?? []; } = [];

    /// <summary>Wire names of the fields a node may tighten.</summary>
    public IReadOnlyList<string> OpenedFields { get; init => field = value ?? []; } = [];

    /// <summary>Local fields a node must fill before it offers the item; null asks for the usual ones.</summary>
    public IReadOnlyList<string>? NeededLocally { get; init; }

    public bool IsSample { get; init; }
}

/// <summary>Charged or free, the standard, and what the charge rests on.</summary>
public sealed record Charge(bool Charged, string? Standard = null, string? Basis = null);

/// <summary>Whether an item belongs to the one-stop bundle: being in is the rule, being out needs a reason (一件事规范 4.2).</summary>
/// <param name="Number">Its row in the list of 33; null when outside.</param>
/// <param name="AssessmentRecord">Required for row 33, the slot for items assessed as fit.</param>
/// <param name="OutsideReason">Required outside the bundle.</param>
public sealed record BundleMembership(int? Number = null, string? AssessmentRecord = null, string? OutsideReason = null)
{
    public const int AssessedRow = 33;
}
