using IpNetwork.Domain.Catalog;
using IpNetwork.Domain.Files;
using IpNetwork.Domain.Kernel;
using IpNetwork.Domain.Nodes;
using IpNetwork.Domain.Plates;

namespace IpNetwork.App.Tenancy;

/// <summary>A province's own values: everything that differs by place and not by logic, as the last applied pack has it.</summary>
internal sealed record ProvinceSettings
{
    public static ProvinceSettings Usual { get; } = new();

    public string Centre { get; init; } = "";

    public string? Website { get; init; }

    public NamingRules Naming { get; init; } = new() { Province = "" };

    public PlateRules Plates { get; init; } = new();
    /// <summary>Working days of a city to say what it thinks of an application (APP-11).</summary>
    public int OpinionWorkdays { get; init; } = 10;

    /// <summary>Working days to return an application with all its defects (APP-12).</summary>
    public int ReturnWorkdays { get; init; } = 5;

    /// <summary>Working days from the start of an assessment to the decision (NET-03, ASM-01).</summary>
    public int FoundingDecisionWorkdays { get; init; } = 20;

    /// <summary>Working days from the request for acceptance to its conclusion (ACC-01).</summary>
    public int AcceptanceWorkdays { get; init; } = 20;

    /// <summary>Days before the end of the building on which the builder is reminded (BLD-01).</summary>
    public IReadOnlyList<int> BuildReminderDays { get; init; } = [30, 14, 7, 1];

    /// <summary>Days for which the link to a node's first manager opens.</summary>
    public int InvitationDays { get; init; } = 7;

    /// <summary>What the expert pool is sorted by (EXP-01).</summary>
    public IReadOnlyList<string> ExpertCategories { get; init; } = ["法律", "技术", "信息", "运营", "管理"];

    /// <summary>Working days to report a change of builder (MODE-01 … MODE-05).</summary>
    public int BuilderChangeWorkdays { get; init; } = 20;

    public bool JointAgreementRequired { get; init; } = true;

    /// <summary>What a node of each kind must have (EST-01, EST-02).</summary>
    public IReadOnlyList<ThresholdSet> Thresholds { get; init; } = [];

    /// <summary>Caps of the special fund by kind, in yuan (FND-02).</summary>
    public IReadOnlyList<FundingCap> FundingCaps { get; init; } = [];

    /// <summary>Functions that may be allotted to nodes (NET-04).</summary>
    public IReadOnlyList<ServiceModule> Modules { get; init; } = [];

    /// <summary>Working days a node has to decide about a promise the province has overtaken (CAT-09).</summary>
    public int ConflictDecisionWorkdays { get; init; } = 10;

    public IReadOnlyList<string> OpenableFields { get; init; } = ["committedLimit", "materials", "visits"];

    public bool PromotionOpen { get; init; } = true;

    public int SurveyIntervalMonths { get; init; } = 3;

    public FileRules Files { get; init; } = new();

    public ServiceDirectories Directories { get; init; } = new(new("基础名录", []), new("增值名录", []));

    public IReadOnlyList<ServiceCategory> Categories { get; init; } = [];

    public IReadOnlyList<InformationGroup> Information { get; init; } = [];

    public IReadOnlyList<CartogramPlace> Cartogram { get; init; } = [];

    public IReadOnlyList<NodeContact> Contacts { get; init; } = [];

    public NodeContact? ContactOf(string slug) => Contacts.FirstOrDefault(contact => contact.Node == slug);
}

internal sealed record FundingCap(NodeKind Kind, decimal Yuan, string Clause);

/// <param name="Family">政务服务, 业务服务 or 信息服务.</param>
internal sealed record ServiceModule(string Code, string Name, string Family, string Clause);

internal sealed record ServiceCategory(string Code, string Name, string ShortName, string Summary);

/// <summary>One part of the public window of information (CAT-14).</summary>
internal sealed record InformationGroup(string Code, string Title, IReadOnlyList<InformationLink> Links);

/// <summary>Leads outside, or to the guide of a base item.</summary>
internal sealed record InformationLink(string Title, string? Address, string? Item, string? Note);

/// <summary>Where a city stands on the cartogram; columns are counted in half tiles, so that rows interlock.</summary>
internal sealed record CartogramPlace(string Node, int Column, int Row);

internal sealed record NodeContact(string Node, string Phone, string Address, string Hours, bool Sample);
