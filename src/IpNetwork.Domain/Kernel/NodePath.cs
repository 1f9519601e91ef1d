namespace IpNetwork.Domain.Kernel;

/// <summary>The chain of node ids from the province down, such as <c>/51/5107/</c>: a node covers every path that begins with its own.</summary>
public readonly record struct NodePath
{
    public const int MaxDepth = 4;

    private NodePath(string text) => Text = text;

    public string Text { get; }

    public int Depth => Text.Count(c => c == '/') - 1;

    public IEnumerable<NodeId> Ids =>
        Text.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(part => new NodeId(int.Parse(part, System.Globalization.CultureInfo.InvariantCulture)));

    public static NodePath Root(NodeId province) => new($"/{province}/");

    public static NodePath Parse(string text) =>
        text is ['/', _, .., '/'] && text.Trim('/').Split('/').All(part => int.TryParse(part, out _))
            ? new(text)
            : throw new FormatException($"'{text}' is not a node path.");

    public NodePath Child(NodeId node) => new($"{Text}{node}/");

    public bool Covers(NodePath other) => other.Text.StartsWith(Text, StringComparison.Ordinal);

    /// <summary>This path after an ancestor moved from one place to another.</summary>
    public NodePath Rebase(NodePath from, NodePath to) =>
        from.Covers(this) ? new(to.Text + Text[from.Text.Length..]) : throw new ArgumentException($"{this} is not below {from}.", nameof(from));

    public override string ToString() => Text;
}
