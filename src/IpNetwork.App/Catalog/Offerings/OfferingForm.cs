using System.Globalization;
using IpNetwork.Domain.Catalog;
using IpNetwork.Domain.Catalog.Offerings;

namespace IpNetwork.App.Catalog.Offerings;

/// <summary>The editor's inputs: what stands in them, and which of them somebody changed.</summary>
internal static class OfferingForm
{
    public const string TakeProvince = "TakeProvince";

    public static Dictionary<string, string> Of(OfferingFound found, DateOnly today)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["effectiveOn"] = Shell.Say.Day(today),
            ["reason"] = found.Draft?.Reason ?? "",
        };
        foreach (var field in CatalogFields.All)
        {
            if (field.Governance is Governance.Local)
            {
                values[field.Name] = field.Read(Local(found)) ?? "";
            }
            else if (field.GovernanceIn(found.Item.Content) is Governance.TightenOnly)
            {
                values[field.Name] = Kept(found, field);
            }
        }

        return values;
    }

    /// <summary>Only what differs from what stood there: a value set aside stays as it is until somebody decides about it.</summary>
    public static IReadOnlyList<FieldChange> Changes(OfferingFound found, Dictionary<string, string> typed)
    {
        var changes = new List<FieldChange>();
        var yields = typed.GetValueOrDefault("resolution") == TakeProvince;
        foreach (var (name, stood) in Of(found, default).Where(value => value.Key is not ("effectiveOn" or "reason")))
        {
            var field = CatalogFields.Find(name);
            if (yields && found.Item.SetAside.Any(value => value.Field == field))
            {
                changes.Add(new(name));
            }
            else if (field == CatalogFields.Materials)
            {
                var kept = typed.GetValueOrDefault(name, "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
                if (!kept.SequenceEqual(stood.Split('\n', StringSplitOptions.RemoveEmptyEntries)))
                {
                    changes.Add(new(name, List: kept));
                }
            }
            else if (typed.TryGetValue(name, out var text) && text.Trim() != stood)
            {
                changes.Add(new(name, text));
            }
        }

        return changes;
    }

    private static string Kept(OfferingFound found, CatalogField field)
    {
        var own = Promises(found);
        return field == CatalogFields.CommittedLimit ? own.CommittedLimit?.ToString(CultureInfo.InvariantCulture) ?? ""
            : field == CatalogFields.Visits ? own.Visits?.ToString(CultureInfo.InvariantCulture) ?? ""
            : string.Join('\n', (found.Item.Content.Materials ?? []).Where(material => !own.WaivedMaterials.Contains(material.Code)).Select(material => material.Code));
    }

    public static LocalFields Local(OfferingFound found) => found.Draft?.Local ?? Published(found)?.Local ?? LocalFields.None;

    public static Tightening Promises(OfferingFound found) => found.Draft?.Tightening ?? Published(found)?.Tightening ?? Tightening.None;

    public static OfferingVersion? Published(OfferingFound found) => found.Catalog.NodeCatalog.Offering(found.Item.Code)?.Latest;
}
