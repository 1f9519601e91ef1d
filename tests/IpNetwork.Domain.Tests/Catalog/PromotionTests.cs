using IpNetwork.Domain.Catalog;
using IpNetwork.Domain.Catalog.Offerings;
using IpNetwork.Domain.Kernel;
using Xunit;
using static IpNetwork.Domain.Tests.Catalog.CatalogWorld;

namespace IpNetwork.Domain.Tests.Catalog;

public sealed class PromotionTests
{
    private readonly CatalogWorld world = new();

    [Fact]
    [Trait("Rule", "CAT-12")]
    public void A_proven_item_becomes_a_base_item_and_its_origin_stays_visible()
    {
        world.Own(Mianyang);
        var proposal = Propose().Value;
        var draft = proposal.Adopt("SC-IP-40", world.Base, "各市都有需求", world.Now, Guid.NewGuid()).Value;

        Assert.Equal((PromotionState.Adopted, "SC-IP-40", Mianyang.Id), (proposal.State, proposal.AdoptedCode, proposal.OriginNodeId));
        draft.Write(draft.Content with { Bundle = new(33, "川知评〔2026〕3号"), TargetKinds = [NodeKind.City] }, "采纳绵阳建议", world.Now);
        world.Keep(draft.Publish(world.Base, world.Today, world.Now, Guid.NewGuid()).Value);
        world.Publish(draft.Content with { CommittedLimit = 5 }, "SC-IP-40");

        Assert.Equal((Mianyang.Id, "MY-01"), (world.Item(Chengdu, "SC-IP-40").Base!.PromotedFromNode, world.Item(Chengdu, "SC-IP-40").Base!.PromotedFromCode));
        Assert.Equal(["SC-IP-40"], world.Catalog(Mianyang).At(world.Now).Items.Select(item => item.Code));
    }

    [Fact]
    [Trait("Rule", "CAT-12")]
    public void A_proposal_carries_figures_and_is_decided_once_with_a_reason()
    {
        world.Own(Mianyang);
        Assert.Equal(("REASON_REQUIRED", "usage"), (Propose(" ").Refusals[0].Code, Propose(" ").Refusals[0].Field));
        var proposal = Propose().Value;

        Assert.Equal("REASON_REQUIRED", Assert.Single(proposal.Decline("", world.Now).Refusals).Code);
        Assert.True(proposal.Decline("各地差异大", world.Now).IsDone);
        Assert.Equal((PromotionState.Declined, "各地差异大"), (proposal.State, proposal.DecisionReason));
        Assert.Equal("ALREADY_DECIDED", Assert.Single(proposal.Adopt("SC-IP-40", world.Base, "改主意", world.Now, Guid.NewGuid()).Refusals).Code);
    }

    [Fact]
    [Trait("Rule", "CAT-12")]
    public void An_item_no_longer_in_use_or_unknown_cannot_be_proposed()
    {
        Assert.Equal("UNKNOWN_ITEM", Assert.Single(Propose().Refusals).Code);
        world.Own(Mianyang);
        world.Keep(world.NodeCatalogOf(Mianyang).Turn(world.Base, "MY-01", ItemState.Suspended, "场地调整", world.Today, world.Now, Guid.NewGuid()).Value);

        Assert.Equal("ITEM_NOT_IN_USE", Assert.Single(Propose().Refusals).Code);
    }

    [Fact]
    [Trait("Rule", "CAT-12")]
    public void A_taken_code_leaves_the_proposal_open()
    {
        world.Publish();
        world.Own(Mianyang);
        var proposal = Propose().Value;

        Assert.Equal("DUPLICATE_ITEM", Assert.Single(proposal.Adopt(Pledge, world.Base, "采纳", world.Now, Guid.NewGuid()).Refusals).Code);
        Assert.Equal(PromotionState.Proposed, proposal.State);
    }

    private Outcome<PromotionProposal> Propose(string usage = "2025 年办理 312 件") =>
        PromotionProposal.Propose(Sichuan, Guid.NewGuid(), world.NodeCatalogOf(Mianyang), "MY-01", usage, "建议全省推广", world.Now);
}
