namespace IpNetwork.Domain.Kernel;

/// <summary>The answer of a verb: done, or refused with every reason at once.</summary>
public readonly struct Outcome
{
    private readonly IReadOnlyList<Refusal>? refusals;

    private Outcome(IReadOnlyList<Refusal> refusals) => this.refusals = refusals;

    public IReadOnlyList<Refusal> Refusals => refusals ?? [];

    public bool IsDone => Refusals.Count == 0;

    public static Outcome Done => default;

    public static Outcome Refused(IReadOnlyList<Refusal> refusals) => new(refusals);

    public static Outcome<T> Refused<T>(IReadOnlyList<Refusal> refusals) => Outcome<T>.Of(refusals);

    public static implicit operator Outcome(Refusal refusal) => new([refusal]);
}

/// <summary>The answer of a verb that yields something: the value, or every reason why not.</summary>
public readonly struct Outcome<T>
{
    private readonly IReadOnlyList<Refusal>? refusals;
    private readonly T? value;

    private Outcome(T? value, IReadOnlyList<Refusal>? refusals) => (this.value, this.refusals) = (value, refusals);

    public IReadOnlyList<Refusal> Refusals => refusals ?? [];

    public bool IsDone => Refusals.Count == 0;

    public T Value => IsDone && value is not null ? value : throw new InvalidOperationException("A refused outcome has no value.");

    internal static Outcome<T> Of(IReadOnlyList<Refusal> refusals) => new(default, refusals);

    public static implicit operator Outcome<T>(T value) => new(value, null);

    public static implicit operator Outcome<T>(Refusal refusal) => new(default, [refusal]);
}
