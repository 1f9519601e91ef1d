using IpNetwork.Domain.Kernel;
using IpNetwork.Domain.Staff;
using IpNetwork.Domain.Tests.Vectors;
using Xunit;

namespace IpNetwork.Domain.Tests.Staff;

public sealed class MembershipTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 2, 0, 0, TimeSpan.Zero);
    private static readonly PersonId Li = new(new Guid("0199a1b2-0000-7000-8000-000000000002"));

    public static TheoryData<NodeKind, string> RolesByKind()
    {
        const string node = "Manager WindowClerk BackOffice CatalogEditor ComplaintOfficer Auditor";
        return new()
        {
            { NodeKind.Province, "Leader Assessor CatalogManager SupervisionOfficer ComplaintOfficer Auditor SystemAdmin SecurityAdmin AuditAdmin" },
            { NodeKind.City, node },
            { NodeKind.KeyPark, node },
            { NodeKind.County, node },
            { NodeKind.Workstation, node },
        };
    }

    [Theory]
    [Trait("Rule", "SSO-02")]
    [MemberData(nameof(RolesByKind))]
    public void Each_kind_of_node_has_its_own_roles(NodeKind kind, string roles)
    {
        var granted = Enum.GetValues<Role>().Where(role => Membership.Grant(Asked(role), kind, [], Now).IsDone);

        Assert.Equal(roles.Split(' ').Order(), granted.Select(role => role.ToString()).Order());
        Assert.All(Enum.GetValues<Role>().Where(role => !role.IsHeldAt(kind)), role =>
            Assert.Equal("ROLE_NOT_FOR_KIND", Assert.Single(Membership.Grant(Asked(role), kind, [], Now).Refusals).Code));
    }

    [Fact]
    [Trait("Rule", "SSO-02")]
    public void No_two_roles_are_called_the_same_in_Chinese()
    {
        var words = Enum.GetValues<Role>().Select(role => role.Chinese()).ToArray();

        Assert.Equal(words.Length, words.Distinct().Count());
    }

    [Theory]
    [Trait("Rule", "SSO-02")]
    [InlineData("2026-02-28", false)]
    [InlineData("2026-03-01", true)]
    [InlineData("2026-03-31", true)]
    [InlineData("2026-04-01", false)]
    public void A_membership_holds_from_its_first_day_through_its_last(string day, bool active)
    {
        var membership = Granted(Role.Manager, "2026-03-01", "2026-03-31");

        Assert.Equal(active, membership.IsActiveOn(Days.Of(day)));
        Assert.Equal(active || day == "2026-04-01", Granted(Role.Manager, "2026-03-01", null).IsActiveOn(Days.Of(day)));
    }

    [Fact]
    [Trait("Rule", "SSO-02")]
    public void One_person_serves_in_several_nodes_and_roles()
    {
        var first = Granted(Role.Manager, "2026-01-01", null);

        Assert.True(Membership.Grant(Asked(Role.Manager, node: 5106), NodeKind.City, [first], Now).IsDone);
        Assert.True(Membership.Grant(Asked(Role.CatalogEditor), NodeKind.City, [first], Now).IsDone);
    }

    [Theory]
    [Trait("Rule", "SSO-02")]
    [InlineData("2026-01-01", null, false)]
    [InlineData("2026-03-31", null, false)]
    [InlineData("2026-04-01", null, true)]
    [InlineData("2026-01-01", "2026-02-28", true)]
    [InlineData("2026-01-01", "2026-03-01", false)]
    public void The_same_role_at_the_same_node_is_not_held_twice_at_a_time(string from, string? to, bool granted)
    {
        var held = Granted(Role.Manager, "2026-03-01", "2026-03-31");

        Assert.Equal(
            granted ? [] : ["ALREADY_MEMBER"],
            Membership.Grant(Asked(Role.Manager, from, to), NodeKind.City, [held], Now).Refusals.Select(refusal => refusal.Code));
    }

    [Fact]
    [Trait("Rule", "SSO-02")]
    public void A_membership_without_name_or_ending_before_it_begins_is_refused()
    {
        var outcome = Membership.Grant(Asked(Role.Manager, "2026-03-02", "2026-03-01") with { PersonName = " " }, NodeKind.City, [], Now);

        Assert.Equal([("EMPTY", "personName"), ("BAD_DATE", "to")], outcome.Refusals.Select(refusal => (refusal.Code, refusal.Field)));
        Assert.Equal("TEXT_TOO_LONG", Assert.Single(Membership.Grant(Asked(Role.Manager) with { PersonName = new('李', 51) }, NodeKind.City, [], Now).Refusals).Code);
    }

    [Theory]
    [Trait("Rule", "SSO-02")]
    [InlineData("2026-02-28", "BAD_DATE")]
    [InlineData("2026-03-31", "ALREADY_ENDED")]
    [InlineData("2026-04-01", "ALREADY_ENDED")]
    [InlineData("2026-03-01", null)]
    public void An_end_only_comes_nearer(string lastDay, string? code)
    {
        var membership = Granted(Role.Manager, "2026-03-01", "2026-03-31");

        var outcome = membership.End(Days.Of(lastDay));

        Assert.Equal(code, outcome.Refusals.SingleOrDefault()?.Code);
        Assert.Equal(Days.Of(code is null ? lastDay : "2026-03-31"), membership.To);
    }

    [Fact]
    [Trait("Rule", "SSO-02")]
    public void An_open_membership_can_be_ended()
    {
        var membership = Granted(Role.Manager, "2026-03-01", null);

        Assert.True(membership.End(Days.Of("2026-11-20")).IsDone);
        Assert.False(membership.IsActiveOn(Days.Of("2026-11-21")));
    }

    public static TheoryData<Role, Role, bool> AdminPairs()
    {
        Role[] admins = [Role.SystemAdmin, Role.SecurityAdmin, Role.AuditAdmin];
        var pairs = new TheoryData<Role, Role, bool>();
        foreach (var held in admins)
        {
            foreach (var asked in admins.Where(asked => asked != held))
            {
                pairs.Add(held, asked, false);
            }

            pairs.Add(held, Role.Leader, true);
        }

        return pairs;
    }

    [Theory]
    [Trait("Rule", "SSO-02")]
    [MemberData(nameof(AdminPairs))]
    public void No_account_combines_two_of_the_deployments_administrators(Role held, Role asked, bool granted)
    {
        var membership = Membership.Grant(Asked(held, node: 51), NodeKind.Province, [], Now).Value;

        // Another province of the same deployment makes no difference.
        var outcome = Membership.Grant(Asked(asked, node: 33), NodeKind.Province, [membership], Now);

        Assert.Equal(granted ? [] : ["ADMIN_ROLES_COMBINED"], outcome.Refusals.Select(refusal => refusal.Code));
    }

    [Fact]
    [Trait("Rule", "SSO-02")]
    public void One_administrators_post_may_follow_another()
    {
        var former = Membership.Grant(Asked(Role.SystemAdmin, "2026-01-01", "2026-06-30", 51), NodeKind.Province, [], Now).Value;

        Assert.True(Membership.Grant(Asked(Role.AuditAdmin, "2026-07-01", node: 51), NodeKind.Province, [former], Now).IsDone);
    }

    [Fact]
    [Trait("Rule", "SSO-02")]
    public void Another_persons_memberships_are_not_weighed() => Assert.Throws<ArgumentException>(() =>
        Membership.Grant(Asked(Role.Manager) with { PersonId = new(Guid.NewGuid()) }, NodeKind.City, [Granted(Role.Manager, "2026-01-01", null)], Now));

    private static Membership Granted(Role role, string from, string? to) => Membership.Grant(Asked(role, from, to), NodeKind.City, [], Now).Value;

    private static Appointment Asked(Role role, string from = "2026-01-01", string? to = null, int node = 5107) => new()
    {
        NodeId = new(node),
        PersonId = Li,
        PersonName = "李雪",
        Role = role,
        From = Days.Of(from),
        To = to is null ? null : Days.Of(to),
    };
}
