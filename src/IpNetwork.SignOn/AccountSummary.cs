namespace IpNetwork.SignOn;

public sealed record AccountSummary(Guid Id, string UserName, string Name, DateTimeOffset CreatedAt, DateTimeOffset? DisabledAt)
{
    public bool IsDisabled => DisabledAt is not null;
}
