using System.Globalization;
using IpNetwork.App.Provinces.Packs;
using IpNetwork.Domain.Catalog;

namespace IpNetwork.App.Provinces.Applying;

/// <summary>The pack's rows as the catalog speaks of them.</summary>
internal static class PackContent
{
    public static ItemContent Of(PackItem item) =>
        Of(item.Row, item.Implementation, item.Keywords, item.Extra, item.Sample) with
        {
            OrderNo = item.OrderNo,
            Bundle = new(item.Bundle.Number, item.Bundle.AssessmentRecord, item.Bundle.OutsideReason),
            OpenedFields = item.OpenedFields,
            NeededLocally = item.NeededLocally,
        };

    /// <summary>A pack fills in a counter; a link or a pick-up point is not what keeps a node's own item from being offered.</summary>
    public static ItemContent Of(PackOwnItem item) =>
        Of(item.Row, item.Implementation, item.Keywords, item.Extra, item.Sample) with { NeededLocally = CatalogFields.NeededAtCounter };

    public static IReadOnlyList<FieldChange> Changes(PackLocalFields local) =>
    [
        new("department", local.Department), new("implementingCode", local.ImplementingCode), new("localCode", local.LocalCode),
        new("windows", local.Windows), new("address", local.Address), new("hours", local.Hours), new("phones", local.Phones),
        new("staff", local.Staff), new("link", local.Link), new("pickUpPoint", local.PickUpPoint),
    ];

    public static IEnumerable<FieldChange> Changes(PackTightening tightening, ItemContent province)
    {
        if (tightening.CommittedLimit is { } limit)
        {
            yield return new("committedLimit", limit.ToString(CultureInfo.InvariantCulture));
        }

        if (tightening.DroppedMaterials.Count > 0)
        {
            yield return new("materials", List: [.. (province.Materials ?? []).Select(material => material.Code).Except(tightening.DroppedMaterials)]);
        }
    }

    private static ItemContent Of(
        ItemRow row, ImplementationRow? way, IReadOnlyList<string> keywords, IReadOnlyDictionary<string, string> extra, bool sample) => new()
        {
            Name = row.Name,
            Category = row.Category,
            DirectoryEntry = row.DirectoryEntry,
            BasicCode = row.BasicCode,
            PlatformRole = Enum.Parse<PlatformRole>(row.PlatformRole.ToString()),
            TargetKinds = row.TargetKinds,
            ServiceObject = row.ServiceObject,
            Content = row.Content,
            Form = row.Form,
            LegalBasis = Lines(row.LegalBasis),
            FlowConditions = Lines(way?.FlowConditions),
            AdmissionConditions = Lines(way?.AdmissionConditions),
            HandlingWay = way?.HandlingWay,
            HandlingKind = way is null ? HandlingKind.Promised : Enum.Parse<HandlingKind>(way.HandlingKind.ToString()),
            CommittedLimit = way?.CommittedLimit,
            StatutoryLimit = way?.StatutoryLimit,
            Materials = way is null ? null : [.. way.Materials.Select(Of)],
            Fee = way is null ? null : new(way.Fee.Charged, way.Fee.Standard, way.Fee.Basis),
            Visits = way?.Visits,
            Result = way?.Result,
            SupervisionWay = way?.SupervisionWay,
            Keywords = keywords,
            Extra = extra,
            IsSample = sample,
        };

    private static RequiredDocument Of(PackMaterial material) => new(material.Code, material.Name)
    {
        Form = Enum.Parse<DocumentForm>(material.Form.ToString()),
        Copies = material.Copies,
        Required = material.Required,
        Note = material.Note,
        Source = material.Source,
    };

    private static string? Lines(IReadOnlyList<string>? lines) => lines is { Count: > 0 } ? string.Join('\n', lines) : null;
}
