using System.Text.RegularExpressions;
using Xunit;

namespace IpNetwork.Architecture.Tests.Sources;

/// <summary>No string becomes SQL and nobody lifts the node filter, but where this list says why.</summary>
public sealed partial class RawSqlTests
{
    private static readonly Dictionary<string, string> Reasons = new()
    {
        ["src/IpNetwork.App/Data/ChangeListener.cs"] = "LISTEN on a constant channel and on one it makes up to hear itself; EF has no word for it",
        ["src/IpNetwork.App/Data/ContextOnReads.cs"] = "recognises the context statement it put in front of a read",
        ["src/IpNetwork.App/Data/ContextOnTransactions.cs"] = "sets the context as the first statement of a transaction",
        ["src/IpNetwork.App/Data/ContextSettings.cs"] = "the one place that names the context, with parameters",
        ["src/IpNetwork.App/Data/NamedLock.cs"] = "advisory lock on a name, with a parameter",
        ["src/IpNetwork.App/Data/Sealing/EventStream.cs"] = "copies events out in binary form to hash them; COPY takes no parameters, so only numbers go in",
        ["src/IpNetwork.App/Data/Sealing/SealTable.cs"] = "reads events and writes seals of all networks as dispatch, with parameters",
        ["src/IpNetwork.App/Data/Trail/DueSweep.cs"] = "finds what has fallen due at all nodes as dispatch, with parameters",
        ["src/IpNetwork.App/Data/TreeWriter.cs"] = "walks the context from node to node inside one transaction, so that the tree is never half moved",
        ["src/IpNetwork.App/Data/UnitOfWork.cs"] = "advisory lock on a creation key and NOTIFY, both with parameters",
        ["src/IpNetwork.App/Data/Walls.cs"] = "writes policies and grants from the model; runs as owner in migrate",
        ["src/IpNetwork.App/Deployment/DatabaseRoles.cs"] = "lays roles and schemas from constants as administrator",
        ["src/IpNetwork.App/Deployment/DevelopmentDatabase.cs"] = "creates the developer's database under a constant name",
        ["src/IpNetwork.App/Deployment/DurabilityCheck.cs"] = "asks the server for three settings; no tenant data",
        ["src/IpNetwork.App/Deployment/Migration.cs"] = "applies the walls as owner",
        ["src/IpNetwork.App/Deployment/QuartzSchema.cs"] = "runs the scheduler's own script as owner",
        ["src/IpNetwork.App/Outbox/OutboxTable.cs"] = "claims and marks messages of all nodes as dispatch, with parameters",
        ["src/IpNetwork.App/Provinces/Applying/ApplyPack.cs"] = "advisory lock so that one pack is applied at a time, with a parameter",
        ["src/IpNetwork.App/Site/Health.cs"] = "asks each role's database whether it answers; no tenant data",
        ["src/IpNetwork.App/Staff/MyMemberships.cs"] = "a person's own memberships across nodes; the row policy on app.person is the wall",
        ["src/IpNetwork.LocalPostgres/Server.cs"] = "asks a private server for its settings; no tenant data",
        ["src/IpNetwork.SignOn/SignIn/Throttling.cs"] = "counts guesses in schema signon in one statement, with parameters",
        ["src/IpNetwork.SignOn/SignOnDatabase.cs"] = "advisory lock around the migration of schema signon",
    };

    [Fact]
    public void Raw_SQL_and_lifted_filters_stand_only_where_a_reason_is_written()
    {
        var found = LinePatterns.Find(Repository.Sources("src", ".cs", ".razor"), Forbidden());

        Assert.DoesNotContain(found, finding => !Reasons.ContainsKey(LinePatterns.PathOf(finding)));
    }

    [Fact]
    public void A_reason_that_is_no_longer_needed_is_struck_out()
    {
        var used = LinePatterns.Find(Repository.Sources("src", ".cs", ".razor"), Forbidden()).Select(LinePatterns.PathOf).ToHashSet();

        Assert.DoesNotContain(Reasons.Keys, path => !used.Contains(path) && !MayBeSilent(path));
    }

    [Theory]
    [InlineData("db.Set<X>().IgnoreQueryFilters()")]
    [InlineData("db.Set<X>().FromSqlRaw(sql)")]
    [InlineData("db.Set<X>().FromSql($\"select\")")]
    [InlineData("db.Database.ExecuteSqlRawAsync(sql)")]
    [InlineData("db.Database.ExecuteSqlInterpolated($\"x\")")]
    [InlineData("db.Database.SqlQueryRaw<int>(sql)")]
    [InlineData("new NpgsqlCommand(sql, connection)")]
    [InlineData("source.CreateCommand(sql)")]
    [InlineData("new NpgsqlBatch(connection)")]
    [InlineData("connection.BeginTextExport(\"copy\")")]
    [InlineData("connection.BeginRawBinaryCopyAsync(sql)")]
    [InlineData("command.CommandText = sql")]
    [InlineData("\"select set_config('app.node', '1', false)\"")]
    public void Raw_SQL_is_recognised(string line) => Assert.Matches(Forbidden(), line);

    // Walls builds its statements from constants without any of the words; it stays listed because a reader looks for it here.
    private static bool MayBeSilent(string path) => path.EndsWith("/Walls.cs", StringComparison.Ordinal);

    [GeneratedRegex(@"IgnoreQueryFilters|FromSql|ExecuteSql|SqlQuery|NpgsqlCommand|NpgsqlBatch|CreateCommand|CreateBatch|CommandText\s*=[^=]|Begin(Raw)?(Binary|Text)(Import|Export|Copy)|set_config|set\s+(local\s+)?app\.")]
    private static partial Regex Forbidden();
}
