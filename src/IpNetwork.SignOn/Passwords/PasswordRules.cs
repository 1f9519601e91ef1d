using System.Text;
using IpNetwork.SignOn.Data;
using Microsoft.AspNetCore.Identity;

namespace IpNetwork.SignOn.Passwords;

internal sealed class PasswordRules(SignOnOptions options) : IPasswordValidator<Account>
{
    public const string TooShort = "PASSWORD_TOO_SHORT";
    public const string TooLong = "PASSWORD_TOO_LONG";
    public const string Guessable = "PASSWORD_GUESSABLE";
    public const string TooUniform = "PASSWORD_TOO_UNIFORM";

    public Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user, string? password)
    {
        var errors = Check(password ?? "", user.UserName ?? "", user.Name).ToArray();
        return Task.FromResult(errors.Length == 0 ? IdentityResult.Success : IdentityResult.Failed(errors));
    }

    public IEnumerable<IdentityError> Check(string password, string userName, string name)
    {
        var normal = password.Normalize(NormalizationForm.FormC);
        var length = normal.EnumerateRunes().Count();
        if (length < Limits.PasswordFrom)
        {
            yield return Error(TooShort, $"密码至少 {Limits.PasswordFrom} 个字符，现在是 {length} 个。可以用一句容易记的话。");
        }
        else if (length > Limits.PasswordTo)
        {
            yield return Error(TooLong, $"密码最多 {Limits.PasswordTo} 个字符，现在是 {length} 个。");
        }
        else if (Passwords.Guessable.Is(normal, [userName, name]))
        {
            yield return Error(Guessable, "这个密码容易被猜到。请不要用常见的词、连续或重复的字符、登录名和姓名。");
        }

        if (options.RequireMixedCharacters && KindsIn(normal) < 3)
        {
            yield return Error(TooUniform, "密码要包含大写字母、小写字母、数字、其他字符中的三种。");
        }
    }

    private static int KindsIn(string password) => new[]
    {
        password.Any(char.IsAsciiLetterUpper),
        password.Any(char.IsAsciiLetterLower),
        password.Any(char.IsAsciiDigit),
        password.Any(c => !char.IsAsciiLetterOrDigit(c)),
    }.Count(present => present);

    private static IdentityError Error(string code, string description) => new() { Code = code, Description = description };
}
