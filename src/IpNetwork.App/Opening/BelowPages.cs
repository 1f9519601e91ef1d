using System.Globalization;
using IpNetwork.App.Data;
using IpNetwork.App.Shell;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Kernel;
using IpNetwork.Domain.Nodes;
using IpNetwork.Domain.Opening;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace IpNetwork.App.Opening;

/// <summary>The province looks down: who is ready, who lacks what, who asked for a module. Names of people stay at the nodes (VISB-01).</summary>
internal sealed class BelowPages(OversightDb oversight, NodeDirectory directory, IProvinceSettings settings, CurrentNode current, OpeningDesk desk, IShellContexts shells)
{
    private const string Tab = "readiness";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(OpeningLinks.Below, (HttpContext context, BelowPages pages, CancellationToken ct) => pages.ListAsync(context, ct))
            .ExcludeFromDescription().AtNode().Allow(OpeningPolicy.LookDown);
        app.MapGet($"{OpeningLinks.Below}/{{slug}}", (string slug, HttpContext context, BelowPages pages, Actor actor, CancellationToken ct) => pages.OneAsync(slug, context, actor, null, null, [], ct))
            .ExcludeFromDescription().AtNode().Allow(OpeningPolicy.LookDown);
        app.MapPost($"{OpeningLinks.Below}/{{slug}}/{{code}}/allotment", async (string slug, string code, HttpContext context, BelowPages pages, ModuleAllotment allotment, Actor actor, IfMatch version, CancellationToken ct) =>
            {
                var form = await context.Request.ReadFormAsync(ct);
                return await pages.AfterAsync(slug, code, context, actor, form, await allotment.AtAsync(slug, office => office.AllotAsync(code, AllotmentRequest.Of(form), actor, version, ct), ct), ct);
            })
            .ExcludeFromDescription().AtNode().CreatesOnce().Allow(OpeningPolicy.Allot);
        app.MapPost($"{OpeningLinks.Below}/{{slug}}/{{code}}/refusal", async (string slug, string code, HttpContext context, BelowPages pages, ModuleAllotment allotment, Actor actor, IfMatch version, CancellationToken ct) =>
            {
                var form = await context.Request.ReadFormAsync(ct);
                return await pages.AfterAsync(slug, code, context, actor, form, await allotment.AtAsync(slug, office => office.DeclineAsync(code, form["reason"], actor, version, ct), ct), ct);
            })
            .ExcludeFromDescription().AtNode().CreatesOnce().Allow(OpeningPolicy.Allot);
    }

    private async Task<IResult> ListAsync(HttpContext context, CancellationToken ct)
    {
        var nodes = await directory.CurrentAsync(ct);
        var known = await settings.OfAsync(current.Id, ct);
        var today = desk.Today;
        var db = oversight.Over(current.Node.Path);
        var premises = (await db.Set<Premises>().AsNoTracking().OrderByDescending(p => p.From).ThenByDescending(p => p.RecordedAt).ToListAsync(ct)).ToLookup(p => p.NodeId);
        var staff = (await db.Set<StaffMember>().AsNoTracking().Where(m => m.From <= today && (m.To == null || m.To >= today)).ToListAsync(ct)).ToLookup(m => m.NodeId);
        var modules = (await db.Set<NodeModule>().AsNoTracking().ToListAsync(ct)).ToLookup(m => m.NodeId);
        var rows = nodes.All
            .Where(n => n.NetworkId == current.Id && n.Id != current.Id && n.Status is not (NodeStatus.Delisted or NodeStatus.Merged))
            .OrderByDescending(n => n.Status is NodeStatus.Qualified).ThenBy(n => n.Path, StringComparer.Ordinal)
            .Select(n =>
            {
                var readiness = Readiness.Of(new()
                {
                    IsOpenToPublic = n.IsOpenToPublic,
                    Premises = premises[n.Id].FirstOrDefault(),
                    Working = [.. staff[n.Id]],
                    People = known.Thresholds.FirstOrDefault(set => set.Kind == n.Kind)?.Find(Threshold.Staff),
                    Modules = [.. modules[n.Id]],
                });
                return new BelowRow(
                    new(n.ShortName, $"{context.Request.PathBase}{OpeningLinks.Below}/{n.Slug}"), NodeWords.Of(n.Kind), NodeWords.Status(n.Status),
                    Word(readiness, ReadinessPart.Premises), Word(readiness, ReadinessPart.Manager), Word(readiness, ReadinessPart.People), Word(readiness, ReadinessPart.Modules),
                    readiness.IsReady, modules[n.Id].Count(m => m.State is ModuleState.Applied));
            });
        return new RazorComponentResult<BelowPage>(new { Shell = await shells.ForAsync(context, Tab, ct), Model = new BelowView([.. rows]) });

        static string Word(Readiness readiness, ReadinessPart part) => readiness.Items.Single(item => item.Part == part).IsDone ? "齐" : "缺";
    }

    private async Task<IResult> AfterAsync(string slug, string code, HttpContext context, Actor actor, IFormCollection form, Outcome? outcome, CancellationToken ct) => outcome switch
    {
        null => PageAnswers.Absent(),
        { IsDone: true } => PageAnswers.Go($"{context.Request.PathBase}{OpeningLinks.Below}/{slug}"),
        { } refused => await OneAsync(slug, context, actor, code, form, refused.Refusals, ct),
    };

    private async Task<IResult> OneAsync(string slug, HttpContext context, Actor actor, string? tried, IFormCollection? typed, IReadOnlyList<Refusal> refusals, CancellationToken ct)
    {
        if ((await directory.CurrentAsync(ct)).BySlug(slug) is not { } node || node.Id == current.Id || !current.Node.Path.Covers(node.PathValue()))
        {
            return PageAnswers.Absent();
        }

        var (id, today) = (node.Id, desk.Today);
        var db = oversight.Over(current.Node.Path);
        var held = await db.Set<NodeModule>().AsNoTracking().Where(m => m.NodeId == id).Select(m => new { Module = m, Version = EF.Property<uint>(m, "xmin") }).ToDictionaryAsync(m => m.Module.Code, ct);
        var working = await db.Set<StaffMember>().AsNoTracking().Where(m => m.NodeId == id && m.From <= today && (m.To == null || m.To >= today)).ToListAsync(ct);
        var href = $"{context.Request.PathBase}{OpeningLinks.Below}/{slug}";
        var mayAllot = OpeningPolicy.Allot.LetsIn(actor.Roles);
        var model = new ModulesPageView
        {
            Rows =
            [
                .. (await settings.OfAsync(current.Id, ct)).Modules.Select(module =>
                {
                    var own = held.GetValueOrDefault(module.Code);
                    return new ModuleRow(module.Code, module.Name, module.Family, module.Clause, OpeningWords.Status(own?.Module.State), $"{href}/{module.Code}", own?.Version.ToString(CultureInfo.InvariantCulture))
                    {
                        GuidingOffice = own?.Module.GuidingOffice,
                        PortalEntry = own?.Module.PortalEntry,
                        Place = own?.Module.Place,
                        Reason = own?.Module.Reason,
                        People = working.Count(member => member.Serves.Codes.Contains(module.Code)),
                        MayAllot = mayAllot && own is { Module.State: ModuleState.Applied },
                        Form = tried == module.Code && typed is not null ? FormState.Of(typed.ToDictionary(f => f.Key, f => f.Value.ToString())).Refused(refusals) : FormState.Empty,
                    };
                }),
            ],
            Form = FormState.Empty.Refused(refusals.Select(refusal => refusal with { Field = null })),
            IsOpenToPublic = node.IsOpenToPublic,
            Back = new("各平台开办情况", context.Request.PathBase + OpeningLinks.Below),
        };
        return new RazorComponentResult<AllotPage>(new { Shell = await shells.ForAsync(context, Tab, ct), Model = model, Title = $"{node.ShortName}的服务模块", NodeStatus = NodeWords.Status(node.Status) })
        {
            StatusCode = refusals.Count == 0 ? StatusCodes.Status200OK : Answers.StatusOf(refusals[0]),
        };
    }
}
