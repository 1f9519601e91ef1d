namespace IpNetwork.SignOn.Pages;

/// <summary>What every page of sign-on shows around its own matter.</summary>
public sealed record PageFrame(string SiteName, string HomePath, bool LargeText, string CsrfToken);
