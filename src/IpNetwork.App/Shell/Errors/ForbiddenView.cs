namespace IpNetwork.App.Shell.Errors;

/// <param name="What">What was asked for, such as 年度督导.</param>
/// <param name="WhoMay">The roles that may.</param>
/// <param name="AskWhom">Who can change that, and where.</param>
public sealed record ForbiddenView(string What, string WhoMay, string AskWhom);
