using IpNetwork.App.Deployment;

namespace IpNetwork.Testing.Postgres;

public static class TestRoles
{
    /// <summary>The roles and schemas that an administrator lays before anything is migrated.</summary>
    public static Task EnsureAsync(string administrative) => DatabaseRoles.EnsureAsync(administrative, CancellationToken.None);
}
