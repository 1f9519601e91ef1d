using IpNetwork.LocalPostgres;
using Xunit;

namespace IpNetwork.App.Tests.Starting;

/// <summary>pg_dump reads servers of its own version or older, so it must be the one that belongs to the server.</summary>
internal sealed class BackupFactAttribute : FactAttribute
{
    public BackupFactAttribute()
    {
        if (PsqlFactAttribute.WhySkipped is { } reason)
        {
            Skip = reason;
        }
        else if (!Command.Exists("pg_dump"))
        {
            Skip = "本机没有 pg_dump，不能备份；安装 postgresql-client 后运行。";
        }
        else if (Environment.GetEnvironmentVariable("IPNETWORK_PG_BIN") is { Length: > 0 })
        {
            Skip = "IPNETWORK_PG_BIN 指定了另一个版本的服务器，本机的 pg_dump 不一定能读它。";
        }
    }
}
