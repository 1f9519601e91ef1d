using System.Text;
using IpNetwork.SignOn.Data;

namespace IpNetwork.SignOn.SignIn;

internal static class UserNames
{
    public static string Normal(string userName) => userName.Trim().Normalize(NormalizationForm.FormC);

    public static bool IsAllowed(string userName) =>
        userName.Length is > 0 and <= Limits.UserName && !userName.Any(c => char.IsControl(c) || char.IsWhiteSpace(c));
}
