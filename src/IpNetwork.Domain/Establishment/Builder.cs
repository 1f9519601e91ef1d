using IpNetwork.Domain.Kernel;

namespace IpNetwork.Domain.Establishment;

/// <summary>A registered 建设主体: not a node yet, known to the province alone. One per credit code and one per person.</summary>
public sealed class Builder
{
    private Builder()
    {
    }

    /// <summary>The province.</summary>
    public NodeId NodeId { get; private set; }

    public Guid Id { get; private set; }

    public PersonId PersonId { get; private set; }

    public string Name { get; private set; } = "";

    public string Uscc { get; private set; } = "";

    public BuilderType Type { get; private set; }

    public string ContactName { get; private set; } = "";

    public string ContactPhone { get; private set; } = "";

    public string? ContactMail { get; private set; }

    public DateTimeOffset RegisteredAt { get; private set; }

    public static Outcome<Builder> Register(NodeId province, PersonId person, Registration registration, DateTimeOffset now)
    {
        var code = UnifiedSocialCreditCode.Parse(registration.Uscc);
        Refusal?[] found =
        [
            Texts.Needed("name", "单位名称", registration.Name, 100),
            .. code.Refusals,
            registration.Type is null ? EstablishmentRefusals.ChoiceMissing("type", "单位类型") : code.IsDone ? registration.Type.Value.Check(code.Value, "uscc") : null,
            Texts.Needed("contactName", "联系人", registration.ContactName, 50),
            Texts.Phone("contactPhone", "联系电话", registration.ContactPhone),
            Texts.Mail("contactMail", "电子邮箱", registration.ContactMail),
        ];
        Refusal[] refusals = [.. found.OfType<Refusal>()];
        return refusals.Length > 0
            ? Outcome.Refused<Builder>(refusals)
            : new Builder
            {
                NodeId = province,
                Id = Guid.CreateVersion7(now),
                PersonId = person,
                Name = Texts.Clean(registration.Name),
                Uscc = code.Value.Text,
                Type = registration.Type!.Value,
                ContactName = Texts.Clean(registration.ContactName),
                ContactPhone = Texts.Clean(registration.ContactPhone),
                ContactMail = Texts.Clean(registration.ContactMail) is { Length: > 0 } mail ? mail : null,
                RegisteredAt = now.ToUniversalTime(),
            };
    }
}

/// <summary>A builder's registration as it was typed.</summary>
public sealed record Registration
{
    public string? Name { get; init; }

    public string? Uscc { get; init; }

    public BuilderType? Type { get; init; }

    public string? ContactName { get; init; }

    public string? ContactPhone { get; init; }

    public string? ContactMail { get; init; }
}
