namespace IpNetwork.App.Shell;

/// <summary>A route whose page needs styles that its own script writes; every other page allows files of ours alone.</summary>
internal sealed record ContentPolicy(string StyleSource)
{
    /// <summary>Of what people have handed in: whatever it is, it runs nothing and reaches nothing.</summary>
    public static ContentPolicy Sandboxed { get; } = new("'none'") { Header = "default-src 'none'; sandbox" };

    public static ContentPolicy Strict { get; } = new("'self'");

    public static ContentPolicy StylesByScript { get; } = new("'self' 'unsafe-inline'");

    public string Header { get; private init; } =
        $"default-src 'none'; script-src 'self'; style-src {StyleSource}; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'; object-src 'none'; manifest-src 'self'";
}
