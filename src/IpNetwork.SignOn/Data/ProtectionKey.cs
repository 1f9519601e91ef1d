namespace IpNetwork.SignOn.Data;

/// <summary>One element of the data-protection key ring, as ASP.NET Core writes it.</summary>
internal sealed class ProtectionKey
{
    public required Guid Id { get; init; }

    public required string Name { get; init; }

    public required string Xml { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
}
