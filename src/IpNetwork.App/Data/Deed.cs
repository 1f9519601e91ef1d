using System.Text.Json;
using IpNetwork.App.Data.Trail;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Kernel;

namespace IpNetwork.App.Data;

/// <summary>What a unit of work tells the audit trail and the outbox. A write without a deed does not commit.</summary>
internal sealed class Deed
{
    private readonly List<Happening> happenings = [];
    private readonly List<Letter> letters = [];
    private readonly List<string> topics = [];
    private readonly Dictionary<string, Refusal> taken = [];

    public IReadOnlyList<Happening> Happenings => happenings;

    public IReadOnlyList<Letter> Letters => letters;

    public IReadOnlyList<string> Topics => topics;

    /// <summary>What a unique key that is taken means here; a key that says nothing is answered as a stale record.</summary>
    public IReadOnlyDictionary<string, Refusal> Taken => taken;

    /// <param name="key">Name of the unique index.</param>
    public void WhenTaken(string key, Refusal refusal) => taken[key] = refusal;

    public void Happened(Happening happening) => happenings.Add(happening);

    public void Send(Letter letter) => letters.Add(letter);

    /// <summary>Tells every process's memory that something changed; see <see cref="ChangeSignal"/>.</summary>
    public void Announce(string topic) => topics.Add(topic);
}

/// <param name="Verb">Room and past verb: <c>catalog.offering-published</c>; also the topic rooms listen to.</param>
/// <param name="Summary">One Chinese sentence, without personal data.</param>
internal sealed record Happening(string Verb, string SubjectKind, string SubjectId, string Summary)
{
    public string? Reason { get; init; }

    /// <summary>Serialised as JSON; no personal data.</summary>
    public object? Detail { get; init; }

    public string? DetailJson => Detail is null ? null : JsonSerializer.Serialize(Detail, WireJson.Options);
}

internal sealed record Letter(MessageKind Kind, string Topic, string Recipient, object Payload);
