using IpNetwork.Domain.Kernel;

namespace IpNetwork.Domain.Plates;

/// <summary>A function awarded to a work body, with its duties (PLT-05).</summary>
public sealed record FunctionAward
{
    public const int LongestName = 100;
    public const int LongestDuties = 500;

    /// <summary>One of the province's service types, such as 知识产权保护.</summary>
    public required string? Function { get; init; }

    public required string? BodyName { get; init; }

    public required string? BodyUscc { get; init; }

    public required string? Duties { get; init; }

    /// <param name="serviceTypes">The list the province keeps.</param>
    internal IEnumerable<Refusal> Refusals(IReadOnlyList<string> serviceTypes) =>
    [
        .. serviceTypes.Contains(Function ?? "") ? Array.Empty<Refusal>() : [PlateRefusals.UnknownFunction(serviceTypes)],
        .. string.IsNullOrWhiteSpace(BodyName) ? [PlateRefusals.Empty("bodyName", "工作主体的名称")] : Array.Empty<Refusal>(),
        .. UnifiedSocialCreditCode.Parse(BodyUscc, "bodyUscc").Refusals,
        .. string.IsNullOrWhiteSpace(Duties) ? [PlateRefusals.Empty("duties", "职责")] : Array.Empty<Refusal>(),
        .. BodyName?.Trim().Length > LongestName ? [PlateRefusals.TooLong("bodyName", "工作主体的名称", LongestName)] : Array.Empty<Refusal>(),
        .. Duties?.Trim().Length > LongestDuties ? [PlateRefusals.TooLong("duties", "职责", LongestDuties)] : Array.Empty<Refusal>(),
    ];

    internal FunctionAward Tidy() => this with
    {
        BodyName = BodyName?.Trim(),
        BodyUscc = UnifiedSocialCreditCode.Parse(BodyUscc).Value.Text,
        Duties = Duties?.Trim(),
    };
}
