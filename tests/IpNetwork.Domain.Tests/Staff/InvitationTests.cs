using IpNetwork.Domain.Staff;
using Xunit;

namespace IpNetwork.Domain.Tests.Staff;

public sealed class InvitationTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 1, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Week = TimeSpan.FromDays(7);

    [Fact]
    [Trait("Rule", "STF-01")]
    public void A_link_opens_once()
    {
        var invitation = Sent();

        Assert.True(invitation.Use(new(Guid.CreateVersion7()), Now).IsDone);
        Assert.Equal("INVITATION_USED", invitation.Use(new(Guid.CreateVersion7()), Now).Refusals[0].Code);
        Assert.Equal("INVITATION_USED", invitation.SendAgain(new("唐负责", "13800000000", null), "b", Week, Now).Refusals[0].Code);
    }

    [Fact]
    [Trait("Rule", "STF-01")]
    public void A_link_dies_with_its_week()
    {
        Assert.Null(Sent().Stops(Now + Week - TimeSpan.FromSeconds(1)));
        Assert.Equal("INVITATION_EXPIRED", Sent().Stops(Now + Week)?.Code);
    }

    [Fact]
    [Trait("Rule", "STF-01")]
    public void A_revoked_link_opens_nothing_until_another_is_sent()
    {
        var invitation = Sent();
        Assert.True(invitation.Revoke(Now).IsDone);
        Assert.Equal("INVITATION_REVOKED", invitation.Use(new(Guid.CreateVersion7()), Now).Refusals[0].Code);

        Assert.True(invitation.SendAgain(new("唐负责", null, "tang@example.cn"), "b", Week, Now).IsDone);

        Assert.Null(invitation.Stops(Now));
        Assert.Equal(("b", 2), (invitation.TokenHash, invitation.Sent));
    }

    [Theory]
    [Trait("Rule", "STF-01")]
    [InlineData("", "13800000000", null, "EMPTY")]
    [InlineData("唐", "", "", "EMPTY")]
    [InlineData("唐", "一三八", null, "BAD_PHONE")]
    [InlineData("唐", null, "tang at example", "BAD_MAIL")]
    public void A_link_goes_to_a_name_and_an_address(string name, string? phone, string? mail, string code) =>
        Assert.Equal(code, Invitation.Invite(new(7), Role.Manager, new(name, phone, mail), "a", Week, Now).Refusals[0].Code);

    private static Invitation Sent() => Invitation.Invite(new(7), Role.Manager, new("唐负责", "13800000000", null), "a", Week, Now).Value;
}
