namespace IpNetwork.SignOn.SignIn;

internal sealed record LiveSession(Guid Id, Guid AccountId, string Name, DateTimeOffset LastSeenAt, DateTimeOffset ExpiresAt);

internal sealed record OpenSession(Guid Id, DateTimeOffset StartedAt, DateTimeOffset LastSeenAt, string? Address);
