namespace IpNetwork.App.Shell;

/// <summary>The state of a record: a word first, a glyph second, a colour last.</summary>
public sealed record StatusView(string Text, Tone Tone);

public enum Tone
{
    Plain,
    Run,
    Ok,
    Warn,
    Wait,
    Bad,
    End,
    Info,
}
