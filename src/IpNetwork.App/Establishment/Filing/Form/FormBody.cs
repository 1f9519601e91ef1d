using System.Globalization;
using IpNetwork.Domain.Establishment;
using IpNetwork.Domain.Kernel;

namespace IpNetwork.App.Establishment.Filing.Form;

/// <summary>The whole form as the interface sends and takes it; codes as text, so that a wrong one is answered by its rule.</summary>
internal sealed record FormBody
{
    public string? Kind { get; init; }
    public string? PlaceName { get; init; }
    public string? DivisionCode { get; init; }
    public string? Parent { get; init; }
    public string? Mode { get; init; }
    public IReadOnlyList<BuilderBody>? Builders { get; init; }
    public string? Address { get; init; }
    public decimal? Area { get; init; }
    public bool IsShared { get; init; }
    public string? SharedWith { get; init; }
    public bool IsConcentrated { get; init; }
    public IReadOnlyList<StaffBody>? Staff { get; init; }
    public decimal? Computers { get; init; }
    public bool HasInternet { get; init; }
    public bool HasOfficeEquipment { get; init; }
    public string? ManagerName { get; init; }
    public string? ManagerPhone { get; init; }
    public string? ManagerMail { get; init; }
    public string? Department { get; init; }

    /// <summary>In yuan.</summary>
    public decimal? FundAmount { get; init; }
    public string? FundSource { get; init; }
    public string? Demand { get; init; }
    public string? DemandFigures { get; init; }
    public bool AssuresContinuity { get; init; }
    public string? PlanWorkBody { get; init; }
    public string? PlanContents { get; init; }
    public string? PlanSchedule { get; init; }
    public string? PlanResults { get; init; }
    public string? PlanGuarantee { get; init; }
    public string? PlanOrganisation { get; init; }
    public IReadOnlyDictionary<string, string?>? WaiverReasons { get; init; }
    public bool StatedTrue { get; init; }

    public static FormBody Of(ApplicationForm form) => new()
    {
        Kind = form.Prospect.Kind?.ToString(),
        PlaceName = form.Prospect.PlaceName,
        DivisionCode = form.Prospect.DivisionCode,
        Parent = form.Prospect.Parent,
        Mode = form.Mode?.ToString(),
        Builders = [.. form.Builders.Select(line => new BuilderBody(line.Name, line.Uscc, line.Type?.ToString(), line.Part.ToString(), line.Share))],
        Address = form.Premises.Address,
        Area = form.Premises.Area,
        IsShared = form.Premises.IsShared,
        SharedWith = form.Premises.SharedWith,
        IsConcentrated = form.Premises.IsConcentrated,
        Staff = [.. form.Staff.Select(line => new StaffBody(line.Key, line.Name, line.Kind.ToString(), line.IsFullTime, line.Post, null, line.MaskedNumber))],
        Computers = form.Equipment.Computers,
        HasInternet = form.Equipment.HasInternet,
        HasOfficeEquipment = form.Equipment.HasOfficeEquipment,
        ManagerName = form.Manager.Name,
        ManagerPhone = form.Manager.Phone,
        ManagerMail = form.Manager.Mail,
        Department = form.Funds.Department,
        FundAmount = form.Funds.Amount,
        FundSource = form.Funds.Source,
        Demand = form.Demand.Text,
        DemandFigures = form.Demand.Figures,
        AssuresContinuity = form.Demand.AssuresContinuity,
        PlanWorkBody = form.Plan.WorkBody,
        PlanContents = form.Plan.Contents,
        PlanSchedule = form.Plan.Schedule,
        PlanResults = form.Plan.ExpectedResults,
        PlanGuarantee = form.Plan.Guarantee,
        PlanOrganisation = form.Plan.Organisation,
        WaiverReasons = form.WaiverReasons.ToDictionary(reason => reason.Key, reason => (string?)reason.Value),
        StatedTrue = form.StatedTrue,
    };

    /// <summary>As the pages' inputs, which one reader understands.</summary>
    public Dictionary<string, string> Typed()
    {
        var typed = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["kind"] = Kind ?? "",
            ["placeName"] = PlaceName ?? "",
            ["divisionCode"] = DivisionCode ?? "",
            ["parent"] = Parent ?? "",
            ["mode"] = Mode ?? "",
            ["address"] = Address ?? "",
            ["area"] = Number(Area),
            ["isShared"] = Flag(IsShared),
            ["sharedWith"] = SharedWith ?? "",
            ["isConcentrated"] = Flag(IsConcentrated),
            ["computers"] = Number(Computers),
            ["hasInternet"] = Flag(HasInternet),
            ["hasOfficeEquipment"] = Flag(HasOfficeEquipment),
            ["managerName"] = ManagerName ?? "",
            ["managerPhone"] = ManagerPhone ?? "",
            ["managerMail"] = ManagerMail ?? "",
            ["department"] = Department ?? "",
            ["fundAmount"] = Number(FundAmount),
            ["fundSource"] = FundSource ?? "",
            ["demand"] = Demand ?? "",
            ["demandFigures"] = DemandFigures ?? "",
            ["assuresContinuity"] = Flag(AssuresContinuity),
            ["planWorkBody"] = PlanWorkBody ?? "",
            ["planContents"] = PlanContents ?? "",
            ["planSchedule"] = PlanSchedule ?? "",
            ["planResults"] = PlanResults ?? "",
            ["planGuarantee"] = PlanGuarantee ?? "",
            ["planOrganisation"] = PlanOrganisation ?? "",
            ["statedTrue"] = Flag(StatedTrue),
        };
        foreach (var code in FilingSteps.Thresholds)
        {
            typed[$"waiver.{code}"] = WaiverReasons?.GetValueOrDefault(code) ?? "";
        }

        BuilderBody.Put(Builders ?? [], typed);
        foreach (var (place, line) in (Staff ?? []).Take(FormRules.MostStaff + 1).Index())
        {
            line?.Put($"staff[{place}]", typed);
        }

        return typed;
    }

    internal static string Flag(bool value) => value ? FormFields.Yes : "";

    private static string Number(decimal? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "";
}

internal sealed record BuilderBody(string? Name, string? Uscc, string? Type, string? Part, string? Share)
{
    public static void Put(IReadOnlyList<BuilderBody?> lines, Dictionary<string, string> typed)
    {
        foreach (var (place, line) in lines.Take(FormRules.MostBuilders + 1).Index())
        {
            typed[$"builders[{place}].name"] = line?.Name ?? "";
            typed[$"builders[{place}].uscc"] = line?.Uscc ?? "";
            typed[$"builders[{place}].type"] = line?.Type ?? "";
            typed[$"builders[{place}].part"] = line?.Part ?? "";
            typed[$"builders[{place}].share"] = line?.Share ?? "";
        }
    }
}

/// <param name="Key">Of a line that is there; without a number it keeps the one it has.</param>
/// <param name="IdNumber">Taken and never given back.</param>
/// <param name="MaskedNumber">Given and never taken.</param>
internal sealed record StaffBody(string? Key, string? Name, string? Kind, bool IsFullTime, string? Post, string? IdNumber, string? MaskedNumber)
{
    public void Put(string line, Dictionary<string, string> typed)
    {
        typed[$"{line}.key"] = Key ?? "";
        typed[$"{line}.name"] = Name ?? "";
        typed[$"{line}.kind"] = Kind ?? "";
        typed[$"{line}.fullTime"] = FormBody.Flag(IsFullTime);
        typed[$"{line}.post"] = Post ?? "";
        typed[$"{line}.idNumber"] = IdNumber ?? "";
    }
}
