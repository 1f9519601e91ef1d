using IpNetwork.Domain.Establishment;

namespace IpNetwork.App.Establishment.Filing.Registering;

/// <summary>A builder's registration as it was sent.</summary>
internal sealed record RegistrationBody
{
    public string? Name { get; init; }
    public string? Uscc { get; init; }
    public string? Type { get; init; }
    public string? ContactName { get; init; }
    public string? ContactPhone { get; init; }
    public string? ContactMail { get; init; }

    /// <summary>Agrees to what is done with personal data.</summary>
    public bool Consent { get; init; }

    public Registration Registration => new()
    {
        Name = Name,
        Uscc = Uscc,
        Type = Enum.TryParse<BuilderType>(Type, out var type) && Enum.IsDefined(type) && char.IsAsciiLetter(Type[0]) ? type : null,
        ContactName = ContactName,
        ContactPhone = ContactPhone,
        ContactMail = ContactMail,
    };

    public static RegistrationBody Of(IReadOnlyDictionary<string, string> typed) => new()
    {
        Name = typed.GetValueOrDefault("name"),
        Uscc = typed.GetValueOrDefault("uscc"),
        Type = typed.GetValueOrDefault("type"),
        ContactName = typed.GetValueOrDefault("contactName"),
        ContactPhone = typed.GetValueOrDefault("contactPhone"),
        ContactMail = typed.GetValueOrDefault("contactMail"),
        Consent = typed.GetValueOrDefault("consent") is { Length: > 0 },
    };
}

/// <summary>What anybody may know who is registered: that person.</summary>
internal sealed record BuilderView(Guid Id, string Name, string Uscc, BuilderType Type, string TypeName, string ContactName, string ContactPhone, string? ContactMail, DateTimeOffset RegisteredAt)
{
    public static BuilderView Of(Builder builder) =>
        new(builder.Id, builder.Name, builder.Uscc, builder.Type, builder.Type.Chinese(), builder.ContactName, builder.ContactPhone, builder.ContactMail, builder.RegisteredAt);
}
