using Xunit;

namespace IpNetwork.App.Tests.Isolation;

[Collection(Walled.Name)]
public sealed class ProbeTests(WalledDatabase database)
{
    public static TheoryData<string, string> ProbesOnTables
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var table in WalledDatabase.TableNames(WalledDatabase.Model))
            {
                foreach (var probe in Probes.All)
                {
                    data.Add(probe.ToString(), table);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(ProbesOnTables))]
    [Trait("Rule", "NET-07")]
    public Task A_way_round_the_wall_is_closed(string probe, string table) =>
        Probes.All.Single(p => p.ToString() == probe).TryAsync(database.ConnectionString, database.Tables[table]);
}
