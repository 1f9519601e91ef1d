using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace IpNetwork.App.Staff.Inviting;

/// <summary>The secret of a link: it leaves in one letter and is kept nowhere but as its hash.</summary>
internal sealed record InvitationToken(string Text)
{
    private const int Length = 32;

    public string Hash => HashOf(Text);

    public static InvitationToken New() => new(Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Length)));

    public static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
