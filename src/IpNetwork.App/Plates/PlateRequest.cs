using System.Globalization;
using IpNetwork.Domain.Plates;

namespace IpNetwork.App.Plates;

/// <summary>A plate to be given, as it was sent by a form or a client.</summary>
internal sealed record PlateRequest
{
    /// <summary>Slug of the node it is for.</summary>
    public string? Node { get; init; }

    /// <summary>Platform, unless a function is awarded.</summary>
    public string? Kind { get; init; }

    public string? IssuedOn { get; init; }

    public string? DocumentNumber { get; init; }

    /// <summary>Only where the generated words are not to be used.</summary>
    public string? Text { get => field; init => field = Filled(value); }

    public string? NamingDocument { get => field; init => field = Filled(value); }

    public string? NamingReason { get => field; init => field = Filled(value); }

    public string? SuffixReason { get => field; init => field = Filled(value); }

    public string? LevelDocument { get => field; init => field = Filled(value); }

    public string? Function { get; init; }

    public string? BodyName { get; init; }

    public string? BodyUscc { get; init; }

    public string? Duties { get; init; }

    internal PlateKind? PlateKind => Enum.TryParse<PlateKind>(Kind, out var kind) && Enum.IsDefined(kind) ? kind : null;

    internal FunctionAward Award => new() { Function = Function, BodyName = BodyName, BodyUscc = BodyUscc, Duties = Duties };

    public static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text?.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    public static PlateRequest Of(IFormCollection form) => new()
    {
        Node = form["node"],
        Kind = form["kind"],
        IssuedOn = form["issuedOn"],
        DocumentNumber = form["documentNumber"],
        Text = form["text"],
        NamingDocument = form["namingDocument"],
        NamingReason = form["namingReason"],
        SuffixReason = form["suffixReason"],
        LevelDocument = form["levelDocument"],
        Function = form["function"],
        BodyName = form["bodyName"],
        BodyUscc = form["bodyUscc"],
        Duties = form["duties"],
    };

    private static string? Filled(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

/// <summary>What is to become of a hanging plate, as it was sent.</summary>
internal sealed record PlateOrderRequest
{
    public string? DocumentNumber { get; init; }

    public string? OrderedOn { get; init; }

    public string? EffectiveOn { get; init; }

    public string? Reason { get; init; }

    public string? Evidence { get; init; }

    public static PlateOrderRequest Of(IFormCollection form) => new()
    {
        DocumentNumber = form["documentNumber"],
        OrderedOn = form["orderedOn"],
        EffectiveOn = form["effectiveOn"],
        Reason = form["reason"],
        Evidence = form["evidence"],
    };
}
