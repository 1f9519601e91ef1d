using IpNetwork.SignOn;
using IpNetwork.SignOn.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace IpNetwork.DesignTime;

internal sealed class SignOnDbFactory : IDesignTimeDbContextFactory<SignOnDb>
{
    public SignOnDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SignOnDb>().UseSignOn("Host=localhost;Database=design-time").Options);
}
