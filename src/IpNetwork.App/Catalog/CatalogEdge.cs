using System.Text.RegularExpressions;
using IpNetwork.App.Shell;
using IpNetwork.Domain.Catalog;
using IpNetwork.Domain.Kernel;

namespace IpNetwork.App.Catalog;

/// <summary>What may come in at all: lengths, characters and codes. Whether it may hold is for the domain to say.</summary>
internal static partial class CatalogEdge
{
    private const int LongestCode = 40;
    private const int LongestName = 100;
    private const int LongestText = 5_000;
    private const int LongestReason = 1_000;
    private const int LongestList = 50;

    public static List<Refusal> Code(string? code)
    {
        var typed = (code ?? "").Trim();
        return typed.Length is > 0 and <= LongestCode && CodePattern().IsMatch(typed) ? [] : [EdgeRefusals.BadCode(LongestCode)];
    }

    public static List<Refusal> Reason(string? reason, string field = "reason", int longest = LongestReason) => [.. Text(field, reason, longest)];

    public static List<Refusal> Content(ItemContent content) =>
    [
        .. Text("name", content.Name, LongestName),
        .. Text("category", content.Category, LongestName),
        .. Text("directoryEntry", content.DirectoryEntry, LongestName),
        .. Text("serviceObject", content.ServiceObject, LongestText),
        .. Text("content", content.Content, LongestText),
        .. Text("form", content.Form, LongestText),
        .. Text("legalBasis", content.LegalBasis, LongestText),
        .. Text("flowConditions", content.FlowConditions, LongestText),
        .. Text("handlingWay", content.HandlingWay, LongestText),
        .. Text("admissionConditions", content.AdmissionConditions, LongestText),
        .. Text("result", content.Result, LongestText),
        .. Text("supervisionWay", content.SupervisionWay, LongestText),
        .. Text("fee", content.Fee?.Standard, LongestText),
        .. Text("fee", content.Fee?.Basis, LongestText),
        .. Text("bundle", content.Bundle.AssessmentRecord, LongestReason),
        .. Text("bundle", content.Bundle.OutsideReason, LongestReason),
        .. Texts("keywords", content.Keywords),
        .. Texts("openedFields", content.OpenedFields),
        .. Texts("neededLocally", content.NeededLocally ?? []),
        .. Texts("extra", content.Extra.Keys),
        .. content.Extra.Values.SelectMany(value => Text("extra", value ?? "\0", LongestText)),
        .. Count("targetKinds", content.TargetKinds.Count),
        .. Materials(content.Materials ?? []),
        .. Number("committedLimit", content.CommittedLimit),
        .. Number("statutoryLimit", content.StatutoryLimit),
        .. Number("visits", content.Visits),
        .. string.IsNullOrWhiteSpace(content.BasicCode) ? [] : BasicCode.Parse(content.BasicCode).Refusals,
    ];

    public static List<Refusal> Changes(IReadOnlyList<FieldChange>? changes, NodeKind kind)
    {
        if (changes is null || changes.Any(change => change?.Field is null))
        {
            return [EdgeRefusals.Empty("changes")];
        }

        return
        [
            .. Count("changes", changes.Count),
            .. changes.Where(change => !CleanRequests.IsText(change.Field) || change.Field.Length > LongestName).Select(_ => EdgeRefusals.NotText("changes")),
            .. changes.Where(change => CleanRequests.IsText(change.Field)).SelectMany(change => Text(change.Field, change.Text, LongestText)),
            .. changes.SelectMany(change => change.List is { } list ? Texts(change.Field, list) : []),
            .. changes.Where(change => change.Field == CatalogFields.ImplementingCode.Name && !string.IsNullOrWhiteSpace(change.Text))
                .SelectMany(change => ImplementingCode.Parse(change.Text) is { IsDone: true } code ? code.Value.CheckLevel(kind).Refusals : ImplementingCode.Parse(change.Text).Refusals),
        ];
    }

    private static IEnumerable<Refusal> Materials(IReadOnlyList<RequiredDocument> materials) =>
        Count("materials", materials.Count).Concat(materials.SelectMany(material => new[]
        {
            Text("materials", material.Code ?? "\0", LongestName),
            string.IsNullOrWhiteSpace(material.Name) ? [EdgeRefusals.Empty("materials")] : Text("materials", material.Name, LongestName * 2),
            Text("materials", material.Note, LongestText),
            Text("materials", material.Source, LongestText),
            material.Copies is >= 0 and <= 100 ? [] : [EdgeRefusals.OutOfRange("materials", 100)],
        }).SelectMany(refusals => refusals));

    private static IEnumerable<Refusal> Texts(string field, IEnumerable<string> list)
    {
        var texts = list.ToList();
        return Count(field, texts.Count).Concat(texts.SelectMany(text => Text(field, text ?? "\0", LongestName))).Take(1);
    }

    private static IEnumerable<Refusal> Text(string field, string? text, int longest)
    {
        if (text is null)
        {
            yield break;
        }

        if (!CleanRequests.IsText(text))
        {
            yield return EdgeRefusals.NotText(field);
        }
        else if (text.Length > longest)
        {
            yield return EdgeRefusals.TooLong(field, longest);
        }
    }

    private static IEnumerable<Refusal> Count(string field, int count) => count > LongestList ? [EdgeRefusals.TooMany(field, LongestList)] : [];

    private static IEnumerable<Refusal> Number(string field, int? number) =>
        number > WorkCalendar.LongestCount ? [EdgeRefusals.OutOfRange(field, WorkCalendar.LongestCount)] : [];

    [GeneratedRegex(@"^[\p{L}\p{Nd}][\p{L}\p{Nd}._-]*$")]
    private static partial Regex CodePattern();
}
