using Xunit;

namespace IpNetwork.App.Tests.LocalPostgres;

internal sealed class NpmFactAttribute : FactAttribute
{
    public NpmFactAttribute()
    {
        if (Environment.GetEnvironmentVariable("IPNETWORK_TEST_NPM_PG") != "1")
        {
            Skip = "要从 npm 取约 24 MB；设 IPNETWORK_TEST_NPM_PG=1 后运行。";
        }
    }
}
