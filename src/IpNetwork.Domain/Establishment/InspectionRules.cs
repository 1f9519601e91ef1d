using IpNetwork.Domain.Kernel;

namespace IpNetwork.Domain.Establishment;

/// <summary>When an acceptance may be written down (ACC-01, ACC-02).</summary>
internal static class InspectionRules
{
    public static IReadOnlyList<Refusal> Check(InspectionEntry entry, EstablishmentApplication application, ThresholdSet? set, AcceptanceInspection inspection, DateOnly today)
    {
        var requestedOn = ChinaTime.DayOf(inspection.RequestedAt);
        List<Refusal> refusals =
        [
            .. ((Refusal?[])
            [
                entry.HeldOn is not { } day ? EstablishmentRefusals.Missing("heldOn", "验收日期")
                    : day < requestedOn || day > today ? EstablishmentRefusals.BadDate("heldOn", $"验收日期要在申请验收日 {requestedOn:yyyy-MM-dd} 和今天之间。") : null,
                entry.Qualifies ? Texts.AtMost("defects", "不足", entry.Defects, 5_000) : Texts.Needed("defects", "不足", entry.Defects, 5_000),
            ]).OfType<Refusal>(),
            .. application.Modules.Where(module => entry.Checklist.All(line => line.Module != module || Texts.Clean(line.Evidence).Length == 0)).Select(EstablishmentRefusals.NoChecklist),
            .. entry.Measured.Refusals(),
            .. entry.Checklist.Where(line => line.Evidence.Length > 1_000).Select(line => EstablishmentRefusals.TooLong($"evidence.{line.Module}", "佐证", 1_000)),
        ];
        if (application.Modules.Count == 0)
        {
            refusals.Add(EstablishmentRefusals.NoModules());
        }

        if (!entry.Qualifies)
        {
            return refusals;
        }

        refusals.AddRange(entry.Checklist.Where(line => !line.IsMet).Select(line => EstablishmentRefusals.ModuleNotMet(line.Module)));
        refusals.AddRange(Measures(entry.Measured, set).SelectMany(result => WaiverRules.Open(result, entry.Waivers)));
        return refusals;
    }

    public static IEnumerable<ConditionResult> Measures(MeasuredValues measured, ThresholdSet? set) =>
        (set?.Items ?? []).Select(threshold => Conditions.Measured(threshold, Conditions.ValueOf(threshold, measured)));
}

/// <summary>A soft condition is waived in writing or stands in the way; a hard one always stands (G8).</summary>
internal static class WaiverRules
{
    public static IEnumerable<Refusal> Open(ConditionResult result, IReadOnlyList<WaiverDecision> waivers)
    {
        if (result.Verdict is ConditionVerdict.HardFail)
        {
            yield return EstablishmentRefusals.ConditionNotMet(result);
        }
        else if (result.Verdict is ConditionVerdict.SoftFail)
        {
            var decision = waivers.FirstOrDefault(waiver => waiver.Code == result.Code);
            if (decision is not { IsGranted: true })
            {
                yield return EstablishmentRefusals.WaiverOpen(result);
            }
            else if (Texts.Needed($"waiver.{result.Code}", "同意从宽的理由", decision.Reason, 1_000) is { } missing)
            {
                yield return missing;
            }
        }
    }
}
