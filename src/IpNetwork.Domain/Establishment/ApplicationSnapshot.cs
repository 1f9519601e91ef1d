using IpNetwork.Domain.Kernel;

namespace IpNetwork.Domain.Establishment;

/// <summary>What was handed in at one submission, frozen and numbered (APP-10).</summary>
public sealed class ApplicationSnapshot
{
    private ApplicationSnapshot()
    {
    }

    internal ApplicationSnapshot(NodeId province, Guid application, int number, ApplicationForm form, IReadOnlyList<ApplicationMaterial> materials, DateTimeOffset at)
    {
        (NodeId, ApplicationId, Number, Form, Materials) = (province, application, number, form, materials);
        SubmittedAt = at.ToUniversalTime();
    }

    public NodeId NodeId { get; private set; }

    public Guid ApplicationId { get; private set; }

    public int Number { get; private set; }

    public ApplicationForm Form { get; private set; } = new();

    public IReadOnlyList<ApplicationMaterial> Materials { get; private set; } = [];

    public DateTimeOffset SubmittedAt { get; private set; }
}
