using IpNetwork.App.Data;
using IpNetwork.App.Shell;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Establishment;
using IpNetwork.Domain.Kernel;
using IpNetwork.Domain.Nodes;
using Microsoft.EntityFrameworkCore;

namespace IpNetwork.App.Establishment;

/// <summary>The application a node came from, read where it is kept: its founding names it. What officers wrote for each other is the province's alone.</summary>
internal sealed class ApplicationLife(NetworkDb db, NodeDirectory directory, NodeScopes scopes) : INodeLife
{
    public async Task<IReadOnlyList<LifeEntry>> OfAsync(LifeReading reading, CancellationToken ct)
    {
        var node = reading.Node;
        var number = await db.Set<NodeHistoryEntry>().AsNoTracking().Where(entry => entry.NodeId == node.Id && entry.Aspect == NodeAspect.Founding).Select(entry => entry.DocumentNumber).FirstOrDefaultAsync(ct);
        if (number is null || (await directory.CurrentAsync(ct)).ById(node.NetworkId) is not { } province)
        {
            return [];
        }

        var application = await scopes.RunAsync(NodeDirectory.Tenant(province), inProvince => inProvince.GetRequiredService<ApplicationBook>().FindAsync(number, ct));
        return application is not { Status: ApplicationStatus.Accepted } ? [] : [.. ApplicationHistory.Of(application).Select(step => new LifeEntry(ChinaTime.DayOf(step.At), step.What, step.Side.Chinese())
        {
            At = step.At,
            Says = step.IsInternal && !reading.ByProvince ? null : step.Says,
            Document = $"申报 {number}",
            Person = reading.ByProvince ? step.Person : null,
            Tone = step.IsGood ? Tone.Ok : Tone.Bad,
        })];
    }
}
