using IpNetwork.Domain.Files;
using IpNetwork.Domain.Kernel;

namespace IpNetwork.App.Provinces.Packs;

/// <summary>A value the province may change, with the clause it rests on.</summary>
internal sealed record Rule<T>
{
    public required T Value { get; init; }

    public required string Clause { get; init; }

    public required RuleBasis Basis { get; init; }

    public string? Note { get; init; }
}

/// <summary>A binding order, a standard, or the product's own proposal where the documents are silent.</summary>
internal enum RuleBasis
{
    Order,
    Standard,
    Default,
}

internal sealed record ProvinceRules
{
    public required NetworkRules Network { get; init; }

    public required EstablishmentRules Establishment { get; init; }

    public required FilesRules Files { get; init; }

    public required CatalogRules Catalog { get; init; }

    public required PackPlateRules Plates { get; init; }
}

internal sealed record NetworkRules
{
    public required Rule<int> FoundingDecisionWorkdays { get; init; }

    public required Rule<int> BuilderChangeWorkdays { get; init; }

    public required Rule<bool> JointAgreementRequired { get; init; }
}

internal sealed record EstablishmentRules
{
    public required Rule<int> OpinionWorkdays { get; init; }

    public required Rule<int> ReturnWorkdays { get; init; }

    public required Rule<int> AcceptanceWorkdays { get; init; }

    public required Rule<IReadOnlyList<int>> BuildReminderDays { get; init; }

    public required Rule<int> InvitationDays { get; init; }

    public required Rule<IReadOnlyList<string>> ExpertCategories { get; init; }
}

/// <summary>What is taken in, and how much: of one file, of one record, of one node.</summary>
internal sealed record FilesRules
{
    public required Rule<IReadOnlyList<FileKind>> Kinds { get; init; }

    public required Rule<int> FileMegabytes { get; init; }

    public required Rule<int> RecordFiles { get; init; }

    public required Rule<int> RecordMegabytes { get; init; }

    public required Rule<int> NodeGigabytes { get; init; }
}

internal sealed record CatalogRules
{
    public required Rule<int> ConflictDecisionWorkdays { get; init; }

    public required Rule<IReadOnlyList<string>> OpenableFields { get; init; }

    public required Rule<int> SurveyIntervalMonths { get; init; }

    public required Rule<bool> PromotionOpen { get; init; }
}

/// <summary>What a node of a kind must have before it is founded; no items, nothing is enforced.</summary>
internal sealed record PackThresholds
{
    public required NodeKind Kind { get; init; }

    public required string Clause { get; init; }

    public required IReadOnlyList<PackThreshold> Items { get; init; }

    public IReadOnlyList<PackCondition> Judged { get; init; } = [];
}

internal sealed record PackCondition
{
    public required string Code { get; init; }

    public required string Label { get; init; }

    public required string Clause { get; init; }
}

internal sealed record PackThreshold
{
    public required string Code { get; init; }

    public required string Label { get; init; }

    public required decimal Minimum { get; init; }

    public required string Unit { get; init; }

    public required Strictness Strictness { get; init; }

    public required string Clause { get; init; }
}

internal sealed record PackPlateRules
{
    public required Rule<string> NumberPattern { get; init; }

    public required Rule<PlateLetters> Letters { get; init; }
}

/// <summary>What stands for a kind in a plate's number.</summary>
internal sealed record PlateLetters
{
    public required string Province { get; init; }

    public required string City { get; init; }

    public required string KeyPark { get; init; }

    public required string County { get; init; }

    public required string Workstation { get; init; }

    public required string Function { get; init; }
}
