using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;

namespace IpNetwork.SignOn.SignIn;

/// <summary>The keys under which a guess is counted. User names are hashed: people type passwords into that field.</summary>
internal static class Guesser
{
    public static string Address(IPAddress? address)
    {
        if (address is { IsIPv4MappedToIPv6: true })
        {
            address = address.MapToIPv4();
        }

        // One household or office holds a whole /64.
        return address is { AddressFamily: AddressFamily.InterNetworkV6 }
            ? $"address:{Convert.ToHexString(address.GetAddressBytes(), 0, 8)}"
            : $"address:{address?.ToString() ?? "none"}";
    }

    public static string UserName(string normalizedUserName) =>
        $"name:{Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(normalizedUserName)))}";

    public static string Device(Guid device) => $"device:{device:N}";

    public static string Account(Guid account) => $"account:{account:N}";
}
