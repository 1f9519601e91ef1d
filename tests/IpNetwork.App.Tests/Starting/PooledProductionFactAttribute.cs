using IpNetwork.App.Tests.Isolation;
using IpNetwork.LocalPostgres;
using Xunit;

namespace IpNetwork.App.Tests.Starting;

internal sealed class PooledProductionFactAttribute : FactAttribute
{
    public PooledProductionFactAttribute()
    {
        if (!Command.Exists("psql") || Pooler.Program is null)
        {
            Skip = "本机没有 psql 或 pgbouncer，不能把程序放在连接池后面；安装 postgresql-client 和 pgbouncer 后运行。";
        }
    }
}
