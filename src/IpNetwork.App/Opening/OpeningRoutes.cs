using IpNetwork.App.Data;
using IpNetwork.App.Shell;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Kernel;
using IpNetwork.Domain.Opening;
using Microsoft.EntityFrameworkCore;

namespace IpNetwork.App.Opening;

internal static class OpeningRoutes
{
    public static void AddOpening(this IServiceCollection services)
    {
        services.AddScoped<OpeningDesk>();
        services.AddScoped<EnterPremises>();
        services.AddScoped<EmployStaff>();
        services.AddScoped<ModuleOffice>();
        services.AddScoped<ModuleAllotment>();
        services.AddScoped<OpeningPages>();
        services.AddScoped<BelowPages>();
        services.AddScoped<IToDoList, OpeningToDos>();
        services.AddSingleton<IEventHandler, InheritModules>();
    }

    public static void MapOpeningPages(this IEndpointRouteBuilder app)
    {
        OpeningPages.Map(app);
        BelowPages.Map(app);
    }

    public static void MapOpening(this IEndpointRouteBuilder api)
    {
        EnterPremises.Map(api);
        MapStaff(api);
        MapModules(api);
        api.MapGet("/nodes/{node}/readiness", async (OpeningDesk desk, CancellationToken ct) => TypedResults.Ok(await desk.ReadinessAsync(ct)))
            .ProducesProblem(403)
            .WithName("ShowReadiness").WithSummary("开办准备：有什么、还缺什么")
            .AtNode().Allow(OpeningPolicy.Prepare);
    }

    private static void MapStaff(IEndpointRouteBuilder api)
    {
        const string path = "/nodes/{node}/staff";
        api.MapGet(path, async (NetworkDb db, CancellationToken ct) =>
                TypedResults.Ok(new ListOf<StaffView>([.. (await db.Set<StaffMember>().AsNoTracking().OrderByDescending(m => m.From).ThenByDescending(m => m.Id)
                    .Select(m => new { Member = m, Version = EF.Property<uint>(m, "xmin") }).ToListAsync(ct)).Select(m => StaffView.Of(m.Member, m.Version))], null)))
            .ProducesProblem(403)
            .WithName("ListStaff").WithSummary("本平台的人员：专职兼职、岗位、起止日期、负责的模块")
            .AtNode().Allow(OpeningPolicy.Prepare);
        api.MapPost(path, async (string node, StaffRequest body, EmployStaff employ, Actor actor, CancellationToken ct) =>
            {
                var outcome = await employ.HandleAsync(body, actor, ct);
                return outcome.IsDone ? Results.Created($"/api/v1/nodes/{node}/staff", new { id = outcome.Value }) : Answers.Problem(outcome.Refusals);
            })
            .Produces(201).ProducesProblem(400).ProducesProblem(403).ProducesProblem(409)
            .WithName("EmployStaff").WithSummary("登记一名人员；身份证号码只用来查重，不保存")
            .AtNode().CreatesOnce().Allow(OpeningPolicy.Prepare);
        api.MapPost($"{path}/{{id:guid}}/leaving", async (Guid id, LeavingRequest body, EmployStaff employ, Actor actor, IfMatch version, CancellationToken ct) =>
                Answer(await employ.LeaveAsync(id, body.LastDay, actor, version, ct)))
            .Produces(204).ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(428)
            .WithName("LeaveStaff").WithSummary("登记离岗的最后一天")
            .AtNode().CreatesOnce().Allow(OpeningPolicy.Prepare);
        api.MapPut($"{path}/{{id:guid}}/modules", async (Guid id, AssignmentRequest body, EmployStaff employ, Actor actor, IfMatch version, CancellationToken ct) =>
                Answer(await employ.AssignAsync(id, body.Modules, actor, version, ct)))
            .Produces(204).ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(428)
            .WithName("AssignStaff").WithSummary("指定一名人员负责的模块")
            .AtNode().Allow(OpeningPolicy.Prepare);
    }

    private static void MapModules(IEndpointRouteBuilder api)
    {
        const string path = "/nodes/{node}/modules";
        api.MapGet(path, async (NetworkDb db, OpeningDesk desk, CurrentNode current, CancellationToken ct) =>
            {
                var own = current.Id;
                var open = await db.Set<OpenModule>().AsNoTracking().Where(m => m.NodeId == own).ToListAsync(ct);
                var rules = await desk.ModulesAsync(ct);
                return TypedResults.Ok(new ListOf<OpenModuleView>([.. rules.Join(open, rule => rule.Code, module => module.Code, (rule, module) => new OpenModuleView(rule.Code, rule.Name, rule.Family, rule.Clause, module.PortalEntry, module.Place, module.GuidingOffice, module.Since))], null));
            })
            .ProducesProblem(404)
            .WithName("ListOpenModules").WithSummary("本平台开着的服务模块")
            .AtNode().Allow(OpeningPolicy.SeeModules);
        api.MapGet("/nodes/{node}/module-states", async (NetworkDb db, CancellationToken ct) =>
                TypedResults.Ok(new ListOf<ModuleView>([.. (await db.Set<NodeModule>().AsNoTracking().OrderBy(m => m.Code).Select(m => new { Module = m, Version = EF.Property<uint>(m, "xmin") }).ToListAsync(ct)).Select(m => ModuleView.Of(m.Module, m.Version))], null)))
            .ProducesProblem(403)
            .WithName("ListModuleStates").WithSummary("本平台的服务模块和状态，连同变更所需的 ETag")
            .AtNode().Allow(OpeningPolicy.Prepare);
        api.MapPost($"{path}/{{code}}/application", async (string code, ModuleOffice office, Actor actor, CancellationToken ct) => Answer(await office.ApplyAsync(code, actor, ct)))
            .Produces(204).ProducesProblem(400).ProducesProblem(403).ProducesProblem(409)
            .WithName("ApplyForModule").WithSummary("申请一个服务模块")
            .AtNode().CreatesOnce().Allow(OpeningPolicy.Prepare);
        api.MapPost($"{path}/{{code}}/opening", async (string code, SwitchRequest body, ModuleOffice office, Actor actor, IfMatch version, CancellationToken ct) => Answer(await office.SwitchOnAsync(code, body, actor, version, ct)))
            .Produces(204).ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(428)
            .WithName("OpenModule").WithSummary("打开一个服务模块：要有网上入口、服务地点和负责人员")
            .AtNode().CreatesOnce().Allow(OpeningPolicy.Prepare);
        api.MapPost($"{path}/{{code}}/closing", async (string code, ReasonRequest body, ModuleOffice office, Actor actor, IfMatch version, CancellationToken ct) => Answer(await office.SwitchOffAsync(code, body.Reason, actor, version, ct)))
            .Produces(204).ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(428)
            .WithName("CloseModule").WithSummary("关闭一个服务模块，写明理由")
            .AtNode().CreatesOnce().Allow(OpeningPolicy.Prepare);
        const string below = "/nodes/{node}/network/{slug}/modules/{code}";
        api.MapPost($"{below}/allotment", async (string slug, string code, AllotmentRequest body, ModuleAllotment allotment, Actor actor, IfMatch version, CancellationToken ct) =>
                Answer(await allotment.AtAsync(slug, office => office.AllotAsync(code, body, actor, version, ct), ct)))
            .Produces(204).ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(428)
            .WithName("AllotModule").WithSummary("省级平台配给一个服务模块，写明指导处室")
            .AtNode().CreatesOnce().Allow(OpeningPolicy.Allot);
        api.MapPost($"{below}/refusal", async (string slug, string code, ReasonRequest body, ModuleAllotment allotment, Actor actor, IfMatch version, CancellationToken ct) =>
                Answer(await allotment.AtAsync(slug, office => office.DeclineAsync(code, body.Reason, actor, version, ct), ct)))
            .Produces(204).ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(428)
            .WithName("DeclineModule").WithSummary("省级平台不配给一个服务模块，写明理由")
            .AtNode().CreatesOnce().Allow(OpeningPolicy.Allot);
    }

    private static IResult Answer(Outcome? outcome) => outcome switch
    {
        null => Answers.NotFound(),
        { IsDone: true } => Results.NoContent(),
        { } refused => Answers.Problem(refused.Refusals),
    };
}

internal sealed record LeavingRequest(string? LastDay);

internal sealed record AssignmentRequest(IReadOnlyList<string>? Modules);

internal sealed record StaffView(Guid Id, string Name, string MaskedNumber, StaffPost Post, EmploymentType Employment, DateOnly From, DateOnly? To, IReadOnlyList<string> Modules, string ETag)
{
    public static StaffView Of(StaffMember member, uint version) =>
        new(member.Id, member.Name, member.MaskedNumber, member.Post, member.Employment, member.From, member.To, member.Serves.Codes, ETags.Of(version));
}

internal sealed record OpenModuleView(string Code, string Name, string Family, string Clause, string PortalEntry, string Place, string GuidingOffice, DateOnly Since);

internal sealed record ModuleView(string Code, ModuleState State, string? GuidingOffice, string? PortalEntry, string? Place, DateOnly AppliedOn, DateOnly? AllottedOn, DateOnly? SwitchedOn, string? Reason, string ETag)
{
    public static ModuleView Of(NodeModule module, uint version) => new(
        module.Code, module.State, module.GuidingOffice, module.PortalEntry, module.Place, module.AppliedOn, module.AllottedOn, module.SwitchedOn, module.Reason, ETags.Of(version));
}
