namespace IpNetwork.Domain.Plates;

public enum PlateKind
{
    /// <summary>挂牌: the platform's own.</summary>
    Platform,

    /// <summary>授牌: a function awarded to a work body inside a node.</summary>
    Function,
}

public enum PlateStatus
{
    Valid,

    /// <summary>Its node's platform plate is down; to be decided one by one.</summary>
    Suspended,
    TakenDown,
}

/// <summary>Why a plate no longer hangs.</summary>
public enum PlateEnding
{
    /// <summary>摘牌, by order.</summary>
    Delisting,
    Renaming,
    Merger,
}
