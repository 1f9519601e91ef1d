namespace IpNetwork.App.Shell;

/// <summary>One city on the cartogram.</summary>
/// <param name="Column">Counted in half tiles from the left, so that rows interlock.</param>
public sealed record CartogramTile(int Column, int Row, string Text, string Href, TileState State, int Parks = 0)
{
    /// <summary>Said under the name wherever the state is not plain operation.</summary>
    public string? StateWord => State switch
    {
        TileState.Operating => null,
        TileState.Preparing => "待挂牌",
        TileState.Rectifying => "整改中",
        TileState.Suspended => "暂停中",
        _ => "未设立",
    };
}

public enum TileState
{
    Operating,
    Preparing,
    Rectifying,
    Suspended,
    None,
}
