namespace IpNetwork.Domain.Establishment;

/// <summary>One list of all defects, told once (APP-12).</summary>
public sealed record ReturnNotice
{
    /// <summary>Of the submission it answers.</summary>
    public required int Snapshot { get; init; }

    public required IReadOnlyList<Defect> Defects { get; init; }

    public required Signature By { get; init; }
}

/// <param name="Part">Which part of the application: a key of <see cref="FormParts"/>.</param>
public sealed record Defect(string Part, string Text);

/// <summary>Who did something in an officer's duty.</summary>
public sealed record Signature(Guid PersonId, string Name, DateTimeOffset At);
