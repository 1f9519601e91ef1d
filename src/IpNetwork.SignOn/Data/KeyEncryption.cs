using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.Extensions.DependencyInjection;

namespace IpNetwork.SignOn.Data;

/// <summary>AES-256-GCM over the secret part of a data-protection key, so that a copy of the database opens nothing.</summary>
internal sealed class KeyEncryption(ProtectionSecrets secrets) : IXmlEncryptor
{
    public static readonly XName Element = "ipnetEncrypted";
    public const string Secret = "secret";
    public const int NonceLength = 12;
    public const int TagLength = 16;

    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        var name = ProtectionSecrets.NameOf(secrets.Newest);
        var plain = Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting));
        var sealedBytes = new byte[NonceLength + plain.Length + TagLength];
        var nonce = sealedBytes.AsSpan(0, NonceLength);
        RandomNumberGenerator.Fill(nonce);
        using var cipher = new AesGcm(secrets.Newest, TagLength);
        cipher.Encrypt(nonce, plain, sealedBytes.AsSpan(NonceLength, plain.Length), sealedBytes.AsSpan(NonceLength + plain.Length), Encoding.ASCII.GetBytes(name));
        CryptographicOperations.ZeroMemory(plain);
        return new(new XElement(Element, new XAttribute(Secret, name), Convert.ToBase64String(sealedBytes)), typeof(KeyDecryption));
    }
}

/// <summary>Made by data protection itself, by the name that stands in the stored key.</summary>
internal sealed class KeyDecryption(IServiceProvider services) : IXmlDecryptor
{
    private readonly ProtectionSecrets secrets = services.GetRequiredService<SignOnOptions>().ProtectionSecrets;

    public XElement Decrypt(XElement encryptedElement)
    {
        var name = (string?)encryptedElement.Attribute(KeyEncryption.Secret) ?? "";
        var secret = secrets.Named(name) ?? throw new CryptographicException($"No secret {name} has been given to this process.");
        var sealedBytes = Convert.FromBase64String(encryptedElement.Value);
        var plain = new byte[sealedBytes.Length - KeyEncryption.NonceLength - KeyEncryption.TagLength];
        using var cipher = new AesGcm(secret, KeyEncryption.TagLength);
        cipher.Decrypt(sealedBytes.AsSpan(0, KeyEncryption.NonceLength), sealedBytes.AsSpan(KeyEncryption.NonceLength, plain.Length), sealedBytes.AsSpan(KeyEncryption.NonceLength + plain.Length), plain, Encoding.ASCII.GetBytes(name));
        return XElement.Parse(Encoding.UTF8.GetString(plain));
    }
}
