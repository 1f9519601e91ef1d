namespace IpNetwork.Domain.Kernel;

/// <summary>Why an act is not carried out: the rule's code, and a sentence for the person who asked.</summary>
/// <param name="Code">UPPER_SNAKE, as the rules name it; goes to the API and the log.</param>
/// <param name="Message">Chinese: what happened, then what to do.</param>
public sealed record Refusal(string Code, string Message)
{
    public RefusalKind Kind { get; init; } = RefusalKind.Rule;

    /// <summary>The input it is about, in the wire's camelCase name; null when it is about the record as a whole.</summary>
    public string? Field { get; init; }

    /// <summary>One field is wrong by itself.</summary>
    public static Refusal Input(string code, string field, string message) => new(code, message) { Kind = RefusalKind.Input, Field = field };

    /// <summary>The record is visible, but the act is not for this role or place.</summary>
    public static Refusal Forbidden(string code, string message) => new(code, message) { Kind = RefusalKind.Forbidden };

    public Refusal At(string field) => this with { Field = field };
}

public enum RefusalKind
{
    Rule,
    Input,
    Forbidden,

    /// <summary>More than the rules allow for one thing.</summary>
    TooLarge,

    /// <summary>Content of a kind that is not taken, or that is not what it says it is.</summary>
    UnfitContent,

    /// <summary>There is no room left to keep it.</summary>
    NoSpace,

    /// <summary>Something that is needed does not answer now; the same request may be tried again.</summary>
    Unavailable,
}
