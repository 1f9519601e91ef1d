using IpNetwork.Domain.Kernel;
using IpNetwork.Domain.Nodes;
using Xunit;
using static IpNetwork.Domain.Kernel.NodeKind;

namespace IpNetwork.Domain.Tests.Nodes;

[Trait("Rule", "NET-01")]
public sealed class NodePlacementTests
{
    private static readonly NodePath UnderProvince = NodePath.Root(new(51)).Child(new(5107));

    public static TheoryData<NodeKind, NodeKind, bool> KindsByParents() => new()
    {
        { Province, Province, false }, { Province, City, false }, { Province, KeyPark, false }, { Province, County, false }, { Province, Workstation, false },
        { City, Province, true }, { City, City, false }, { City, KeyPark, false }, { City, County, false }, { City, Workstation, false },
        { KeyPark, Province, false }, { KeyPark, City, true }, { KeyPark, KeyPark, false }, { KeyPark, County, false }, { KeyPark, Workstation, false },
        { County, Province, false }, { County, City, true }, { County, KeyPark, false }, { County, County, false }, { County, Workstation, false },
        { Workstation, Province, false }, { Workstation, City, true }, { Workstation, KeyPark, true }, { Workstation, County, true }, { Workstation, Workstation, false },
    };

    [Theory]
    [MemberData(nameof(KindsByParents))]
    public void Each_kind_stands_only_under_its_own_parents(NodeKind kind, NodeKind parent, bool allowed) => Assert.Equal(
        allowed ? [] : ["INVALID_PARENT"],
        NodePlacement.Check(kind, "510722", new(parent, "510700", UnderProvince)).Refusals.Select(refusal => refusal.Code));

    [Theory]
    [InlineData(Province, true)]
    [InlineData(City, false)]
    [InlineData(KeyPark, false)]
    [InlineData(County, false)]
    [InlineData(Workstation, false)]
    public void Only_a_province_stands_without_parent(NodeKind kind, bool allowed)
    {
        var outcome = NodePlacement.Check(kind, "510000", null);

        Assert.Equal(allowed, outcome.IsDone);
        Assert.All(outcome.Refusals, refusal => Assert.Equal(("INVALID_PARENT", "parent", RefusalKind.Input), (refusal.Code, refusal.Field, refusal.Kind)));
    }

    [Theory]
    [InlineData(City, Province, "510700", "510000", true)]
    [InlineData(City, Province, "330100", "510000", false)]
    [InlineData(County, City, "510722", "510700", true)]
    [InlineData(County, City, "510604", "510700", false)]
    [InlineData(KeyPark, City, "510600", "510700", false)]
    [InlineData(Workstation, City, "510604", "510700", false)]
    [InlineData(Workstation, County, "510704", "510722", true)]
    [InlineData(Workstation, KeyPark, "510604", "510700", false)]
    public void A_node_stands_inside_its_parents_territory(NodeKind kind, NodeKind parent, string code, string parentCode, bool allowed)
    {
        var outcome = NodePlacement.Check(kind, code, new(parent, parentCode, UnderProvince));

        Assert.Equal(allowed ? [] : ["INVALID_PARENT"], outcome.Refusals.Select(refusal => refusal.Code));
    }

    [Fact]
    public void A_fifth_level_is_refused()
    {
        var third = UnderProvince.Child(new(510722));
        var fourth = third.Child(new(9001));

        Assert.True(NodePlacement.Check(Workstation, "510722", new(County, "510722", third)).IsDone);
        Assert.Equal("INVALID_PARENT", Assert.Single(NodePlacement.Check(Workstation, "510722", new(County, "510722", fourth)).Refusals).Code);
    }
}
