using IpNetwork.LocalPostgres;
using Xunit;

namespace IpNetwork.App.Tests.Starting;

/// <summary>The statements in deploy/ are for psql, as an administrator runs them.</summary>
internal sealed class PsqlFactAttribute : FactAttribute
{
    public PsqlFactAttribute() => Skip = WhySkipped;

    /// <summary>Null when the deployment is to be made.</summary>
    public static string? WhySkipped =>
        Command.Exists("psql") ? null : "本机没有 psql，不能照 deploy/ 建登录；安装 postgresql-client 后运行。";
}
