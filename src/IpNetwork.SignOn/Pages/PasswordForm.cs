namespace IpNetwork.SignOn.Pages;

public sealed record PasswordForm
{
    public string? CurrentError { get; init; }

    public string? NewError { get; init; }

    public string? RepeatError { get; init; }

    public string? Done { get; init; }

    public bool IsFine => CurrentError is null && NewError is null && RepeatError is null;
}

public sealed record SessionLine(DateTimeOffset StartedAt, DateTimeOffset LastSeenAt, string? Address, bool IsThis);
