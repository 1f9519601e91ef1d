using IpNetwork.Domain.Kernel;

namespace IpNetwork.Domain.Establishment;

/// <summary>One of the builders named in an application.</summary>
public sealed record BuilderLine
{
    public string Name { get; init; } = "";

    public string Uscc { get; init; } = "";

    public BuilderType? Type { get; init; }

    public BuilderPart Part { get; init; }

    /// <summary>What it contributes.</summary>
    public string Share { get; init; } = "";
}

/// <summary>Builders of commissioned building are the principal, who stays answerable, and contractors.</summary>
public enum BuilderPart
{
    Builder,
    Principal,
    Contractor,
}

/// <summary>How many builders a mode takes and who they may be (MODE-01 … MODE-05).</summary>
public static class ModeRules
{
    public static IEnumerable<Refusal> Check(ConstructionMode? mode, IReadOnlyList<BuilderLine> builders)
    {
        if (mode is null || !Enum.IsDefined(mode.Value))
        {
            return [EstablishmentRefusals.UnknownMode()];
        }

        List<Refusal> refusals = [.. builders.SelectMany(Line)];
        var principals = builders.Where(b => b.Part is BuilderPart.Principal).ToList();
        var contractors = builders.Where(b => b.Part is BuilderPart.Contractor).ToList();
        refusals.AddRange(mode.Value switch
        {
            ConstructionMode.Own when builders.Count != 1 => [EstablishmentRefusals.BuilderCount(mode.Value)],
            ConstructionMode.Shared or ConstructionMode.Joint when builders.Count < 2 => [EstablishmentRefusals.BuilderCount(mode.Value)],
            ConstructionMode.Commissioned when principals.Count != 1 || contractors.Count == 0 => [EstablishmentRefusals.BuilderCount(mode.Value)],
            ConstructionMode.Commissioned when contractors.Any(c => Same(c, principals[0])) => [EstablishmentRefusals.SelfCommission()],
            _ => Array.Empty<Refusal>(),
        });
        if (!refusals.Any(r => r.Code == "SELF_COMMISSION"))
        {
            refusals.AddRange(builders.Where(b => b.Uscc.Trim().Length > 0)
                .GroupBy(b => b.Uscc.Trim().ToUpperInvariant()).Where(g => g.Count() > 1)
                .Select(g => EstablishmentRefusals.DuplicateBuilder(g.Key)));
        }

        return refusals;
    }

    private static bool Same(BuilderLine one, BuilderLine other) => string.Equals(one.Uscc.Trim(), other.Uscc.Trim(), StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<Refusal> Line(BuilderLine line, int place)
    {
        if (Texts.Needed($"builders[{place}].name", "建设主体名称", line.Name, 100) is { } name)
        {
            yield return name;
        }

        var code = UnifiedSocialCreditCode.Parse(line.Uscc, $"builders[{place}].uscc");
        foreach (var refusal in code.Refusals)
        {
            yield return refusal;
        }

        if (line.Type is not { } type)
        {
            yield return EstablishmentRefusals.ChoiceMissing($"builders[{place}].type", "建设主体类型");
        }
        else if (code.IsDone && type.Check(code.Value, $"builders[{place}].uscc") is { } mismatch)
        {
            yield return mismatch;
        }

        if (Texts.AtMost($"builders[{place}].share", "分工", line.Share, 500) is { } share)
        {
            yield return share;
        }
    }
}
