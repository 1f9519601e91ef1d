using IpNetwork.SignOn.Data;

namespace IpNetwork.SignOn;

internal static class AccountRefusals
{
    public static readonly AccountRefusal Taken = new("ACCOUNT_EXISTS", "userName", "已有账号用这个登录名。请换一个，或者用原来的账号登录。");
    public static readonly AccountRefusal Busy = new("SIGN_ON_BUSY", "userName", "现在登记和登录的人太多。您填的都在，请过一分钟再提交。");
    public static readonly AccountRefusal UserName = new("USER_NAME_INVALID", "userName", $"登录名为 1 到 {Limits.UserName} 个字符，中间不要有空格。");
    public static readonly AccountRefusal Name = new("NAME_INVALID", "name", $"姓名为 1 到 {Limits.Name} 个字符。");
}
