using IpNetwork.Domain.Kernel;

namespace IpNetwork.Domain.Establishment;

/// <summary>What a builder writes down. Kept as typed, complete or not; <see cref="FormRules"/> says what is still wrong.</summary>
public sealed record ApplicationForm
{
    public Prospect Prospect { get; init; } = new();

    public ConstructionMode? Mode { get; init; }

    public IReadOnlyList<BuilderLine> Builders { get; init; } = [];

    public PremisesPart Premises { get; init; } = new();

    public IReadOnlyList<StaffLine> Staff { get; init; } = [];

    public EquipmentPart Equipment { get; init; } = new();

    public FundsPart Funds { get; init; } = new();

    public DemandPart Demand { get; init; } = new();

    public PlanPart Plan { get; init; } = new();

    /// <summary>Why a soft condition is asked to be waived, by the condition's code.</summary>
    public IReadOnlyDictionary<string, string> WaiverReasons { get; init; } = new Dictionary<string, string>();

    public ManagerToBe Manager { get; init; } = new();

    /// <summary>APP-05: detailed and true.</summary>
    public bool StatedTrue { get; init; }

    public int StaffCount => Staff.Count(line => line.Name.Trim().Length > 0);
}

/// <summary>The workplace (EST-01b, c). Area in square metres.</summary>
public sealed record PremisesPart
{
    public string Address { get; init; } = "";

    public decimal? Area { get; init; }

    public bool IsShared { get; init; }

    /// <summary>The hall or platform that shares the site.</summary>
    public string SharedWith { get; init; } = "";

    /// <summary>Own area relatively concentrated (相对集中).</summary>
    public bool IsConcentrated { get; init; }
}

/// <summary>One person of the future platform; the identity number itself is never kept, only its mark and what may be shown.</summary>
public sealed record StaffLine
{
    /// <summary>Which line this is while the list is being written: a line whose number is not typed again keeps the mark it had.</summary>
    public string Key { get; init; } = "";

    public string Name { get; init; } = "";

    public StaffKind Kind { get; init; }

    public bool IsFullTime { get; init; }

    public string Post { get; init; } = "";

    /// <summary>Keyed hash of the citizen number.</summary>
    public string? IdentityMark { get; init; }

    public string? MaskedNumber { get; init; }
}

public enum StaffKind
{
    Manager,
    Business,
}

public sealed record EquipmentPart
{
    public int? Computers { get; init; }

    public bool HasInternet { get; init; }

    public bool HasOfficeEquipment { get; init; }
}

/// <summary>Special working funds (EST-01f), in yuan.</summary>
public sealed record FundsPart
{
    public decimal? Amount { get; init; }

    public string Source { get; init; } = "";

    public string Department { get; init; } = "";
}

/// <summary>Innovation and demand of the area (EST-01a), and for parks that service is assured (EST-02d).</summary>
public sealed record DemandPart
{
    public string Text { get; init; } = "";

    public string Figures { get; init; } = "";

    public bool AssuresContinuity { get; init; }
}

/// <summary>建设方案, its five headings (APP-02), and the organisation (MODE-06).</summary>
public sealed record PlanPart
{
    public string WorkBody { get; init; } = "";

    public string Contents { get; init; } = "";

    public string Schedule { get; init; } = "";

    public string ExpectedResults { get; init; } = "";

    public string Guarantee { get; init; } = "";

    public string Organisation { get; init; } = "";
}

/// <summary>Who is to lead the platform: invited once it is accepted.</summary>
public sealed record ManagerToBe
{
    public string Name { get; init; } = "";

    public string Phone { get; init; } = "";

    public string Mail { get; init; } = "";
}
