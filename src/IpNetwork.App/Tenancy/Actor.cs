using IpNetwork.Domain.Kernel;
using IpNetwork.Domain.Staff;

namespace IpNetwork.App.Tenancy;

/// <summary>Who acts, in which role, for which node, and from where. An argument of every use case that writes.</summary>
internal sealed record Actor(PersonId? PersonId, string Name, string? Role, NodeId NodeId)
{
    public string? TraceId { get; init; }

    public string? Source { get; init; }

    /// <summary>Every role the person holds at the node today; <see cref="Role"/> is the one that opened the route.</summary>
    public IReadOnlyList<Role> Roles { get; init; } = [];

    public static Actor Program(string job, NodeId node) => new(null, $"系统（{job}）", null, node);

    /// <summary>The signed-on actor of a request; the route's rule has been checked by then.</summary>
    public static ValueTask<Actor?> BindAsync(HttpContext context) =>
        ValueTask.FromResult<Actor?>(context.Features.Get<Actor>() ?? throw new InvalidOperationException("This route has no rule that names its actor."));
}
