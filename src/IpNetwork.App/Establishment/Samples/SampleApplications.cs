using IpNetwork.App.Data;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Kernel;

namespace IpNetwork.App.Establishment.Samples;

/// <summary>Applications for a developer's network: one in every state an officer meets. Nothing of this happens in production.</summary>
internal static class SampleApplications
{
    /// <summary>A demonstration builder, to whom all of them belong.</summary>
    public static readonly PersonId BuilderPerson = new(Guid.Parse("0197a000-0000-7000-8000-000000000510"));

    public const string AwaitsOpinion = "SL-DEMO-01";
    public const string HasOpinion = "SL-DEMO-02";
    public const string Returned = "SL-DEMO-03";
    public const string Begun = "SL-DEMO-04";
    public const string Proposed = "SL-DEMO-05";
    public const string Planned = "SL-DEMO-06";
    public const string Building = "SL-DEMO-07";
    public const string Extended = "SL-DEMO-08";
    public const string AcceptanceRequested = "SL-DEMO-09";
    public const string Inspected = "SL-DEMO-10";
    public const string Accepted = "SL-DEMO-11";
    public const string Rejected = "SL-DEMO-12";

    public static async Task EnsureAsync(IServiceProvider services, string province, CancellationToken ct)
    {
        var nodes = await services.GetRequiredService<NodeDirectory>().CurrentAsync(ct);
        if (nodes.BySlug(province) is { } node)
        {
            await services.GetRequiredService<NodeScopes>().RunAsync(NodeDirectory.Tenant(node), inNode => ActivatorUtilities.CreateInstance<SampleBook>(inNode).FillAsync(ct));
        }
    }
}
