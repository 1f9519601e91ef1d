using IpNetwork.Domain.Kernel;
using IpNetwork.Domain.Nodes;
using IpNetwork.Domain.Tests.Vectors;
using Xunit;
using static IpNetwork.Domain.Kernel.NodeKind;

namespace IpNetwork.Domain.Tests.Nodes;

public sealed class NodeTests
{
    private readonly Node province = Given.Province();
    private readonly Node mianyang;
    private readonly Node deyang;
    private readonly Node county;

    public NodeTests()
    {
        mianyang = Given.City(province);
        deyang = Given.City(province, 5106, "510600");
        county = Given.Node(County, 722, mianyang);
    }

    [Fact]
    [Trait("Rule", "NET-01")]
    public void A_founded_node_knows_its_place_in_the_network()
    {
        Assert.Equal(("/51/5107/722/", new NodeId(51), (NodeId?)mianyang.Id), (county.Path, county.NetworkId, county.ParentId));
        Assert.Equal(("/51/", new NodeId(51), (NodeId?)null), (province.Path, province.NetworkId, province.ParentId));
        Assert.Equal((NodeStatus.Qualified, false), (county.Status, county.IsOpenToPublic));
    }

    [Fact]
    [Trait("Rule", "NET-07")]
    public void Its_founding_is_the_first_line_of_its_history()
    {
        var entry = Given.Founded(County, 723, mianyang).Value.Entry;

        Assert.Equal((NodeAspect.Founding, null, "地名723"), (entry.Aspect, entry.OldText, entry.NewText));
        Assert.Equal((new NodeId(723), "川府函〔2026〕8号", Given.Officer), (entry.NodeId, entry.DocumentNumber, entry.RecordedBy));
    }

    [Fact]
    [Trait("Rule", "NET-01")]
    public void Everything_wrong_with_a_founding_is_said_at_once()
    {
        var founding = Given.Founding(County, 724) with
        {
            Slug = "api",
            HostName = "http://a",
            Names = new() { PlaceName = " ", ShortName = new('长', 101), DivisionCode = "5107２2" },
        };

        var outcome = Node.Found(founding, null, Given.Order("2021-12-31", reason: "", document: new('号', 101)));

        Assert.Equal(
            ["SLUG_RESERVED", "EMPTY", "TEXT_TOO_LONG", "BAD_DIVISION_CODE", "BAD_HOST_NAME", "INVALID_PARENT", "BAD_DATE", "REASON_REQUIRED", "TEXT_TOO_LONG"],
            outcome.Refusals.Select(refusal => refusal.Code));
    }

    [Fact]
    [Trait("Rule", "NET-01")]
    public void A_move_takes_the_node_and_leaves_its_old_place_readable()
    {
        var entries = county.Move(deyang, Given.Order(), "510604").Value;

        Assert.Equal((deyang.Id, "/51/5106/722/", "510604"), (county.ParentId, county.Path, county.DivisionCode));
        Assert.Equal(
            [(NodeAspect.DivisionCode, "510722", "510604"), (NodeAspect.Parent, "5107", "5106"), (NodeAspect.Path, "/51/5107/722/", "/51/5106/722/")],
            entries.Select(entry => (entry.Aspect, entry.OldText, entry.NewText)));
        Assert.Equal(Given.Now, county.UpdatedAt);
    }

    [Fact]
    [Trait("Rule", "NET-01")]
    public void The_nodes_below_a_moved_one_follow_it()
    {
        var workstation = Given.Node(Workstation, 9, county);
        var from = county.PathValue();
        county.Move(deyang, Given.Order(), "510604");

        var entry = workstation.Follow(from, county.PathValue(), Given.Order());

        Assert.Equal("/51/5106/722/9/", workstation.Path);
        Assert.Equal((NodeAspect.Path, "/51/5107/722/9/", "/51/5106/722/9/"), (entry.Aspect, entry.OldText, entry.NewText));
        Assert.Throws<ArgumentException>(() => workstation.Follow(from, county.PathValue(), Given.Order()));
    }

    [Fact]
    [Trait("Rule", "NET-01")]
    public void A_move_to_where_it_may_not_stand_is_refused()
    {
        var zhejiang = Given.Node(Province, 33, null, "510000");
        var gone = Given.Node(County, 730, mianyang);
        var workstation = Given.Node(Workstation, 9, county);
        gone.Merge(county, hasChildren: false, Given.Order());

        RefusesMove(county, deyang);
        RefusesMove(county, province);
        RefusesMove(county, county);
        RefusesMove(county, workstation);
        RefusesMove(province, zhejiang);
        RefusesMove(mianyang, zhejiang);
        RefusesMove(workstation, gone);
        Assert.Contains(county.Move(workstation, Given.Order()).Refusals, refusal => refusal.Message.Contains("循环", StringComparison.Ordinal));
        Assert.Equal("/51/5107/722/", county.Path);
        Assert.Equal("NOTHING_CHANGES", Assert.Single(county.Move(mianyang, Given.Order()).Refusals).Code);
    }

    [Fact]
    [Trait("Rule", "NET-01")]
    public void A_node_cannot_be_founded_under_one_that_is_gone()
    {
        var gone = Given.Node(County, 730, mianyang);
        gone.Merge(county, hasChildren: false, Given.Order());

        Assert.Equal("INVALID_PARENT", Assert.Single(Given.Founded(Workstation, 9, gone).Refusals).Code);
    }

    public static TheoryData<string, string?, string?, string> BadOrders() => new()
    {
        { "2021-12-31", "更名", "川府函〔2026〕8号", "BAD_DATE" },
        { "2026-11-21", "更名", "川府函〔2026〕8号", "BAD_DATE" },
        { "2026-11-20", " ", "川府函〔2026〕8号", "REASON_REQUIRED" },
        { "2026-11-20", null, "川府函〔2026〕8号", "REASON_REQUIRED" },
        { "2026-11-20", "更名", "", "DOCUMENT_REQUIRED" },
        { "2026-11-20", new string('长', 501), "川府函〔2026〕8号", "TEXT_TOO_LONG" },
    };

    [Theory]
    [Trait("Rule", "NET-07")]
    [MemberData(nameof(BadOrders))]
    public void No_verb_works_without_date_reason_and_document(string effectiveOn, string? reason, string? document, string code)
    {
        var order = Given.Order(effectiveOn, reason, document);
        var other = Given.Node(County, 731, mianyang);
        var operating = Operating(732);
        var suspended = Operating(733);
        suspended.Suspend(Days.Of("2026-12-31"), Given.Order());

        Refusal[][] answers =
        [
            [.. county.Move(deyang, order, "510604").Refusals],
            [.. county.Rename(Given.Names("新名", "510722"), mianyang, order).Refusals],
            [.. county.Merge(other, hasChildren: false, order).Refusals],
            [.. county.Operate(null, order).Refusals],
            [.. operating.Suspend(Days.Of("2026-12-31"), order).Refusals],
            [.. suspended.Resume(order).Refusals],
        ];

        Assert.All(answers, refusals => Assert.Equal(code, Assert.Single(refusals).Code));
    }

    [Fact]
    [Trait("Rule", "NET-07")]
    public void The_day_of_founding_and_today_are_both_in_time()
    {
        Assert.True(county.Rename(Given.Names("甲", "510722"), mianyang, Given.Order("2022-01-01")).IsDone);
        Assert.True(county.Rename(Given.Names("乙", "510722"), mianyang, Given.Order("2026-11-20")).IsDone);
    }

    [Fact]
    [Trait("Rule", "NET-07")]
    public void A_rename_keeps_the_old_names_readable()
    {
        var decreed = OfficialName.ByDecree("四川省安州知识产权公共服务平台", "川知促发〔2026〕3号", "撤县设区", "省中心", Sichuan.Rules).Value;

        var entries = county.Rename(Given.Names("安州区", "510705", decreed) with { ShortName = "安州" }, mianyang, Given.Order()).Value;

        Assert.Equal(
            [
                (NodeAspect.PlaceName, "地名722", "安州区"),
                (NodeAspect.ShortName, "地名722", "安州"),
                (NodeAspect.OfficialName, null, "四川省安州知识产权公共服务平台"),
                (NodeAspect.OfficialNameRule, null, "NAM-08"),
                (NodeAspect.OfficialNameDocument, null, "川知促发〔2026〕3号"),
                (NodeAspect.DivisionCode, "510722", "510705"),
            ],
            entries.Select(entry => (entry.Aspect, entry.OldText, entry.NewText)));
        Assert.Equal(("NAM-08", "川知促发〔2026〕3号"), (county.OfficialNameRule, county.OfficialNameDocument));
    }

    [Fact]
    [Trait("Rule", "NET-07")]
    public void A_rename_into_another_citys_division_or_to_the_same_name_is_refused()
    {
        Assert.Equal("INVALID_PARENT", Assert.Single(county.Rename(Given.Names("新名", "510604"), mianyang, Given.Order()).Refusals).Code);
        Assert.Equal("NOTHING_CHANGES", Assert.Single(county.Rename(Given.Names("地名722", "510722"), mianyang, Given.Order()).Refusals).Code);
        Assert.Throws<ArgumentException>(() => county.Rename(Given.Names("新名", "510722"), deyang, Given.Order()));
    }

    [Fact]
    [Trait("Rule", "NET-07")]
    public void A_merged_node_points_to_the_one_that_carries_on()
    {
        var entries = county.Merge(mianyang, hasChildren: false, Given.Order()).Value;

        Assert.Equal((NodeStatus.Merged, mianyang.Id), (county.Status, county.MergedInto));
        Assert.Equal(
            [(NodeAspect.Status, "Qualified", "Merged"), (NodeAspect.MergedInto, null, "5107")],
            entries.Select(entry => (entry.Aspect, entry.OldText, entry.NewText)));
    }

    [Fact]
    [Trait("Rule", "NET-07")]
    public void A_merged_node_does_nothing_more()
    {
        county.Merge(mianyang, hasChildren: false, Given.Order());

        Assert.Equal("WRONG_NODE_STATUS", Assert.Single(county.Move(deyang, Given.Order(), "510604").Refusals).Code);
        Assert.Equal("WRONG_NODE_STATUS", Assert.Single(county.Rename(Given.Names("新名", "510722"), mianyang, Given.Order()).Refusals).Code);
        Assert.Equal("WRONG_NODE_STATUS", Assert.Single(county.Merge(deyang, hasChildren: false, Given.Order()).Refusals).Code);
    }

    [Fact]
    [Trait("Rule", "NET-07")]
    public void A_merge_that_leaves_something_hanging_is_refused()
    {
        var gone = Given.Node(County, 730, mianyang);
        gone.Merge(county, hasChildren: false, Given.Order());
        var elsewhere = Given.Province(33);

        Assert.Equal("NODE_HAS_CHILDREN", Assert.Single(mianyang.Merge(deyang, hasChildren: true, Given.Order()).Refusals).Code);
        Assert.All(
            new[] { county.Merge(county, false, Given.Order()), county.Merge(gone, false, Given.Order()), county.Merge(elsewhere, false, Given.Order()), province.Merge(county, false, Given.Order()) },
            outcome => Assert.Equal("CANNOT_MERGE", Assert.Single(outcome.Refusals).Code));
    }

    [Fact]
    [Trait("Rule", "NET-07")]
    public void A_node_opens_is_suspended_and_returns_to_what_it_was()
    {
        Assert.Equal(
            [(NodeAspect.Status, "Operating"), (NodeAspect.PlatedOn, "2023-12-15")],
            county.Operate(Days.Of("2023-12-15"), Given.Order()).Value.Select(entry => (entry.Aspect, entry.NewText)));
        Assert.True(county.IsOpenToPublic);

        Assert.True(county.Suspend(Days.Of("2026-12-31"), Given.Order()).IsDone);
        Assert.Equal((NodeStatus.Suspended, Days.Of("2026-12-31")), (county.Status, county.SuspendedUntil));

        Assert.True(county.Resume(Given.Order()).IsDone);
        Assert.Equal((NodeStatus.Operating, (DateOnly?)null, (NodeStatus?)null), (county.Status, county.SuspendedUntil, county.SuspendedFrom));
    }

    [Theory]
    [Trait("Rule", "NET-07")]
    [InlineData(NodeStatus.Qualified, "Operate")]
    [InlineData(NodeStatus.Operating, "Suspend")]
    [InlineData(NodeStatus.Suspended, "Resume")]
    [InlineData(NodeStatus.Merged, "")]
    public void Each_status_allows_its_own_verbs_only(NodeStatus status, string allowed)
    {
        var verbs = new Dictionary<string, Func<Node, Outcome<NodeHistoryEntry[]>>>
        {
            ["Operate"] = node => node.Operate(null, Given.Order()),
            ["Suspend"] = node => node.Suspend(Days.Of("2026-12-31"), Given.Order()),
            ["Resume"] = node => node.Resume(Given.Order()),
        };

        Assert.All(verbs, verb => Assert.Equal(
            verb.Key == allowed ? [] : ["WRONG_NODE_STATUS"],
            verb.Value(In(status)).Refusals.Select(refusal => refusal.Code)));
    }

    [Fact]
    [Trait("Rule", "NET-07")]
    public void Dates_that_run_backwards_are_refused()
    {
        Assert.Equal("BAD_DATE", Assert.Single(county.Operate(Days.Of("2021-12-31"), Given.Order()).Refusals).Code);
        Assert.Equal("BAD_DATE", Assert.Single(Operating(740).Suspend(Days.Of("2026-11-19"), Given.Order()).Refusals).Code);
    }

    private Node Operating(int id)
    {
        var node = Given.Node(County, id, mianyang);
        node.Operate(null, Given.Order());
        return node;
    }

    private Node In(NodeStatus status)
    {
        var node = status == NodeStatus.Qualified || status == NodeStatus.Merged ? Given.Node(County, 750, mianyang) : Operating(750);
        if (status == NodeStatus.Suspended)
        {
            node.Suspend(Days.Of("2026-12-31"), Given.Order());
        }

        if (status == NodeStatus.Merged)
        {
            node.Merge(mianyang, hasChildren: false, Given.Order());
        }

        return node;
    }

    private static void RefusesMove(Node node, Node parent) =>
        Assert.All(node.Move(parent, Given.Order()).Refusals.DefaultIfEmpty(new("NONE", "")), refusal => Assert.Equal("INVALID_PARENT", refusal.Code));
}
