using IpNetwork.SignOn.Pages;
using Microsoft.AspNetCore.Http;

namespace IpNetwork.SignOn.SignIn;

internal static class AccountRoute
{
    public static Task<IResult> ShowAsync(HttpContext http, SignOnOptions options, Accounts accounts, Sessions sessions, CancellationToken ct) =>
        PageAsync(http, options, accounts, sessions, StatusCodes.Status200OK, new() { Done = Done(http.Request.Query["done"]) }, ct);

    public static async Task<IResult> PageAsync(
        HttpContext http, SignOnOptions options, Accounts accounts, Sessions sessions, int status, PasswordForm form, CancellationToken ct)
    {
        if (SignedInAs.From(http.User) is not { } me || await accounts.FindAsync(me.AccountId, ct) is not { } account)
        {
            return TypedResults.Challenge(authenticationSchemes: [SignOnDefaults.Scheme]);
        }

        var open = await sessions.OpenOfAsync(me.AccountId, ct);
        var lines = open.Select(s => new SessionLine(s.StartedAt, s.LastSeenAt, s.Address, s.Id == me.SessionId)).ToList();
        return Page.Of<AccountPage>(http, options, status, ("Account", account), ("Sessions", lines), ("Form", form));
    }

    private static string? Done(string? what) => what switch
    {
        "password" => "密码已改。其他设备上的登录都已退出。",
        "others" => "其他设备上的登录都已退出。",
        _ => null,
    };
}
