namespace IpNetwork.Journeys.Tests.Walk;

/// <summary>What is looked at on every page.</summary>
public enum Check
{
    Route,
    Answer,
    Console,
    Script,
    Outside,
    Overflow,
    Accessibility,
    Heading,
    Title,
    English,
    Form,
}

internal sealed record Finding(string Path, string Look, Check Check, string Says)
{
    public override string ToString() => $"{Path} [{Look}] {Check}: {Says}";
}
