using Xunit;

namespace IpNetwork.Architecture.Tests.Documents;

public sealed class TraceabilityTests
{
    [Fact]
    public void The_trace_from_rules_to_tests_is_up_to_date()
    {
        var text = Traceability.Write(Traceability.Known, Traceability.Carried(Repository.Sources("tests", ".cs").Where(file => !file.Path.EndsWith("TraceabilityTests.cs", StringComparison.Ordinal))));
        var path = Path.Combine(Repository.Root, Traceability.Document);
        if (Environment.GetEnvironmentVariable("IPNETWORK_WRITE_TRACE") == "1")
        {
            File.WriteAllText(path, text);
        }

        Assert.True(File.Exists(path) && File.ReadAllText(path) == text, $"{Traceability.Document} is stale. Write it anew with: {Traceability.Command}");
    }

    [Fact]
    public void A_marked_test_appears_under_its_rule()
    {
        var carried = Traceability.Carried([new("tests/IpNetwork.App.Tests/Nodes/MoveTests.cs", """
            public sealed class MoveTests
            {
                [Fact]
                [Trait("Rule", "NET-03")]
                public async Task A_park_moves_to_another_city()
                {
                }

                [Fact]
                public void Nothing_else()
                {
                }
            }
            """)]);

        Assert.Equal("App.Tests · MoveTests: A park moves to another city", Assert.Single(carried["NET-03"]));
        Assert.Contains("| NET-03 |", Traceability.Write(["NET-03", "NET-04"], carried), StringComparison.Ordinal);
        Assert.Contains("- NET-04", Traceability.Write(["NET-03", "NET-04"], carried), StringComparison.Ordinal);
    }
}
