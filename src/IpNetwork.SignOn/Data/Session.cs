namespace IpNetwork.SignOn.Data;

/// <summary>A signed-on browser. The cookie carries a secret of which only the hash is kept.</summary>
internal sealed class Session
{
    public required Guid Id { get; init; }

    public required Guid AccountId { get; init; }

    public required byte[] SecretHash { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public required DateTimeOffset LastSeenAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public string? Address { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    public SessionEnd? EndedBy { get; init; }
}
