using Xunit;

namespace IpNetwork.App.Tests.Isolation;

internal sealed class PoolerFactAttribute : FactAttribute
{
    public PoolerFactAttribute()
    {
        if (Pooler.Program is null)
        {
            Skip = "本机没有 pgbouncer；apt-get install pgbouncer 后运行。";
        }
    }
}
