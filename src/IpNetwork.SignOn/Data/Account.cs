using Microsoft.AspNetCore.Identity;

namespace IpNetwork.SignOn.Data;

/// <summary>One person's way in. Where the person works, and as what, is the product's knowledge, not ours.</summary>
internal sealed class Account : IdentityUser<Guid>
{
    public string Name { get; set; } = "";

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset? DisabledAt { get; set; }
}
