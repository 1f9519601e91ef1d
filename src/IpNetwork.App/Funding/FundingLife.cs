using IpNetwork.App.Data;
using IpNetwork.App.Shell;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Funding;
using IpNetwork.Domain.Kernel;
using IpNetwork.Domain.Nodes;
using Microsoft.EntityFrameworkCore;

namespace IpNetwork.App.Funding;

/// <summary>Money of the special fund a platform was given, under its own name or its application's, and the years it was a demonstration platform.</summary>
internal sealed class FundingLife(NetworkDb db, NodeDirectory directory, NodeScopes scopes) : INodeLife
{
    private const string By = "省级平台";

    public async Task<IReadOnlyList<LifeEntry>> OfAsync(LifeReading reading, CancellationToken ct)
    {
        var (id, slug) = (reading.Node.Id, reading.Node.Slug);
        var application = await db.Set<NodeHistoryEntry>().AsNoTracking().Where(entry => entry.NodeId == id && entry.Aspect == NodeAspect.Founding).Select(entry => entry.DocumentNumber).FirstOrDefaultAsync(ct);
        if ((await directory.CurrentAsync(ct)).ById(reading.Node.NetworkId) is not { } province)
        {
            return [];
        }

        return await scopes.RunAsync(NodeDirectory.Tenant(province), async inProvince =>
        {
            var there = inProvince.GetRequiredService<NetworkDb>();
            var projects = await there.Set<FundingProject>().AsNoTracking().Where(p => p.Platform == slug || p.Platform == application).ToListAsync(ct);
            var demonstrations = await there.Set<Demonstration>().AsNoTracking().Where(d => d.Platform == id).ToListAsync(ct);
            return (IReadOnlyList<LifeEntry>)[.. projects.SelectMany(Entries), .. demonstrations.SelectMany(Entries)];
        });
    }

    private static IEnumerable<LifeEntry> Entries(FundingProject project)
    {
        yield return new(ChinaTime.DayOf(project.RegisteredAt), $"登记专项资金项目 {project.ProjectNumber}", By) { At = project.RegisteredAt, Says = $"工作主体：{project.WorkBody}" };
        if (project.ReviewedOn is { } reviewed)
        {
            yield return new(reviewed, $"项目 {project.ProjectNumber} {(project.Review is ReviewResult.Passed ? "通过评审" : "没有通过评审")}", By) { Says = project.ReviewNote, Tone = project.Review is ReviewResult.Passed ? Tone.Ok : Tone.Bad };
        }

        if (project.AwardedOn is { } awarded)
        {
            yield return new(awarded, $"下达专项资金 {FundingWords.Money(project.Amount)}", By) { Document = project.AwardDocument };
        }
    }

    private static IEnumerable<LifeEntry> Entries(Demonstration demonstration)
    {
        yield return new(demonstration.From, "认定为综合示范平台", By) { Document = demonstration.DocumentNumber };
        if (demonstration.To is { } to)
        {
            yield return new(to, "不再是综合示范平台", By) { Tone = Tone.Wait };
        }
    }
}
