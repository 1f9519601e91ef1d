using IpNetwork.App.Data;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Kernel;
using IpNetwork.Domain.Nodes;
using IpNetwork.Domain.Staff;
using Microsoft.Extensions.DependencyInjection;

namespace IpNetwork.Testing;

/// <summary>Small networks for tests. Each test makes its own, so that tests share a database and a leak between them is found.</summary>
public sealed class Given(NetworkHost host)
{
    private static int lastId = 1000;

    private static readonly DateOnly Founded = new(2020, 1, 1);

    public async Task<TestNode> ProvinceAsync(string name = "四川省") => await NodeAsync(NodeKind.Province, null, name, "510000");

    public async Task<TestNode> CityAsync(TestNode province, string name = "绵阳市", string division = "510700") => await NodeAsync(NodeKind.City, province, name, division);

    public async Task<TestNode> ParkAsync(TestNode city, string name = "绵阳高新技术产业开发区") => await NodeAsync(NodeKind.KeyPark, city, name, city.DivisionCode);

    public async Task<TestNode> WorkstationAsync(TestNode parent, string name = "绵阳科技城新区") => await NodeAsync(NodeKind.Workstation, parent, name, parent.DivisionCode);

    public async Task<TestNode> NodeAsync(NodeKind kind, TestNode? parent, string name, string division, bool operating = true)
    {
        var id = new NodeId(Interlocked.Increment(ref lastId));
        var slug = $"n{id}-{Random.Shared.Next():x}";
        var now = host.Clock.GetUtcNow();
        var order = new NodeOrder { EffectiveOn = Founded, Reason = "测试", DocumentNumber = "测试〔2020〕1号", RecordedAt = now };
        var names = new NodeNames { PlaceName = name, ShortName = name[..2], DivisionCode = division };
        var founded = Node.Found(new() { Id = id, Slug = slug, Kind = kind, Names = names, FoundedOn = Founded, IsSample = true }, parent?.Node, order).Value;
        if (operating)
        {
            _ = founded.Node.Operate(null, order).Value;
        }

        var tenant = NodeDirectory.Tenant(founded.Node);
        await InAsync(tenant, async services =>
        {
            var db = services.GetRequiredService<NetworkDb>();
            var outcome = await services.GetRequiredService<UnitOfWork>().CommitAsync(Actor.Program("测试", id), deed =>
            {
                db.Add(founded.Node);
                db.Add(founded.Entry);
                deed.Happened(new("nodes.founded", "node", slug, $"设立{name}"));
                deed.Announce(ChangeSignal.Nodes);
                return Task.FromResult(Outcome.Done);
            }, CancellationToken.None);
            return outcome.IsDone ? true : throw new InvalidOperationException(outcome.Refusals[0].Message);
        });
        return new(id, slug, kind, division, founded.Node);
    }

    /// <summary>Somebody who works at a node, signed on.</summary>
    public async Task<Visitor> StaffAsync(TestNode node, params Role[] roles)
    {
        var visitor = await host.SignedOnAsync($"职员{node.Id}");
        foreach (var role in roles)
        {
            await JoinAsync(visitor, node, role);
        }

        return visitor;
    }

    public Task JoinAsync(Visitor visitor, TestNode node, Role role) => InAsync(node.Tenant, async services =>
    {
        var db = services.GetRequiredService<NetworkDb>();
        var now = host.Clock.GetUtcNow();
        var appointment = new Appointment { NodeId = node.Id, PersonId = new(visitor.Person), PersonName = "职员", Role = role, From = Founded };
        var membership = Membership.Grant(appointment, node.Kind, [], now).Value;
        await services.GetRequiredService<UnitOfWork>().CommitAsync(Actor.Program("测试", node.Id), deed =>
        {
            db.Add(membership);
            deed.Happened(new("staff.membership-granted", "membership", membership.Id.ToString(), "开通岗位"));
            return Task.FromResult(Outcome.Done);
        }, CancellationToken.None);
        return true;
    });

    internal Task<T> InAsync<T>(TenantNode node, Func<IServiceProvider, Task<T>> work) => host.Services.GetRequiredService<NodeScopes>().RunAsync(node, work);
}

public sealed record TestNode(NodeId Id, string Slug, NodeKind Kind, string DivisionCode, Node Node)
{
    internal TenantNode Tenant => NodeDirectory.Tenant(Node);

    public string Api => $"/api/v1/nodes/{Slug}";
}
