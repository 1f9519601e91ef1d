using IpNetwork.Domain.Kernel;
using IpNetwork.Domain.Plates;
using Xunit;

namespace IpNetwork.Domain.Tests.Plates;

public sealed class PlateProposalTests
{
    [Theory]
    [Trait("Rule", "PLT-01")]
    [InlineData(NodeStatus.Qualified, "")]
    [InlineData(NodeStatus.Operating, "NOT_QUALIFIED")]
    [InlineData(NodeStatus.Rectifying, "NOT_QUALIFIED")]
    [InlineData(NodeStatus.Suspended, "NOT_QUALIFIED")]
    [InlineData(NodeStatus.Delisted, "NOT_QUALIFIED")]
    [InlineData(NodeStatus.Merged, "NOT_QUALIFIED")]
    public void A_platforms_plate_is_for_a_qualified_node(NodeStatus status, string code) =>
        Assert.Equal(code, Given.Code(PlateProposal.Prepare(Given.Draft(), Given.Node(status), Given.Empty, [], Given.Assessor)));

    [Theory]
    [Trait("Rule", "ACC-03")]
    [InlineData(NodeStatus.Qualified, "NODE_NOT_OPERATING")]
    [InlineData(NodeStatus.Operating, "")]
    [InlineData(NodeStatus.Rectifying, "")]
    [InlineData(NodeStatus.Suspended, "NODE_NOT_OPERATING")]
    [InlineData(NodeStatus.Delisted, "NODE_NOT_OPERATING")]
    [InlineData(NodeStatus.Merged, "NODE_NOT_OPERATING")]
    public void A_function_is_awarded_where_the_node_operates(NodeStatus status, string code) =>
        Assert.Equal(code, Given.Code(PlateProposal.Prepare(Given.Branch(), Given.Node(status), Given.Empty, [], Given.Assessor)));

    [Fact]
    [Trait("Rule", "PLT-01")]
    public void The_second_person_gives_it_number_and_day()
    {
        var proposal = Given.Prepared();

        var plate = proposal.Approve("同意", Given.Node(), Given.Empty, new() { Pattern = "SC-{kind}-{serial:000}" }, Given.Leader).Value;

        Assert.Equal(("SC-C-001", Given.Text, PlateStatus.Valid, Given.Today), (plate.Number, plate.Text, plate.Status, plate.IssuedOn));
        Assert.Equal((ProposalState.Approved, "SC-C-001", "周明远"), (proposal.State, proposal.Number, proposal.DecidedByName));
        Assert.Equal("挂牌", Assert.Single(plate.History.Changes).Says);
    }

    [Fact]
    [Trait("Rule", "NAM-08")]
    public void Nobody_approves_what_they_prepared()
    {
        var refused = Given.Prepared().Approve(null, Given.Node(), Given.Empty, new(), Given.Assessor with { Name = "同一个人" });

        Assert.Equal("SAME_PERSON", Given.Code(refused));
    }

    [Fact]
    public void What_is_decided_is_not_decided_again()
    {
        var declined = Given.Prepared();
        Assert.Equal("REASON_REQUIRED", Given.Code(declined.Decline(" ", Given.Leader)));
        Assert.True(declined.Decline("文字不对", Given.Leader).IsDone);

        Assert.Equal("ALREADY_DECIDED", Given.Code(declined.Approve(null, Given.Node(), Given.Empty, new(), Given.Leader)));
        Assert.Equal("ALREADY_DECIDED", Given.Code(declined.Decline("再退", Given.Leader)));
        Assert.Equal("ALREADY_DECIDED", Given.Code(declined.Withdraw(Given.Assessor)));
    }

    [Fact]
    [Trait("Rule", "PLT-04")]
    public void The_same_words_hang_once_in_a_province()
    {
        var register = new PlateRegister([Given.Hanging(node: Given.Node(id: 5199))]);

        Assert.Equal("PLATE_DUPLICATE", Given.Code(PlateProposal.Prepare(Given.Draft(), Given.Node(), register, [], Given.Assessor)));
        Assert.Equal("PLATE_DUPLICATE", Given.Code(Given.Prepared().Approve(null, Given.Node(), register, new(), Given.Leader)));
    }

    [Fact]
    [Trait("Rule", "PLT-04")]
    public void The_words_of_a_plate_that_came_down_are_free_again()
    {
        var plate = Given.Hanging(node: Given.Node(id: 5199));
        Assert.True(new NodePlates([plate]).TakeDown(Given.Order()).IsDone);

        var second = Given.Prepared().Approve(null, Given.Node(), new([plate]), new(), Given.Leader).Value;

        Assert.NotEqual(plate.Number, second.Number);
    }

    [Theory]
    [Trait("Rule", "PLT-01")]
    [InlineData("2026-02-28")]
    [InlineData("2026-11-21")]
    public void A_plate_hangs_neither_before_the_founding_nor_tomorrow(string day) =>
        Assert.Equal("BAD_DATE", Given.Code(PlateProposal.Prepare(Given.Draft(on: DateOnly.ParseExact(day, "yyyy-MM-dd")), Given.Node(), Given.Empty, [], Given.Assessor)));

    [Fact]
    public void A_node_has_one_open_proposal_of_a_kind() =>
        Assert.Equal("PROPOSAL_OPEN", Given.Code(PlateProposal.Prepare(Given.Draft(), Given.Node(), Given.Empty, [Given.Prepared()], Given.Assessor)));

    [Fact]
    [Trait("Rule", "PLT-05")]
    public void One_function_is_awarded_once_at_a_node_and_others_beside_it()
    {
        var node = Given.Node(NodeStatus.Operating);
        var register = new PlateRegister([Given.Hanging(Given.Branch())]);

        Assert.Equal("FUNCTION_TAKEN", Given.Code(PlateProposal.Prepare(Given.Branch(text: "另一个名字"), node, register, [], Given.Assessor)));
        Assert.True(PlateProposal.Prepare(Given.Branch("知识产权运营", text: "四川省知识产权运营中心绵阳分中心"), node, register, [], Given.Assessor).IsDone);
        Assert.True(PlateProposal.Prepare(Given.Branch(text: "另一个名字"), Given.Node(NodeStatus.Operating, 5106), register, [], Given.Assessor).IsDone);
    }

    [Fact]
    [Trait("Rule", "PLT-05")]
    public void A_suspended_function_is_still_taken()
    {
        var (platform, function) = (Given.Hanging(), Given.Hanging(Given.Branch()));
        Assert.True(new NodePlates([platform, function]).TakeDown(Given.Order()).IsDone);

        Assert.Equal("FUNCTION_TAKEN", Given.Code(PlateProposal.Prepare(Given.Branch(text: "另一个名字"), Given.Node(NodeStatus.Operating), new([platform, function]), [], Given.Assessor)));
    }

    [Theory]
    [Trait("Rule", "PLT-05")]
    [InlineData("12510100450700012M", "知识产权保护", "BAD_USCC")]
    [InlineData("12510100450700012L", "广告", "UNKNOWN_VALUE")]
    public void The_work_body_is_who_it_says_and_the_function_one_of_the_provinces(string uscc, string function, string code) =>
        Assert.Equal(code, Given.Code(PlateProposal.Prepare(Given.Branch(function, uscc), Given.Node(NodeStatus.Operating), Given.Empty, [], Given.Assessor)));

    [Fact]
    [Trait("Rule", "NET-07")]
    public void A_renamed_node_that_operates_gets_a_plate_in_place_of_the_old_one()
    {
        var old = Given.Hanging();
        Assert.True(new NodePlates([old]).End(PlateEnding.Renaming, Given.Order(evidence: null)).IsDone);

        var next = PlateProposal.Prepare(Given.Draft("四川省（绵州）知识产权公共服务平台"), Given.Node(NodeStatus.Operating), new([old]), [], Given.Assessor);

        Assert.True(next.IsDone);
    }
}
