using IpNetwork.App.Data;
using IpNetwork.App.Shell;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Kernel;
using IpNetwork.Domain.Opening;
using Microsoft.EntityFrameworkCore;

namespace IpNetwork.App.Opening;

/// <summary>What a node does with its modules: asks for them, switches them on and off (NET-04, NET-05).</summary>
internal sealed class ModuleOffice(NetworkDb db, UnitOfWork work, OpeningDesk desk, CurrentNode current)
{
    public async Task<Outcome> ApplyAsync(string code, Actor actor, CancellationToken ct)
    {
        var known = (await desk.ModulesAsync(ct)).Select(module => module.Code).ToList();
        return await work.CommitAsync(actor, async deed =>
        {
            await LockAsync(ct);
            if (await db.Set<NodeModule>().SingleOrDefaultAsync(m => m.Code == code, ct) is { } held)
            {
                deed.Happened(Said("opening.module-applied", code, "再次申请服务模块"));
                return held.ApplyAgain(desk.Now);
            }

            var applied = NodeModule.Apply(current.Id, code, known, desk.Now);
            if (!applied.IsDone)
            {
                return Outcome.Refused(applied.Refusals);
            }

            db.Add(applied.Value);
            deed.Happened(Said("opening.module-applied", code, "申请服务模块"));
            return Outcome.Done;
        }, ct);
    }

    /// <returns>Null where the node does not hold the module.</returns>
    public Task<Outcome?> SwitchOnAsync(string code, SwitchRequest request, Actor actor, IfMatch version, CancellationToken ct) => ChangeAsync(code, actor, version, async (module, deed) =>
    {
        var people = (await desk.WorkingAsync(ct)).Count(member => member.Serves.Codes.Contains(code));
        var outcome = module.SwitchOn(new() { Status = current.Node.Status, PortalEntry = request.PortalEntry, Place = request.Place, HasPremises = await desk.PremisesAsync(ct) is not null, People = people }, desk.Now);
        if (outcome.IsDone)
        {
            db.Add(OpenModule.Of(module));
            deed.Happened(Said("opening.module-opened", code, "打开服务模块") with { Detail = new { code, module.PortalEntry, module.Place, people } });
        }

        return outcome;
    }, ct);

    public Task<Outcome?> SwitchOffAsync(string code, string? reason, Actor actor, IfMatch version, CancellationToken ct) => ChangeAsync(code, actor, version, async (module, deed) =>
    {
        var own = current.Id;
        var outcome = module.SwitchOff(reason, desk.Now);
        if (outcome.IsDone && await db.Set<OpenModule>().SingleOrDefaultAsync(m => m.NodeId == own && m.Code == code, ct) is { } open)
        {
            db.Remove(open);
        }

        deed.Happened(Said("opening.module-closed", code, "关闭服务模块") with { Reason = reason?.Trim() });
        return outcome;
    }, ct);

    /// <summary>The province's answer, in the node's own context.</summary>
    public Task<Outcome?> AllotAsync(string code, AllotmentRequest request, Actor actor, IfMatch version, CancellationToken ct) => ChangeAsync(code, actor, version, (module, deed) =>
    {
        deed.Happened(Said("opening.module-allotted", code, "配给服务模块") with { Detail = new { code, request.GuidingOffice, request.DocumentNumber } });
        return Task.FromResult(module.Allot(request.GuidingOffice, request.DocumentNumber, desk.Now));
    }, ct);

    public Task<Outcome?> DeclineAsync(string code, string? reason, Actor actor, IfMatch version, CancellationToken ct) => ChangeAsync(code, actor, version, (module, deed) =>
    {
        deed.Happened(Said("opening.module-declined", code, "不配给服务模块") with { Reason = reason?.Trim() });
        return Task.FromResult(module.Decline(reason, desk.Now));
    }, ct);

    private async Task<Outcome?> ChangeAsync(string code, Actor actor, IfMatch version, Func<NodeModule, Deed, Task<Outcome>> change, CancellationToken ct)
    {
        if (!await db.Set<NodeModule>().AnyAsync(m => m.Code == code, ct))
        {
            return null;
        }

        return await work.CommitAsync(actor, async deed =>
        {
            await LockAsync(ct);
            var module = await db.Set<NodeModule>().SingleAsync(m => m.Code == code, ct);
            db.Entry(module).Property<uint>("xmin").OriginalValue = version.Version;
            return await change(module, deed);
        }, ct);
    }

    private Task LockAsync(CancellationToken ct) => NamedLock.TakeAsync(db, $"modules/{current.Id}", ct);

    private static Happening Said(string verb, string code, string says) => new(verb, "module", code, says) { Detail = new { code } };
}

/// <summary>The province allots a module to a node below, as the node's own row.</summary>
internal sealed class ModuleAllotment(NodeDirectory directory, NodeScopes scopes, CurrentNode acting, RequestKey key)
{
    /// <returns>Null where the address names no node below, or one that did not ask.</returns>
    public async Task<Outcome?> AtAsync(string slug, Func<ModuleOffice, Task<Outcome?>> decide, CancellationToken ct)
    {
        if ((await directory.CurrentAsync(ct)).BySlug(slug) is not { } node || node.Id == acting.Id || !acting.Node.Path.Covers(node.PathValue()))
        {
            return null;
        }

        return await scopes.RunAsync(NodeDirectory.Tenant(node), async services =>
        {
            var ownKey = services.GetRequiredService<RequestKey>();
            if (key.Key is { } sent)
            {
                ownKey.Set(sent, key.Route, key.Fingerprint);
            }

            var outcome = await decide(services.GetRequiredService<ModuleOffice>());
            key.IsReplay = ownKey.IsReplay;
            return outcome;
        });
    }
}

internal sealed record SwitchRequest
{
    public string? PortalEntry { get; init; }
    public string? Place { get; init; }

    public static SwitchRequest Of(IFormCollection form) => new() { PortalEntry = form["portalEntry"], Place = form["place"] };
}

internal sealed record AllotmentRequest
{
    public string? GuidingOffice { get; init; }
    public string? DocumentNumber { get; init; }

    public static AllotmentRequest Of(IFormCollection form) => new() { GuidingOffice = form["guidingOffice"], DocumentNumber = form["documentNumber"] };
}

internal sealed record ReasonRequest(string? Reason);
