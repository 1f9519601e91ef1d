namespace IpNetwork.App.Data;

/// <summary>What a database context tells PostgreSQL about itself; null means: say nothing, and see nothing.</summary>
internal interface INodeContext
{
    public string? NodeSetting { get; }

    public string? PersonSetting { get; }

    public string? ScopeSetting { get; }
}
