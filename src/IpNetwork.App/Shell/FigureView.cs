namespace IpNetwork.App.Shell;

/// <param name="Note">What the figure is a part of, or what it leaves out.</param>
public sealed record FigureView(string Label, string Value, string Unit, string? Note = null);
