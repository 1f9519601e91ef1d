namespace IpNetwork.App.Shell;

/// <param name="Consequence">What choosing it leads to.</param>
/// <param name="Refusal">Why it cannot be chosen now; it stays visible with its reason.</param>
public sealed record FieldOption(string Value, string Text, string? Consequence = null, string? Refusal = null);
