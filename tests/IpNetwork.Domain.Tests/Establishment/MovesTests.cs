using IpNetwork.Domain.Establishment;
using Xunit;
using static IpNetwork.Domain.Establishment.ApplicationAct;
using static IpNetwork.Domain.Establishment.ApplicationStatus;

namespace IpNetwork.Domain.Tests.Establishment;

/// <summary>The whole table: each state with each act, as it is written in the rules.</summary>
public sealed class MovesTests
{
    private static readonly Dictionary<ApplicationStatus, (ApplicationAct Act, ApplicationStatus To)[]> Written = new()
    {
        [Draft] = [(Write, Draft), (Submit, Submitted), (Withdraw, Withdrawn)],
        [Submitted] = [(GiveOpinion, Submitted), (Return, Returned), (BeginAssessment, UnderAssessment), (Withdraw, Withdrawn)],
        [Returned] = [(Write, Returned), (Submit, Submitted), (Withdraw, Withdrawn)],
        [UnderAssessment] =
        [
            (GiveOpinion, UnderAssessment), (RecordAssessment, UnderAssessment), (ProposeDecision, UnderAssessment), (SendBackProposal, UnderAssessment),
            (Include, InBuildPlan), (Reject, Rejected), (Withdraw, Withdrawn),
        ],
        [InBuildPlan] = [(ReportProgress, Building), (Extend, InBuildPlan), (ChangeBuilders, InBuildPlan), (Withdraw, Withdrawn)],
        [Building] = [(ReportProgress, Building), (Extend, Building), (ChangeBuilders, Building), (RequestAcceptance, AcceptanceRequested), (Withdraw, Withdrawn)],
        [AcceptanceRequested] = [(Inspect, AcceptanceRequested), (SendBackInspection, AcceptanceRequested), (SendBackToBuilding, Building), (Accept, Accepted)],
        [Rejected] = [],
        [Withdrawn] = [],
        [Accepted] = [],
    };

    public static TheoryData<ApplicationStatus, ApplicationAct> Everything()
    {
        var data = new TheoryData<ApplicationStatus, ApplicationAct>();
        foreach (var status in Enum.GetValues<ApplicationStatus>())
        {
            foreach (var act in Enum.GetValues<ApplicationAct>())
            {
                data.Add(status, act);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Everything))]
    [Trait("Rule", "APP-10")]
    public void An_act_leads_where_the_table_says_and_nowhere_else(ApplicationStatus from, ApplicationAct act)
    {
        ApplicationStatus? to = Written[from].Any(move => move.Act == act) ? Written[from].Single(move => move.Act == act).To : null;

        var outcome = ApplicationMoves.After(from, act);

        Assert.Equal(to, outcome.IsDone ? outcome.Value : null);
        Assert.Equal(to is not null, ApplicationMoves.Allows(from, act));
    }

    [Fact]
    [Trait("Rule", "ACC-01")]
    public void Acceptance_before_any_progress_is_refused_by_name() =>
        Assert.Equal("NO_PROGRESS", ApplicationMoves.After(InBuildPlan, RequestAcceptance).Refusals.Single().Code);

    [Fact]
    [Trait("Rule", "APP-10")]
    public void A_forbidden_act_names_the_state_and_the_act()
    {
        var refusal = ApplicationMoves.After(Rejected, Submit).Refusals.Single();

        Assert.Equal("WRONG_APPLICATION_STATUS", refusal.Code);
        Assert.Contains("“未纳入”", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("提交", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Draft, true)]
    [InlineData(Returned, true)]
    [InlineData(AcceptanceRequested, true)]
    [InlineData(Accepted, false)]
    [InlineData(Rejected, false)]
    [InlineData(Withdrawn, false)]
    [Trait("Rule", "APP-10")]
    public void An_application_occupies_its_node_until_it_has_ended(ApplicationStatus status, bool isOpen) => Assert.Equal(isOpen, status.IsOpen());
}
