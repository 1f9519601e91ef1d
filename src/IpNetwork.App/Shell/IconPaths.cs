namespace IpNetwork.App.Shell;

/// <summary>The drawn signs, on a field of 20 by 20, one stroke wide.</summary>
internal static class IconPaths
{
    private static readonly Dictionary<string, string> Signs = new(StringComparer.Ordinal)
    {
        ["run"] = """<circle cx="10" cy="10" r="7"/><path d="M10 3a7 7 0 0 1 0 14z" fill="currentColor" stroke="none"/>""",
        ["ok"] = """<path d="M3.5 10.5l4.2 4.2L16.5 5.8"/>""",
        ["bang"] = """<path d="M10 3.5v8.5M10 16.2v.3"/>""",
        ["warn"] = """<path d="M10 2.8 18 17H2zM10 8v4.4M10 14.6v.2"/>""",
        ["info"] = """<circle cx="10" cy="10" r="7.4"/><path d="M10 9v5M10 6v.2"/>""",
        ["pause"] = """<path d="M7 4.5v11M13 4.5v11"/>""",
        ["clock"] = """<circle cx="10" cy="10" r="7.2"/><path d="M10 5.8V10l3 2"/>""",
        ["x"] = """<path d="M5 5l10 10M15 5L5 15"/>""",
        ["lock"] = """<rect x="4.5" y="9" width="11" height="8" rx="1"/><path d="M7 9V6.5a3 3 0 0 1 6 0V9"/>""",
        ["pin"] = """<path d="M10 17.5s5.5-5 5.5-9a5.5 5.5 0 0 0-11 0c0 4 5.5 9 5.5 9z"/><circle cx="10" cy="8.4" r="1.8"/>""",
        ["tight"] = """<path d="M3 16.8h14M10 3v10M6.2 9.4 10 13.2l3.8-3.8"/>""",
        ["find"] = """<circle cx="8.8" cy="8.8" r="5.3"/><path d="M12.8 12.8 17 17"/>""",
        ["doc"] = """<path d="M5 2.8h6.5L15.5 7v10.2H5zM11.3 2.8V7h4.2M7.6 10.5h5.2M7.6 13.5h5.2"/>""",
        ["print"] = """<path d="M6 7V3h8v4M6 14H3.5V7h13v7H14M6 11.5h8V17H6z"/>""",
        ["down"] = """<path d="M10 3v9M6.2 8.4 10 12.2l3.8-3.8M3.5 16.8h13"/>""",
        ["next"] = """<path d="M7.5 4.5 13 10l-5.5 5.5"/>""",
        ["phone"] = """<path d="M4 3.5h3l1.5 4-2 1.5a9 9 0 0 0 4.5 4.5l1.5-2 4 1.5v3c0 .6-.4 1-1 1C9.3 17 3 10.7 3 4.5c0-.6.4-1 1-1z"/>""",
        ["prov"] = """<path d="M3 8.5 10 4l7 4.5M4.5 16.8h11M5.5 9.5v6M10 9.5v6M14.5 9.5v6"/>""",
        ["same"] = """<path d="M4 7.5h12M4 12.5h12"/>""",
        ["plate"] = """<rect x="2.5" y="5" width="15" height="10" rx=".8"/><path d="M7.5 8 6.2 10l1.3 2M12.5 8l1.3 2-1.3 2"/>""",
        ["tree"] = """<path d="M10 3v4M4.5 12V9.5h11V12M10 7v5M2.8 12h3.4v4H2.8zM8.3 12h3.4v4H8.3zM13.8 12h3.4v4h-3.4z"/>""",
        ["plus"] = """<path d="M10 4v12M4 10h12"/>""",
    };

    public static string Of(string name) => Signs[name];

    public static string For(Tone tone) => tone switch
    {
        Tone.Run => "run",
        Tone.Ok => "ok",
        Tone.Warn => "bang",
        Tone.Wait => "pause",
        Tone.Bad => "warn",
        Tone.Info => "info",
        _ => "same",
    };
}
