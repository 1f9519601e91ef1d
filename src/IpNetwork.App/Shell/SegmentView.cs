namespace IpNetwork.App.Shell;

public sealed record SegmentView(string Text, string Href, int? Count = null, bool IsCurrent = false, string? Icon = null);
