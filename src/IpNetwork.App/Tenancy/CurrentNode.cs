using IpNetwork.Domain.Kernel;

namespace IpNetwork.App.Tenancy;

/// <summary>The node a request or job is for: set once from the address or the job, never from a header or a body.</summary>
internal sealed class CurrentNode
{
    private TenantNode? node;

    public bool IsSet => node is not null;

    public TenantNode Node => node ?? throw new InvalidOperationException("No node has been set for this unit of work.");

    public NodeId Id => Node.Id;

    public void Set(TenantNode value) =>
        node = node is null ? value : throw new InvalidOperationException("The node of a unit of work cannot change.");
}
