using System.Globalization;
using IpNetwork.App.Data;
using IpNetwork.App.Shell;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Kernel;
using IpNetwork.Domain.Opening;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace IpNetwork.App.Opening;

/// <summary>开办准备 at a node: the checklist and the three places where it is filled.</summary>
internal sealed class OpeningPages(NetworkDb db, OpeningDesk desk, EnterPremises premises, CurrentNode current, IShellContexts shells)
{
    private const string Tab = "opening";

    public static void Map(IEndpointRouteBuilder app)
    {
        var node = app.MapGroup("").ExcludeFromDescription().AtNode().Allow(OpeningPolicy.Prepare);
        node.MapGet(OpeningLinks.Checklist, (HttpContext context, OpeningPages pages, CancellationToken ct) => pages.ChecklistAsync(context, ct));
        node.MapGet(OpeningLinks.Premises, (HttpContext context, OpeningPages pages, CancellationToken ct) => pages.PremisesAsync(context, null, [], ct));
        node.MapPost(OpeningLinks.Premises, async (HttpContext context, OpeningPages pages, EnterPremises enter, Actor actor, CancellationToken ct) =>
        {
            var form = await context.Request.ReadFormAsync(ct);
            var outcome = await enter.HandleAsync(PremisesRequest.Of(form), actor, ct);
            return outcome.IsDone ? Go(context, OpeningLinks.Premises) : await pages.PremisesAsync(context, form, outcome.Refusals, ct);
        }).CreatesOnce();
        MapStaff(node);
        MapModules(node);
    }

    private static void MapStaff(RouteGroupBuilder node)
    {
        node.MapGet(OpeningLinks.Staff, (HttpContext context, OpeningPages pages, CancellationToken ct) => pages.StaffAsync(context, null, [], ct));
        node.MapPost(OpeningLinks.Staff, async (HttpContext context, OpeningPages pages, EmployStaff employ, Actor actor, CancellationToken ct) =>
        {
            var form = await context.Request.ReadFormAsync(ct);
            var outcome = await employ.HandleAsync(StaffRequest.Of(form), actor, ct);
            return outcome.IsDone ? Go(context, OpeningLinks.Staff) : await pages.StaffAsync(context, form, outcome.Refusals, ct);
        }).CreatesOnce();
        node.MapPost($"{OpeningLinks.Staff}/{{id:guid}}/leaving", async (Guid id, HttpContext context, OpeningPages pages, EmployStaff employ, Actor actor, IfMatch version, CancellationToken ct) =>
        {
            var form = await context.Request.ReadFormAsync(ct);
            return await pages.AfterStaffAsync(context, form, await employ.LeaveAsync(id, form["lastDay"], actor, version, ct), ct);
        }).CreatesOnce();
        node.MapPost($"{OpeningLinks.Staff}/{{id:guid}}/modules", async (Guid id, HttpContext context, OpeningPages pages, EmployStaff employ, Actor actor, IfMatch version, CancellationToken ct) =>
        {
            var form = await context.Request.ReadFormAsync(ct);
            return await pages.AfterStaffAsync(context, form, await employ.AssignAsync(id, [.. form["modules"].OfType<string>()], actor, version, ct), ct);
        }).CreatesOnce();
    }

    private static void MapModules(RouteGroupBuilder node)
    {
        const string module = $"{OpeningLinks.Modules}/{{code}}";
        node.MapGet(OpeningLinks.Modules, (HttpContext context, OpeningPages pages, CancellationToken ct) => pages.ModulesAsync(context, null, null, [], ct));
        node.MapPost($"{module}/application", async (string code, HttpContext context, OpeningPages pages, ModuleOffice office, Actor actor, CancellationToken ct) =>
            await pages.AfterModuleAsync(context, code, await context.Request.ReadFormAsync(ct), await office.ApplyAsync(code, actor, ct), ct)).CreatesOnce();
        node.MapPost($"{module}/opening", async (string code, HttpContext context, OpeningPages pages, ModuleOffice office, Actor actor, IfMatch version, CancellationToken ct) =>
        {
            var form = await context.Request.ReadFormAsync(ct);
            return await pages.AfterModuleAsync(context, code, form, await office.SwitchOnAsync(code, SwitchRequest.Of(form), actor, version, ct), ct);
        }).CreatesOnce();
        node.MapPost($"{module}/closing", async (string code, HttpContext context, OpeningPages pages, ModuleOffice office, Actor actor, IfMatch version, CancellationToken ct) =>
        {
            var form = await context.Request.ReadFormAsync(ct);
            return await pages.AfterModuleAsync(context, code, form, await office.SwitchOffAsync(code, form["reason"], actor, version, ct), ct);
        }).CreatesOnce();
    }

    private async Task<IResult> ChecklistAsync(HttpContext context, CancellationToken ct)
    {
        var readiness = await desk.ReadinessAsync(ct);
        var model = new ChecklistView(
            OpeningWords.Status(readiness),
            [.. readiness.Items.Select(item => new ChecklistRow(new(OpeningWords.Of(item.Part), context.Request.PathBase + OpeningLinks.Of(item.Part)), item.IsDone, item.Says))],
            NodeWords.Of(current.Node.Status),
            current.Node.Status is NodeStatus.Operating or NodeStatus.Rectifying);
        return new RazorComponentResult<ChecklistPage>(new { Shell = await shells.ForAsync(context, Tab, ct), Model = model });
    }

    private async Task<IResult> PremisesAsync(HttpContext context, IFormCollection? typed, IReadOnlyList<Refusal> refusals, CancellationToken ct)
    {
        var history = await premises.HistoryAsync(ct);
        var threshold = await desk.ThresholdAsync(Threshold.Workspace, ct);
        var model = new PremisesPageView
        {
            Action = context.Request.PathBase + OpeningLinks.Premises,
            Form = FormState.Of(Typed(typed) ?? new() { ["from"] = $"{desk.Today:O}" }).Refused(refusals),
            Threshold = threshold is null ? null : $"{(threshold.Strictness is Strictness.Soft ? "原则上不小于" : "不小于")} {threshold.Minimum.ToString("0.##", CultureInfo.InvariantCulture)} {threshold.Unit}",
            AsksShortfall = threshold is { Strictness: Strictness.Soft },
            IsChange = history.Count > 0,
            Rows = [.. history.Select(p => new PremisesRow(p.From, p.Address, p.Area.ToString("0.##", CultureInfo.InvariantCulture), p.Layout, p.SharedWith, p.ShortfallReason ?? p.Reason, p.RecordedByName))],
            Checklist = Checklist(context),
        };
        return new RazorComponentResult<PremisesPage>(new { Shell = await shells.ForAsync(context, Tab, ct), Model = model }) { StatusCode = StatusOf(refusals) };
    }

    private async Task<IResult> AfterStaffAsync(HttpContext context, IFormCollection form, Outcome? outcome, CancellationToken ct) => outcome switch
    {
        null => PageAnswers.Absent(),
        { IsDone: true } => Go(context, OpeningLinks.Staff),
        { } refused => await StaffAsync(context, form, refused.Refusals, ct),
    };

    private async Task<IResult> StaffAsync(HttpContext context, IFormCollection? typed, IReadOnlyList<Refusal> refusals, CancellationToken ct)
    {
        var modules = await desk.ModulesAsync(ct);
        var names = modules.ToDictionary(module => module.Code, module => module.Name);
        var rows = await db.Set<StaffMember>().AsNoTracking().OrderByDescending(m => m.From).ThenByDescending(m => m.Id)
            .Select(m => new { Member = m, Version = EF.Property<uint>(m, "xmin") }).ToListAsync(ct);
        var href = context.Request.PathBase + OpeningLinks.Staff;
        var model = new StaffPageView
        {
            Action = href,
            Form = FormState.Of(Typed(typed) ?? new() { ["from"] = $"{desk.Today:O}" }).Refused(refusals),
            Posts = [.. Enum.GetValues<StaffPost>().Select(post => new FieldOption(post.ToString(), OpeningWords.Of(post)))],
            Employments = [.. Enum.GetValues<EmploymentType>().Select(one => new FieldOption(one.ToString(), OpeningWords.Of(one)))],
            Degrees = [new("", "没有填"), .. Enum.GetValues<Degree>().Select(one => new FieldOption(one.ToString(), OpeningWords.Of(one)))],
            Modules = [.. modules.Select(module => new FieldOption(module.Code, module.Name))],
            Rows = [.. rows.Select(row => Row(row.Member, row.Version, href, names))],
            Today = desk.Today,
            Checklist = Checklist(context),
        };
        return new RazorComponentResult<StaffPage>(new { Shell = await shells.ForAsync(context, Tab, ct), Model = model }) { StatusCode = StatusOf(refusals) };
    }

    private StaffRow Row(StaffMember member, uint version, string href, Dictionary<string, string> names) => new(
        member.Id, member.Name, member.MaskedNumber, OpeningWords.Of(member.Post), OpeningWords.Of(member.Employment), member.From, member.To, $"{href}/{member.Id}", version.ToString(CultureInfo.InvariantCulture))
    {
        Serves = member.Serves.Codes,
        ServesNames = string.Join("、", member.Serves.Codes.Select(code => names.GetValueOrDefault(code, code))),
        Qualification = member.Post is not StaffPost.Manager ? null
            : member.Qualification.WorkedLongEnough(member.From) ? $"{member.Qualification.IpWorkSince:yyyy-MM-dd} 起从事知识产权工作"
            : member.Qualification.Certificate ?? (member.Qualification.Degree is { } degree ? OpeningWords.Of(degree) : null),
        IsWorking = member.WorksOn(desk.Today),
    };

    private async Task<IResult> AfterModuleAsync(HttpContext context, string code, IFormCollection form, Outcome? outcome, CancellationToken ct) => outcome switch
    {
        null => PageAnswers.Absent(),
        { IsDone: true } => Go(context, OpeningLinks.Modules),
        { Refusals: [{ Code: "UNKNOWN_MODULE" }, ..] } => PageAnswers.Absent(),
        { } refused => await ModulesAsync(context, code, form, refused.Refusals, ct),
    };

    private async Task<IResult> ModulesAsync(HttpContext context, string? tried, IFormCollection? typed, IReadOnlyList<Refusal> refusals, CancellationToken ct)
    {
        var held = await db.Set<NodeModule>().AsNoTracking().Select(m => new { Module = m, Version = EF.Property<uint>(m, "xmin") }).ToDictionaryAsync(m => m.Module.Code, ct);
        var working = await desk.WorkingAsync(ct);
        var href = context.Request.PathBase + OpeningLinks.Modules;
        var model = new ModulesPageView
        {
            Rows =
            [
                .. (await desk.ModulesAsync(ct)).Select(module =>
                {
                    var own = held.GetValueOrDefault(module.Code);
                    return new ModuleRow(module.Code, module.Name, module.Family, module.Clause, OpeningWords.Status(own?.Module.State), $"{href}/{module.Code}", own?.Version.ToString(CultureInfo.InvariantCulture))
                    {
                        GuidingOffice = own?.Module.GuidingOffice,
                        PortalEntry = own?.Module.PortalEntry,
                        Place = own?.Module.Place,
                        Reason = own?.Module.Reason,
                        People = working.Count(member => member.Serves.Codes.Contains(module.Code)),
                        MayApply = own is null or { Module.State: ModuleState.Declined },
                        MaySwitchOn = own is { Module.State: ModuleState.Off },
                        MaySwitchOff = own is { Module.State: ModuleState.On },
                        Form = tried == module.Code && Typed(typed) is { } values ? FormState.Of(values).Refused(refusals)
                            : FormState.Of(new Dictionary<string, string> { ["portalEntry"] = own?.Module.PortalEntry ?? "", ["place"] = own?.Module.Place ?? "" }),
                    };
                }),
            ],
            Form = FormState.Empty.Refused(refusals.Select(refusal => refusal with { Field = null })),
            IsOpenToPublic = current.Node.Status is NodeStatus.Operating or NodeStatus.Rectifying,
            Back = Checklist(context),
        };
        return new RazorComponentResult<ModulesPage>(new { Shell = await shells.ForAsync(context, Tab, ct), Model = model }) { StatusCode = StatusOf(refusals) };
    }

    private static LinkView Checklist(HttpContext context) => new("开办准备", context.Request.PathBase + OpeningLinks.Checklist);

    private static IResult Go(HttpContext context, string path) => PageAnswers.Go(context.Request.PathBase + path);

    private static int StatusOf(IReadOnlyList<Refusal> refusals) => refusals.Count == 0 ? StatusCodes.Status200OK : Answers.StatusOf(refusals[0]);

    private static Dictionary<string, string>? Typed(IFormCollection? form) => form?.ToDictionary(f => f.Key, f => string.Join('\n', f.Value.OfType<string>()));
}
