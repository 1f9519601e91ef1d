namespace IpNetwork.App.Establishment.Deciding;

/// <summary>Last segment of the address of each act: the noun that is created.</summary>
internal static class DecidingActs
{
    public const string Opinion = "opinion";
    public const string Return = "return";
    public const string Assessment = "assessment";
    public const string Assessments = "assessments";
    public const string Proposal = "proposal";
    public const string ProposalReturn = "proposal-return";
    public const string Decision = "decision";
    public const string Extension = "extension";
    public const string Inspection = "inspection";
    public const string InspectionReturn = "inspection-return";
    public const string Confirmation = "confirmation";
    public const string Address = "address";
}
