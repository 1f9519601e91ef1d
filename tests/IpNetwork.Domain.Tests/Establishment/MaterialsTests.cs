using IpNetwork.Domain.Establishment;
using IpNetwork.Domain.Kernel;
using Xunit;
using static IpNetwork.Domain.Tests.Establishment.Written;

namespace IpNetwork.Domain.Tests.Establishment;

public sealed class MaterialsTests
{
    [Fact]
    [Trait("Rule", "APP-01")]
    [Trait("Rule", "APP-04")]
    public void The_three_prescribed_materials_are_enough_and_others_may_come() =>
        Assert.Empty(Materials.Check(Form, [.. AllMaterials, Material(MaterialKind.Other)], City, agreementNeeded: true));

    [Theory]
    [InlineData(MaterialKind.ApplicationForm)]
    [InlineData(MaterialKind.ConstructionPlan)]
    [Trait("Rule", "APP-01")]
    public void A_prescribed_material_that_is_missing_is_named(MaterialKind kind)
    {
        var refusal = Assert.Single(Materials.Check(Form, [.. AllMaterials.Where(material => material.Kind != kind)], City, agreementNeeded: true));

        Assert.Equal(("MATERIAL_MISSING", $"material.{kind}"), (refusal.Code, refusal.Field));
    }

    [Theory]
    [InlineData(Threshold.Workspace)]
    [InlineData(Threshold.Staff)]
    [InlineData(Threshold.Computers)]
    [Trait("Rule", "APP-03")]
    public void Every_threshold_has_a_proof_of_its_own(string condition)
    {
        var refusal = Assert.Single(Materials.Check(Form, [.. AllMaterials.Where(material => material.ConditionCode != condition)], City, agreementNeeded: true));

        Assert.Equal(("PROOF_MISSING", $"proof.{condition}"), (refusal.Code, refusal.Field));
    }

    [Fact]
    [Trait("Rule", "APP-03")]
    public void Where_nothing_is_prescribed_nothing_is_proved() =>
        Assert.Empty(Materials.Check(Form, [Material(MaterialKind.ApplicationForm), Material(MaterialKind.ConstructionPlan)], Rules.SetOf(NodeKind.Workstation), agreementNeeded: true));

    [Theory]
    [InlineData(ConstructionMode.Shared, true, "material.Agreement")]
    [InlineData(ConstructionMode.Joint, true, "material.Agreement")]
    [InlineData(ConstructionMode.Joint, false, null)]
    [InlineData(ConstructionMode.Commissioned, false, "material.Contract")]
    [InlineData(ConstructionMode.Own, true, null)]
    [Trait("Rule", "MODE-03")]
    [Trait("Rule", "MODE-04")]
    public void Building_together_brings_its_agreement_and_a_commission_its_contract(ConstructionMode mode, bool agreementNeeded, string? missing) =>
        Assert.Equal(missing is null ? [] : [missing], Materials.Check(Form with { Mode = mode }, AllMaterials, City, agreementNeeded).Select(refusal => refusal.Field));

    [Fact]
    [Trait("Rule", "APP-03")]
    public void A_proof_is_of_a_condition_that_there_is()
    {
        var application = Draft();

        Assert.Equal(["CHOICE_MISSING"], application.Attach(Material(MaterialKind.Proof, "NOTHING"), City, Now).Refusals.Codes());
        Assert.True(application.Attach(Material(MaterialKind.Proof, Threshold.Staff), City, Now).IsDone);
    }

    [Fact]
    [Trait("Rule", "APP-04")]
    public void A_material_is_taken_back_once()
    {
        var application = Draft();
        var material = Material(MaterialKind.Other);
        _ = application.Attach(material, City, Now);

        Assert.True(application.Detach(material.FileId, Now).IsDone);
        Assert.Equal(["UNKNOWN_MATERIAL"], application.Detach(material.FileId, Now).Refusals.Codes());
    }

    [Fact]
    [Trait("Rule", "APP-10")]
    public void What_the_network_says_stands_in_the_way_like_all_else()
    {
        var application = Draft();
        _ = application.Write(Form, Now);
        foreach (var material in AllMaterials)
        {
            _ = application.Attach(material, City, Now);
        }

        var refused = application.Submit(Rules, "SL20261127-000000-0", EstablishmentRefusals.AlreadyOpen(null), Now, EstablishmentRefusals.InvalidParent("上级不对。"));

        Assert.Equal(["ALREADY_OPEN", "INVALID_PARENT"], refused.Refusals.Codes());
        Assert.True(application.Submit(Rules, "SL20261127-000000-0", null, Now).IsDone);
        Assert.Equal(6, application.FullTimeMarks.Count);
    }

    [Fact]
    [Trait("Rule", "APP-12")]
    public void A_line_s_key_and_the_order_of_files_are_no_answer_to_a_defect()
    {
        var application = Draft();
        _ = application.Write(Form, Now);
        application.Lay(AllMaterials);
        _ = application.Submit(Rules, "SL20261127-000000-0", null, Now);
        _ = application.Return([new("staff", "补上岗位"), new("material.Proof", "看不清")], new(Guid.NewGuid(), "某员", Now));

        _ = application.Write(Form with { Staff = [.. Form.Staff.Select(line => line with { Key = "other" })] }, Now);
        application.Lay([.. AllMaterials.Reverse()]);
        Assert.Equal(["part.staff", "part.material.Proof"], application.Unanswered().Select(refusal => refusal.Field));

        _ = application.Write(Form with { Staff = People(5) }, Now);
        application.Lay([.. AllMaterials, Material(MaterialKind.Proof, Threshold.Staff) with { Sha256 = new('b', 64) }]);
        Assert.Empty(application.Unanswered());
    }

    private static EstablishmentApplication Draft()
    {
        var registration = new Registration { Name = "遂宁市市场监督管理局", Uscc = Organ, Type = BuilderType.AdministrativeOrgan, ContactName = "王芳", ContactPhone = "0825-1234567" };
        return EstablishmentApplication.Start(Domain.Establishment.Builder.Register(new(51), new(Guid.NewGuid()), registration, Now).Value, Now);
    }
}
