using System.Runtime.Versioning;
using Xunit;

namespace IpNetwork.App.Tests.LocalPostgres;

[UnsupportedOSPlatform("windows")]
internal sealed class RootFactAttribute : FactAttribute
{
    public RootFactAttribute()
    {
        if (!PostgresFolder.IsRoot)
        {
            Skip = "只有 root 能换用别的账号，当前不是 root。";
        }
    }
}
