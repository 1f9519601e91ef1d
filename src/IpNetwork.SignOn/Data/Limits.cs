namespace IpNetwork.SignOn.Data;

internal static class Limits
{
    public const int UserName = 128;
    public const int Name = 128;
    public const int PasswordFrom = 12;
    public const int PasswordTo = 256;
}
