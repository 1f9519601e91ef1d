using IpNetwork.App.Catalog.BaseItems;
using IpNetwork.Domain.Catalog;
using IpNetwork.Domain.Kernel;

namespace IpNetwork.App.Catalog.OwnItems;

/// <summary>The editor's inputs and the item they stand for.</summary>
internal static class OwnItemForm
{
    public const string Charged = "charged";
    public const string Free = "free";
    public const string Shared = "shared";
    public const string Kept = "kept";

    /// <summary>Inputs of local fields: their name in the form, their name on the wire.</summary>
    private static readonly (string Input, string Field)[] Locals =
        [("department", "department"), ("window", "windows"), ("address", "address"), ("hours", "hours"), ("phone", "phones")];

    /// <summary>The inputs a page has; a code is asked for once.</summary>
    public static IReadOnlyDictionary<string, string> InputsOf(bool isNew)
    {
        var inputs = Of("", new(), LocalFields.None, false, null, default);
        if (!isNew)
        {
            inputs.Remove("code");
        }

        return inputs;
    }

    public static Dictionary<string, string> Of(string code, ItemContent content, LocalFields local, bool shared, string? reason, DateOnly today)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["code"] = code,
            ["name"] = content.Name,
            ["directory"] = content.DirectoryEntry ?? "",
            ["audience"] = content.ServiceObject ?? "",
            ["content"] = content.Content ?? "",
            ["form"] = content.Form ?? "",
            ["charge"] = content.Fee is null ? "" : content.Fee.Charged ? Charged : Free,
            ["chargeBasis"] = content.Fee?.Basis ?? "",
            ["conditions"] = content.AdmissionConditions ?? "",
            ["materials"] = MaterialLines.Of(content.Materials),
            ["flow"] = content.FlowConditions ?? "",
            ["limitDays"] = content.CommittedLimit?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "",
            ["complaintPhone"] = content.SupervisionWay ?? "",
            ["sharing"] = shared ? Shared : Kept,
            ["effectiveOn"] = Shell.Say.Day(today),
            ["reason"] = reason ?? "",
        };
        foreach (var (input, field) in Locals)
        {
            values[input] = CatalogFields.Find(field)?.Read(local) ?? "";
        }

        return values;
    }

    public static OwnItemText Read(Dictionary<string, string> typed, ItemContent before, List<Refusal> refusals) => new(
        typed.GetValueOrDefault("code"),
        before with
        {
            Name = BaseItemForm.Text(typed, "name") ?? "",
            Category = BaseItemForm.Text(typed, "directory"),
            DirectoryEntry = BaseItemForm.Text(typed, "directory"),
            ServiceObject = BaseItemForm.Text(typed, "audience"),
            Content = BaseItemForm.Text(typed, "content"),
            Form = BaseItemForm.Text(typed, "form"),
            HandlingWay = BaseItemForm.Text(typed, "form"),
            Fee = typed.GetValueOrDefault("charge") switch
            {
                Charged => new(true, null, BaseItemForm.Text(typed, "chargeBasis")),
                Free => new(false),
                _ => null,
            },
            AdmissionConditions = BaseItemForm.Text(typed, "conditions"),
            Materials = MaterialLines.Read(BaseItemForm.Text(typed, "materials"), before.Materials),
            FlowConditions = BaseItemForm.Text(typed, "flow"),
            CommittedLimit = BaseItemForm.Count(typed, "limitDays", refusals),
            SupervisionWay = BaseItemForm.Text(typed, "complaintPhone"),
            NeededLocally = before.NeededLocally ?? CatalogFields.NeededAtCounter,
        },
        [.. Locals.Where(local => typed.ContainsKey(local.Input)).Select(local => new FieldChange(local.Field, typed[local.Input]))],
        typed.GetValueOrDefault("sharing") == Shared,
        typed.GetValueOrDefault("reason"));

    public static Refusal Located(Refusal refusal) => refusal.Field switch
    {
        "supervisionWay" => refusal.At("complaintPhone"),
        "handlingWay" => refusal.At("form"),
        "category" => refusal.At("directory"),
        _ => BaseItemForm.Located(refusal),
    };
}
