using IpNetwork.Domain.Kernel;

namespace IpNetwork.Domain.Catalog;

/// <summary>What must hold of an item's content by itself, in a draft and when it is published.</summary>
internal static class ContentRules
{
    public static List<Refusal> OnWriting(ItemContent content)
    {
        var refusals = new List<Refusal>();
        refusals.AddRange(content.OpenedFields.Where(name => CatalogFields.Find(name) is not { CanBeOpened: true }).Select(CatalogRefusals.CannotBeOpened));
        refusals.AddRange((content.NeededLocally ?? [])
            .Where(name => CatalogFields.Find(name) is not { Governance: Governance.Local }).Select(CatalogRefusals.NotLocal));
        refusals.AddRange((content.Materials ?? []).GroupBy(material => material.Code?.Trim() ?? "")
            .Where(group => group.Key.Length == 0 || group.Count() > 1).Select(group => CatalogRefusals.RepeatedMaterial(group.Key)));
        AddIfUndefined(refusals, "targetKinds", content.TargetKinds.All(Enum.IsDefined));
        AddIfUndefined(refusals, "platformRole", Enum.IsDefined(content.PlatformRole));
        AddIfUndefined(refusals, "handlingKind", Enum.IsDefined(content.HandlingKind));
        AddIfUndefined(refusals, "materials", (content.Materials ?? []).All(material => Enum.IsDefined(material.Form)));
        AddIfNegative(refusals, CatalogFields.CommittedLimit, content.CommittedLimit);
        AddIfNegative(refusals, CatalogFields.Find("statutoryLimit")!, content.StatutoryLimit);
        AddIfNegative(refusals, CatalogFields.Visits, content.Visits);
        if (content.CommittedLimit > content.StatutoryLimit)
        {
            refusals.Add(CatalogRefusals.OverStatutory(content.CommittedLimit.Value, content.StatutoryLimit.Value));
        }

        if (content.Bundle.Number is < 1 or > BundleMembership.AssessedRow)
        {
            refusals.Add(CatalogRefusals.BadBundleNumber(content.Bundle.Number.Value));
        }

        return refusals;
    }

    public static List<Refusal> OnPublishing(ItemContent content)
    {
        var refusals = OnWriting(content);
        refusals.AddRange(CatalogFields.MissingIn(content).Select(CatalogRefusals.ImplementationMissing));
        return refusals;
    }

    public static Refusal? OnBundle(BundleMembership bundle) => bundle switch
    {
        { Number: null } when string.IsNullOrWhiteSpace(bundle.OutsideReason) => CatalogRefusals.OutsideReasonRequired(),
        { Number: BundleMembership.AssessedRow } when string.IsNullOrWhiteSpace(bundle.AssessmentRecord) => CatalogRefusals.AssessmentRequired(),
        _ => null,
    };

    public static Refusal? OnState(string name, ItemState now, ItemState to) => (now, to) switch
    {
        _ when now == to => CatalogRefusals.StateUnchanged(name, now),
        (ItemState.Cancelled, ItemState.Suspended) => CatalogRefusals.CannotSuspendCancelled(name),
        _ => null,
    };

    private static void AddIfNegative(List<Refusal> refusals, CatalogField field, int? value)
    {
        if (value < 0)
        {
            refusals.Add(CatalogRefusals.NotANumber(field, 0));
        }
    }

    private static void AddIfUndefined(List<Refusal> refusals, string field, bool isDefined)
    {
        if (!isDefined)
        {
            refusals.Add(CatalogRefusals.NotAChoice(CatalogFields.Find(field)!));
        }
    }
}
