using IpNetwork.Domain.Kernel;

namespace IpNetwork.Domain.Norms;

/// <summary>One version of a norm that holds for the whole network (NET-08). A version is never edited; a change is a new one.</summary>
public sealed class Norm
{
    private Norm()
    {
    }

    /// <summary>The province that publishes it.</summary>
    public NodeId NodeId { get; private set; }

    public Guid Id { get; private set; }

    public string Code { get; private set; } = "";

    public string Version { get; private set; } = "";

    public string Title { get; private set; } = "";

    public DateOnly EffectiveOn { get; private set; }

    public string DocumentNumber { get; private set; } = "";

    /// <summary>Where the document is published, if it is elsewhere.</summary>
    public string? Link { get; private set; }

    /// <summary>The document itself, or what it says in short.</summary>
    public string? Text { get; private set; }

    public DateTimeOffset PublishedAt { get; private set; }

    /// <summary>Its version or its text is made up; pages say so.</summary>
    public bool IsSample { get; private set; }

    /// <summary>What its publication is called in the trail.</summary>
    public string Announcement => $"发布《{Title}》{Version}，{EffectiveOn:yyyy-MM-dd} 起施行";

    /// <summary>Whether a draft would publish the same words.</summary>
    public bool Says(NormDraft draft) =>
        (Title, EffectiveOn, DocumentNumber, Link, Text, IsSample) == (draft.Title.Trim(), draft.EffectiveOn, draft.DocumentNumber.Trim(), Kept(draft.Link), Kept(draft.Text), draft.IsSample);

    /// <param name="published">All versions of the province's norms.</param>
    public static Outcome<Norm> Publish(NodeId province, NormDraft draft, IReadOnlyCollection<Norm> published, DateTimeOffset now)
    {
        var (code, version) = (draft.Code.Trim(), draft.Version.Trim());
        Refusal[] refusals =
        [
            .. draft.Refusals(),
            .. published.Any(norm => norm.Code == code && norm.Version == version) ? [NormRefusals.VersionExists(version)] : Array.Empty<Refusal>(),
        ];
        return refusals.Length > 0
            ? Outcome.Refused<Norm>(refusals)
            : new Norm
            {
                NodeId = province,
                Id = Guid.CreateVersion7(now),
                Code = code,
                Version = version,
                Title = draft.Title.Trim(),
                EffectiveOn = draft.EffectiveOn ?? throw new InvalidOperationException(),
                DocumentNumber = draft.DocumentNumber.Trim(),
                Link = Kept(draft.Link),
                Text = Kept(draft.Text),
                PublishedAt = now.ToUniversalTime(),
                IsSample = draft.IsSample,
            };
    }

    private static string? Kept(string? text) => text?.Trim() is { Length: > 0 } kept ? kept : null;
}
