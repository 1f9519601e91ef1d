using System.Globalization;
using IpNetwork.Domain.Kernel;

namespace IpNetwork.Domain.Catalog;

/// <summary>A node may promise more than the province asks, never less (CAT-05), and a promise overtaken by the province is set aside (CAT-09).</summary>
internal static class TighteningRules
{
    public static Outcome<Tightening> Apply(Tightening tightening, ItemContent province, CatalogField field, FieldChange change)
    {
        if (field.GovernanceIn(province) is not Governance.TightenOnly)
        {
            return CatalogRefusals.NotOpened(field);
        }

        if (field == CatalogFields.Materials)
        {
            return Waive(tightening, province, change);
        }

        var isLimit = field == CatalogFields.CommittedLimit;
        if (string.IsNullOrWhiteSpace(change.Text))
        {
            return tightening.Without(field);
        }

        var standard = isLimit ? province.CommittedLimit : province.Visits;
        var least = isLimit && standard != 0 ? 1 : 0;
        if (!int.TryParse(change.Text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var asked) || asked < least)
        {
            return CatalogRefusals.NotANumber(field, least);
        }

        if (asked > standard)
        {
            return isLimit ? CatalogRefusals.LimitLoosened(asked, standard.Value) : CatalogRefusals.VisitsLoosened(asked, standard.Value);
        }

        // The province's own value is no promise of the node: it keeps following the province.
        int? kept = asked == standard ? null : asked;
        return isLimit ? tightening with { CommittedLimit = kept } : tightening with { Visits = kept };
    }

    private static Outcome<Tightening> Waive(Tightening tightening, ItemContent province, FieldChange change)
    {
        if (change.List is null)
        {
            return tightening.Without(CatalogFields.Materials);
        }

        var known = (province.Materials ?? []).Select(material => material.Code).ToList();
        var added = change.List.Where(code => !known.Contains(code)).Distinct().Select(CatalogRefusals.MaterialAdded).ToList();
        return added.Count > 0
            ? Outcome.Refused<Tightening>(added)
            : tightening with { WaivedMaterials = [.. known.Where(code => !change.List.Contains(code))] };
    }

    /// <summary>What is wrong with a draft's promises under the province's content, passing over those already published and set aside.</summary>
    public static IEnumerable<Refusal> Check(Tightening tightening, Tightening published, ItemContent province, ContentReading reading) =>
        SetAsideBy(tightening, province, reading)
            .Where(value => !tightening.IsSame(published, value.Field))
            .Select(value => value.Cause is SetAsideCause.NoLongerOpened ? CatalogRefusals.NotOpened(value.Field)
                : value.Field == CatalogFields.Visits ? CatalogRefusals.VisitsLoosened(tightening.Visits!.Value, province.Visits!.Value)
                : CatalogRefusals.LimitLoosened(tightening.CommittedLimit!.Value, province.CommittedLimit!.Value));

    public static IReadOnlyList<SetAside> SetAsideBy(Tightening tightening, ItemContent province, ContentReading reading)
    {
        List<SetAside>? values = null;
        Add(ref values, CatalogFields.CommittedLimit, tightening.CommittedLimit is not null, reading.OpensLimit, tightening.CommittedLimit > province.CommittedLimit, tightening, province);
        Add(ref values, CatalogFields.Visits, tightening.Visits is not null, reading.OpensVisits, tightening.Visits > province.Visits, tightening, province);
        Add(ref values, CatalogFields.Materials, tightening.WaivedMaterials.Count > 0, reading.OpensMaterials, false, tightening, province);
        return values is null ? [] : values;
    }

    private static void Add(
        ref List<SetAside>? values, CatalogField field, bool promised, bool opened, bool looser, Tightening tightening, ItemContent province)
    {
        if (promised && (!opened || looser))
        {
            (values ??= []).Add(new(
                field,
                opened ? SetAsideCause.LooserThanProvince : SetAsideCause.NoLongerOpened,
                tightening.Read(field) ?? "",
                field.Read(province)));
        }
    }
}
