using System.Globalization;
using IpNetwork.SignOn.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IpNetwork.SignOn.SignIn;

internal static class SignInRoute
{
    private const string NotThatPair =
        "登录名或密码不对，或者试得太快了。请核对后重新输入密码；连续几次不对，要等一会儿才能再试，最多 1 分钟。";

    public static IResult Show(HttpContext http, SignOnOptions options)
    {
        var returnUrl = LocalAddress.From(http.Request.Query[SignOnDefaults.ReturnUrl]);
        return http.User.Identity?.IsAuthenticated is true
            ? TypedResults.Redirect(returnUrl ?? SignOnDefaults.AccountPath)
            : Form(http, options, StatusCodes.Status200OK, new() { ReturnUrl = returnUrl });
    }

    public static async Task<IResult> HandleAsync(HttpContext http, SignOnOptions options, SignInAttempt attempt, CancellationToken ct)
    {
        var form = await http.Request.ReadFormAsync(ct);
        var password = form["password"].ToString();
        var typed = new SignInForm
        {
            UserName = form["username"].ToString(),
            ReturnUrl = LocalAddress.From(form[SignOnDefaults.ReturnUrl]),
        };
        if (Missing(typed, password) is { } incomplete)
        {
            return Form(http, options, StatusCodes.Status400BadRequest, incomplete);
        }

        var answer = await attempt.MakeAsync(http, typed.UserName, password, ct);
        if (answer.WaitFor is { } wait)
        {
            var seconds = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds));
            http.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
            return Form(http, options, StatusCodes.Status429TooManyRequests, typed with { Failure = $"从您这里来的登录太多了。请过 {seconds} 秒再试。" });
        }

        return answer.Session is null
            ? Form(http, options, StatusCodes.Status400BadRequest, typed with { Failure = NotThatPair, PasswordError = "请重新输入密码。" })
            : TypedResults.Redirect(typed.ReturnUrl ?? options.HomePath);
    }

    private static SignInForm? Missing(SignInForm typed, string password)
    {
        var checkedForm = typed with
        {
            UserNameError = string.IsNullOrWhiteSpace(typed.UserName) ? "请填登录名。" : null,
            PasswordError = password.Length == 0 ? "请填密码。" : null,
        };
        return checkedForm.UserNameError is null && checkedForm.PasswordError is null ? null : checkedForm;
    }

    private static RazorComponentResult<SignInPage> Form(HttpContext http, SignOnOptions options, int status, SignInForm form) =>
        Page.Of<SignInPage>(http, options, status, ("Form", form));
}
