namespace IpNetwork.Domain.Kernel;

/// <summary>The five kinds of node (川知促发〔2021〕59号 一(二)).</summary>
public enum NodeKind
{
    Province,
    City,
    KeyPark,
    County,
    Workstation,
}
