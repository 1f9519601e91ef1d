using System.Globalization;
using IpNetwork.Domain.Catalog;
using IpNetwork.Domain.Kernel;

namespace IpNetwork.App.Catalog.BaseItems;

/// <summary>The editor's inputs and the content they stand for. Lists are written one to a line, their parts divided by a bar.</summary>
internal static class BaseItemForm
{
    public const string Free = "不收费";

    public static Dictionary<string, string> Of(string code, ItemContent content, string? reason, DateOnly today) => new(StringComparer.Ordinal)
    {
        ["code"] = code,
        ["name"] = content.Name,
        ["category"] = content.Category ?? "",
        ["directory"] = content.DirectoryEntry ?? "",
        ["audience"] = content.ServiceObject ?? "",
        ["content"] = content.Content ?? "",
        ["form"] = content.Form ?? "",
        ["platformRole"] = content.PlatformRole.ToString(),
        ["legalBasis"] = content.LegalBasis ?? "",
        ["conditions"] = content.AdmissionConditions ?? "",
        ["materials"] = MaterialLines.Of(content.Materials),
        ["flow"] = content.FlowConditions ?? "",
        ["way"] = content.HandlingWay ?? "",
        ["supervision"] = content.SupervisionWay ?? "",
        ["bundle"] = content.Bundle.Number?.ToString(CultureInfo.InvariantCulture) ?? "",
        ["bundleReason"] = content.Bundle.AssessmentRecord ?? content.Bundle.OutsideReason ?? "",
        ["basicCode"] = content.BasicCode ?? "",
        ["caseType"] = content.HandlingKind.ToString(),
        ["visits"] = Number(content.Visits),
        ["limitDays"] = Number(content.CommittedLimit),
        ["statutoryDays"] = Number(content.StatutoryLimit),
        ["charge"] = content.Fee is { Charged: true } fee ? string.Join(" | ", new[] { fee.Standard, fee.Basis }.OfType<string>()) : content.Fee is null ? "" : Free,
        ["result"] = content.Result ?? "",
        ["extras"] = string.Join('\n', content.Extra.Select(extra => $"{extra.Key}：{extra.Value}")),
        ["kinds"] = string.Join('\n', content.TargetKinds),
        ["openFields"] = string.Join('\n', content.OpenedFields),
        ["effectiveOn"] = Shell.Say.Day(today),
        ["reason"] = reason ?? "",
    };

    /// <param name="before">What no input shows, such as keywords, is kept from here.</param>
    public static ItemContent Read(Dictionary<string, string> typed, ItemContent before, List<Refusal> refusals) => before with
    {
        Name = Text(typed, "name") ?? "",
        Category = Text(typed, "category"),
        DirectoryEntry = Text(typed, "directory"),
        ServiceObject = Text(typed, "audience"),
        Content = Text(typed, "content"),
        Form = Text(typed, "form"),
        PlatformRole = Choice(typed, "platformRole", before.PlatformRole),
        LegalBasis = Text(typed, "legalBasis"),
        AdmissionConditions = Text(typed, "conditions"),
        Materials = MaterialLines.Read(Text(typed, "materials"), before.Materials),
        FlowConditions = Text(typed, "flow"),
        HandlingWay = typed.ContainsKey("way") ? Text(typed, "way") : before.HandlingWay,
        SupervisionWay = typed.ContainsKey("supervision") ? Text(typed, "supervision") : before.SupervisionWay,
        Bundle = typed.ContainsKey("bundle") ? Bundle(typed, refusals) : before.Bundle,
        BasicCode = typed.ContainsKey("basicCode") ? Text(typed, "basicCode") : before.BasicCode,
        HandlingKind = Choice(typed, "caseType", before.HandlingKind),
        Visits = Count(typed, "visits", refusals),
        CommittedLimit = Count(typed, "limitDays", refusals),
        StatutoryLimit = Count(typed, "statutoryDays", refusals),
        Fee = Fee(Text(typed, "charge")),
        Result = Text(typed, "result"),
        Extra = Lines(typed, "extras").Select(line => line.Split(['：', ':'], 2, StringSplitOptions.TrimEntries)).Where(parts => parts[0].Length > 0)
            .GroupBy(parts => parts[0], StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First().ElementAtOrDefault(1) ?? "", StringComparer.Ordinal),
        TargetKinds = [.. Enum.GetValues<NodeKind>().Where(kind => Lines(typed, "kinds").Contains(kind.ToString()))],
        OpenedFields = [.. Lines(typed, "openFields")],
    };

    public static string? Text(Dictionary<string, string> typed, string name) =>
        typed.TryGetValue(name, out var text) && text.Trim() is { Length: > 0 } trimmed ? trimmed.ReplaceLineEndings("\n") : null;

    public static int? Count(Dictionary<string, string> typed, string name, List<Refusal> refusals)
    {
        if (Text(typed, name) is not { } text)
        {
            return null;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        refusals.Add(EdgeRefusals.OutOfRange(name, WorkCalendar.LongestCount));
        return null;
    }

    /// <summary>The domain's names of fields, as this form calls them.</summary>
    public static Refusal Located(Refusal refusal) => refusal.Field switch
    {
        "serviceObject" => refusal.At("audience"),
        "directoryEntry" => refusal.At("directory"),
        "admissionConditions" => refusal.At("conditions"),
        "flowConditions" => refusal.At("flow"),
        "handlingWay" => refusal.At("way"),
        "supervisionWay" => refusal.At("supervision"),
        "committedLimit" => refusal.At("limitDays"),
        "statutoryLimit" => refusal.At("statutoryDays"),
        "handlingKind" => refusal.At("caseType"),
        "fee" => refusal.At("charge"),
        "targetKinds" => refusal.At("kinds"),
        "openedFields" => refusal.At("openFields"),
        "extra" => refusal.At("extras"),
        "windows" => refusal.At("window"),
        "phones" => refusal.At("phone"),
        _ => refusal,
    };

    private static string[] Lines(Dictionary<string, string> typed, string name) =>
        (Text(typed, name) ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static T Choice<T>(Dictionary<string, string> typed, string name, T otherwise) where T : struct, Enum =>
        Enum.TryParse<T>(Text(typed, name), out var choice) && Enum.IsDefined(choice) ? choice : otherwise;

    private static Charge? Fee(string? text)
    {
        if (text is null or Free)
        {
            return text is null ? null : new(false);
        }

        var parts = text.Split('|', 2, StringSplitOptions.TrimEntries);
        return new(true, parts[0], parts.ElementAtOrDefault(1));
    }

    private static BundleMembership Bundle(Dictionary<string, string> typed, List<Refusal> refusals)
    {
        var (number, reason) = (Count(typed, "bundle", refusals), Text(typed, "bundleReason"));
        return new(number, number is BundleMembership.AssessedRow ? reason : null, number is null ? reason : null);
    }

    private static string Number(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";
}
