using IpNetwork.App.Data;
using IpNetwork.App.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace IpNetwork.DesignTime;

internal sealed class NetworkDbFactory : IDesignTimeDbContextFactory<NetworkDb>
{
    public NetworkDb CreateDbContext(string[] args) => new(
        new DbContextOptionsBuilder<NetworkDb>()
            .UseNpgsql("Host=none", npgsql => npgsql.MigrationsHistoryTable("__migrations", NetworkModel.Schema))
            .Options,
        new CurrentNode(),
        new CurrentPerson());
}
