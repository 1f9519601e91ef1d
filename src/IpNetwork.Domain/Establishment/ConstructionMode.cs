namespace IpNetwork.Domain.Establishment;

/// <summary>建设方式 (MODE-01; 建设规范 7.1–7.5). 共建 and 联建 read the same in the standard and are checked alike.</summary>
public enum ConstructionMode
{
    Own,
    Shared,
    Joint,
    Commissioned,
}

public static class ConstructionModeWords
{
    public static string Chinese(this ConstructionMode mode) => mode switch
    {
        ConstructionMode.Own => "自建",
        ConstructionMode.Shared => "共建",
        ConstructionMode.Joint => "联建",
        ConstructionMode.Commissioned => "委托建设",
        _ => throw new ArgumentOutOfRangeException(nameof(mode), mode, null),
    };
}
