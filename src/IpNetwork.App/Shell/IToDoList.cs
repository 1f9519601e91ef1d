using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Staff;

namespace IpNetwork.App.Shell;

/// <summary>A room tells what waits at a desk. Every room may register one; the workbench's first page shows them all, by due day.</summary>
internal interface IToDoList
{
    public Task<IReadOnlyList<ToDo>> ForAsync(Desk desk, CancellationToken ct);

    /// <summary>What nobody can be served with yet.</summary>
    public Task<IReadOnlyList<Unready>> UnreadyAsync(Desk desk, CancellationToken ct) => Task.FromResult<IReadOnlyList<Unready>>([]);
}

/// <summary>A person's place of work: links begin with <paramref name="BasePath"/>.</summary>
internal sealed record Desk(TenantNode Node, IReadOnlyList<Role> Roles, DateOnly Today, string BasePath);

/// <param name="Subject">What it is about, with its page.</param>
/// <param name="Next">The next step, named as an act.</param>
internal sealed record ToDo(DeadlineView Deadline, DateOnly? DueOn, LinkView Subject, string Says, LinkView Next);

/// <param name="Lacks">What is missing, in words.</param>
internal sealed record Unready(LinkView Subject, string Category, string Lacks);
