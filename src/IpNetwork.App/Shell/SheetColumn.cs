namespace IpNetwork.App.Shell;

/// <summary>One column of an exported list.</summary>
/// <param name="Width">In characters of a Latin letter; a Chinese one takes two.</param>
/// <param name="Value">A number stays a number, a day and a moment are written as pages write them, everything else is text.</param>
internal sealed record SheetColumn<T>(string Heading, int Width, Func<T, object?> Value);
