using IpNetwork.Domain.Kernel;

namespace IpNetwork.Domain.Nodes;

/// <summary>An official name with the rule that made it and what went in.</summary>
/// <param name="Rule">NAM-03 … NAM-08.</param>
public sealed record GeneratedName(string Text, string Rule, IReadOnlyDictionary<string, string> Inputs)
{
    /// <summary>What a person has to justify; the name stands all the same.</summary>
    public IReadOnlyList<Refusal> Findings { get; init; } = [];
}
