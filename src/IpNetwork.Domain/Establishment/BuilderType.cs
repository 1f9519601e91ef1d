using IpNetwork.Domain.Kernel;

namespace IpNetwork.Domain.Establishment;

/// <summary>Who may build (MODE-05; 建设规范 6.1).</summary>
public enum BuilderType
{
    AdministrativeOrgan,
    Park,
    UniversityOrInstitute,
    HighTechEnterprise,
    ServiceAgency,
    SocialOrganisation,
}

public static class BuilderTypes
{
    private const string SoleTrader = "92";

    public static string Chinese(this BuilderType type) => type switch
    {
        BuilderType.AdministrativeOrgan => "行政机关",
        BuilderType.Park => "产业或科技园区",
        BuilderType.UniversityOrInstitute => "高校院所（法人）",
        BuilderType.HighTechEnterprise => "高科技企业（法人）",
        BuilderType.ServiceAgency => "知识产权服务机构（法人）",
        BuilderType.SocialOrganisation => "社会组织",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, null),
    };

    /// <summary>Whether the code's first two characters fit the type: 11 organ, 12 public institution, 51–53 social organisation, 91 enterprise.</summary>
    public static Refusal? Check(this BuilderType type, UnifiedSocialCreditCode code, string field) =>
        code.Category == SoleTrader ? EstablishmentRefusals.NotEligible(field)
        : Categories(type).Contains(code.Category) ? null
        : EstablishmentRefusals.TypeUsccMismatch(field, type, code.Category);

    private static string[] Categories(BuilderType type) => type switch
    {
        BuilderType.AdministrativeOrgan => ["11"],
        // A park's management is an organ, an institution or a company.
        BuilderType.Park => ["11", "12", "91"],
        BuilderType.UniversityOrInstitute => ["12", "52", "91"],
        BuilderType.HighTechEnterprise => ["91"],
        BuilderType.ServiceAgency => ["12", "91"],
        BuilderType.SocialOrganisation => ["51", "52", "53"],
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, null),
    };
}
