using System.Collections.Concurrent;
using System.Text.Json;
using IpNetwork.App.Data;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Kernel;
using IpNetwork.Domain.Nodes;
using IpNetwork.Domain.Staff;
using IpNetwork.SignOn;
using Microsoft.EntityFrameworkCore;

namespace IpNetwork.App.Staff;

internal sealed record DemonstrationAccount(string User, string Password, string Name, string Node, string Role, string RoleName);

/// <summary>People for a developer's network: one of each role that works on what is built, one who works at two nodes, and a builder who works at none.</summary>
internal static class DemonstrationPeople
{
    public const string FileName = "accounts.json";

    private static readonly (string User, string Name, string Node, Role Role)[] Posts =
    [
        ("sc-leader", "周明远", "sichuan", Role.Leader),
        ("sc-catalog", "林若溪", "sichuan", Role.CatalogManager),
        ("sc-assessor", "贺知章", "sichuan", Role.Assessor),
        ("sc-assessor2", "陆游之", "sichuan", Role.Assessor),
        ("sc-auditor", "顾清源", "sichuan", Role.Auditor),
        ("my-manager", "唐雨桐", "mianyang", Role.Manager),
        ("my-catalog", "陈思远", "mianyang", Role.CatalogEditor),
        ("my-window", "何小满", "mianyang", Role.WindowClerk),
        ("my-auditor", "严守正", "mianyang", Role.Auditor),
        ("cd-manager", "罗敏", "chengdu", Role.Manager),
        ("cd-catalog", "杨帆", "chengdu", Role.CatalogEditor),
        ("dy-manager", "秦川", "deyang", Role.Manager),
        ("dy-catalog", "谢晓岚", "deyang", Role.CatalogEditor),
        ("lz-manager", "曾立", "luzhou", Role.Manager),
        ("mygx-manager", "邓科", "mianyang-gaoxin", Role.Manager),
        ("mygx-catalog", "蒋文", "mianyang-gaoxin", Role.CatalogEditor),
        ("my-catalog", "陈思远", "mianyang-gaoxin", Role.CatalogEditor),
        ("sc-builder", "陈示例", "sichuan", Role.Builder),
        ("sc-sysadmin", "马骁", "sichuan", Role.SystemAdmin),
        ("sc-secadmin", "孔令宜", "sichuan", Role.SecurityAdmin),
        ("sc-auditadmin", "宋知行", "sichuan", Role.AuditAdmin),
    ];

    private static readonly JsonSerializerOptions Readable = new(WireJson.Options) { WriteIndented = true };

    /// <param name="builder">Whose the sample applications are.</param>
    public static async Task<IReadOnlyList<DemonstrationAccount>> EnsureAsync(IServiceProvider services, string folder, PersonId builder, CancellationToken ct)
    {
        Directory.CreateDirectory(folder);
        var file = Path.Combine(folder, FileName);
        var known = await KnownAsync(file, ct);
        var nodes = await services.GetRequiredService<NodeDirectory>().CurrentAsync(ct);
        var posts = Posts.Where(post => nodes.BySlug(post.Node) is not null).ToList();
        var passwords = posts.Select(post => post.User).Distinct()
            .ToDictionary(user => user, user => known.FirstOrDefault(person => person.User == user)?.Password ?? Passwords.Next());

        // Written first: a start cut short leaves no account whose password nobody knows.
        List<DemonstrationAccount> people =
            [.. posts.Select(post => new DemonstrationAccount(post.User, passwords[post.User], post.Name, post.Node, post.Role.ToString(), post.Role.Chinese()))];
        if (!people.SequenceEqual(known))
        {
            await WriteAsync(file, people, ct);
        }

        // Hashing a password is slow on purpose; all processors share it.
        var ids = new ConcurrentDictionary<string, PersonId>();
        await Parallel.ForEachAsync(posts.DistinctBy(post => post.User), ct, async (post, stop) =>
            ids[post.User] = await AccountAsync(services, post.Role is Role.Builder ? builder : null, post.User, post.Name, passwords[post.User], isKnown: known.Any(person => person.User == post.User), stop));
        foreach (var post in posts.Where(post => !post.Role.IsOutside()))
        {
            await MembershipAsync(services, nodes.BySlug(post.Node)!, ids[post.User], post.Name, post.Role, ct);
        }

        return people;
    }

    private static async Task<IReadOnlyList<DemonstrationAccount>> KnownAsync(string file, CancellationToken ct)
    {
        try
        {
            return File.Exists(file) ? JsonSerializer.Deserialize<List<DemonstrationAccount>>(await File.ReadAllTextAsync(file, ct), WireJson.Options) ?? [] : [];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    /// <summary>Whole or not at all, and readable by its owner alone from the first byte.</summary>
    private static async Task WriteAsync(string file, IReadOnlyList<DemonstrationAccount> people, CancellationToken ct)
    {
        var draft = $"{file}.new";
        File.Delete(draft);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        await using (var stream = new FileStream(draft, options))
        {
            await JsonSerializer.SerializeAsync(stream, people, Readable, ct);
        }

        File.Move(draft, file, overwrite: true);
    }

    private static async Task<PersonId> AccountAsync(IServiceProvider services, PersonId? id, string user, string name, string password, bool isKnown, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<Accounts>();
        if (await accounts.FindByUserNameAsync(user, ct) is { } known)
        {
            if (!isKnown)
            {
                await accounts.ResetPasswordAsync(known.Id, password, ct);
            }

            return new(known.Id);
        }

        var made = id is { } given ? await accounts.CreateAsync(given.Value, user, name, password, ct) : await accounts.CreateAsync(user, name, password, ct);
        return new(made.AccountId ?? throw new InvalidOperationException(made.Refusals[0].Message));
    }

    private static Task MembershipAsync(IServiceProvider services, Node node, PersonId person, string name, Role role, CancellationToken ct) =>
        services.GetRequiredService<NodeScopes>().RunAsync(NodeDirectory.Tenant(node), async inNode =>
        {
            var db = inNode.GetRequiredService<NetworkDb>();
            if (await db.Set<Membership>().AnyAsync(m => m.PersonId == person && m.Role == role, ct))
            {
                return;
            }

            var now = inNode.GetRequiredService<TimeProvider>().GetUtcNow();
            var held = await inNode.GetRequiredService<MyMemberships>().AllAsync(person, ct);
            var outcome = await inNode.GetRequiredService<UnitOfWork>().CommitAsync(Actor.Program("演示", node.Id), deed =>
            {
                var appointment = new Appointment { NodeId = node.Id, PersonId = person, PersonName = name, Role = role, From = ChinaTime.DayOf(now) };
                var membership = Membership.Grant(appointment, node.Kind, held, now);
                if (!membership.IsDone)
                {
                    return Task.FromResult(Outcome.Refused(membership.Refusals));
                }

                db.Add(membership.Value);
                deed.Happened(new("staff.membership-granted", "membership", membership.Value.Id.ToString(), $"开通岗位“{role.Chinese()}”"));
                return Task.FromResult(Outcome.Done);
            }, ct);
            if (!outcome.IsDone)
            {
                throw new InvalidOperationException(outcome.Refusals[0].Message);
            }
        });
}
