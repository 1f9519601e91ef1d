using IpNetwork.App.Data;
using IpNetwork.App.Data.Trail;
using IpNetwork.App.Outbox;
using IpNetwork.App.Tenancy;
using IpNetwork.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace IpNetwork.App.Tests.Establishment.Founding;

/// <summary>The outbox of a program without a worker: events are handed on when a test says so, letters are read where they wait.</summary>
internal sealed class Post(NetworkHost host)
{
    /// <summary>Until nothing more is due, what the handlers announce included.</summary>
    public async Task DeliverAsync()
    {
        var services = host.Services;
        var table = new OutboxTable(services.GetRequiredKeyedService<NpgsqlDataSource>(Walls.Dispatch), host.Clock);
        var delivery = new EventDelivery(services.GetServices<IEventHandler>(), services.GetRequiredService<NodeScopes>(), services.GetRequiredService<NodeDirectory>());
        var dispatcher = new Dispatcher(table, [delivery], new(), NullLogger<Dispatcher>.Instance);
        while (await dispatcher.RunOnceAsync(CancellationToken.None) > 0)
        {
        }
    }

    /// <summary>The same event again, as after a dispatcher that was killed before it could mark it.</summary>
    public async Task AgainAsync(TestNode node, string topic, string subject)
    {
        foreach (var message in await MessagesAsync(node.Tenant, m => m.Kind == MessageKind.Event && m.Topic == topic))
        {
            var happened = NodeEvent.Read(message.Id, message.NodeId, message.Topic, message.CreatedAt, message.Payload);
            foreach (var handler in host.Services.GetServices<IEventHandler>().Where(handler => handler.Handles(topic) && happened.SubjectId == subject))
            {
                await host.Services.GetRequiredService<NodeScopes>().RunAsync(node.Tenant, inNode => handler.HandleAsync(happened, inNode, CancellationToken.None));
            }
        }
    }

    /// <summary>Paths of the links sent by text message from a node, the newest last.</summary>
    public async Task<IReadOnlyList<string>> LinksAsync(TenantNode node, string to) =>
        [.. (await MessagesAsync(node, m => m.Kind == MessageKind.Sms && m.Recipient == to && m.Topic.StartsWith("staff.invited"))).Select(m => PathOf(System.Text.Json.Nodes.JsonNode.Parse(m.Payload)!["link"]!.GetValue<string>()))];

    public async Task<TenantNode> TenantAsync(string slug) =>
        NodeDirectory.Tenant((await host.Services.GetRequiredService<NodeDirectory>().CurrentAsync(CancellationToken.None)).BySlug(slug) ?? throw new InvalidOperationException($"There is no node {slug}."));

    private Task<List<OutboxMessage>> MessagesAsync(TenantNode node, System.Linq.Expressions.Expression<Func<OutboxMessage, bool>> which) => new Given(host).InAsync(node, services =>
        services.GetRequiredService<NetworkDb>().Set<OutboxMessage>().AsNoTracking().Where(which).OrderBy(m => m.Id).ToListAsync());

    private static string PathOf(string link) => Uri.TryCreate(link, UriKind.Absolute, out var uri) && uri.Scheme.StartsWith("http", StringComparison.Ordinal) ? uri.PathAndQuery : link;
}
