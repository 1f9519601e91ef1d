using System.Globalization;
using IpNetwork.Domain.Kernel;
using IpNetwork.Domain.Nodes;

namespace IpNetwork.App.Nodes;

/// <summary>An order about a node as it was sent, by a form or a client. Which of the parts count depends on the act.</summary>
internal sealed record OrderRequest
{
    public string? EffectiveOn { get; init; }
    public string? Reason { get; init; }
    public string? DocumentNumber { get; init; }

    /// <summary>The new parent's slug.</summary>
    public string? Parent { get; init; }
    public string? DivisionCode { get; init; }

    /// <summary>Slug of the node it ends in.</summary>
    public string? Into { get; init; }

    /// <summary>Last day of a suspension.</summary>
    public string? Until { get; init; }
    public string? PlaceName { get; init; }
    public string? ShortName { get; init; }

    /// <summary>Only where no naming rule fits; then with the approver.</summary>
    public string? OfficialName { get; init; }
    public string? Approver { get; init; }
    public string? HostName { get; init; }

    public Outcome<NodeOrder> Order(PersonId? by, DateTimeOffset now) => Day(EffectiveOn) is { } day
        ? new NodeOrder { EffectiveOn = day, Reason = Reason, DocumentNumber = DocumentNumber, RecordedAt = now, RecordedBy = by }
        : NodeRefusals.BadDay("effectiveOn");

    public static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text?.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    public static OrderRequest Of(IFormCollection form) => new()
    {
        EffectiveOn = form["effectiveOn"],
        Reason = form["reason"],
        DocumentNumber = form["documentNumber"],
        Parent = form["parent"],
        DivisionCode = Filled(form["divisionCode"]),
        Into = form["into"],
        Until = form["until"],
        PlaceName = form["placeName"],
        ShortName = form["shortName"],
        OfficialName = Filled(form["officialName"]),
        Approver = Filled(form["approver"]),
        HostName = form["hostName"],
    };

    private static string? Filled(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
