namespace IpNetwork.Domain.Kernel;

/// <summary>A node exists from <see cref="Qualified"/> on; before that there is only an application.</summary>
public enum NodeStatus
{
    Qualified,
    Operating,
    Rectifying,
    Suspended,
    Delisted,
    Merged,
}
