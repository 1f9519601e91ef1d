namespace IpNetwork.App.Provinces.Reading;

/// <summary>What is wrong in a pack, and where an editor finds it.</summary>
/// <param name="File">Relative to the folder of all packs, such as <c>sichuan/nodes.json</c>.</param>
/// <param name="Line">Counted from 1.</param>
/// <param name="Field">Such as <c>nodes[3].slug</c>; <c>$</c> is the whole file.</param>
internal sealed record PackError(string File, int Line, string Field, string Code, string Message)
{
    public override string ToString() => $"{File}:{Line} {Field} {Code} {Message}";
}
