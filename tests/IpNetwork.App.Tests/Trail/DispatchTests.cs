using System.Collections.Concurrent;
using IpNetwork.App.Data;
using IpNetwork.App.Data.Trail;
using IpNetwork.App.Outbox;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Kernel;
using IpNetwork.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;
using Xunit;

namespace IpNetwork.App.Tests.Trail;

public sealed class DispatchTests(TrailHost host) : IClassFixture<TrailHost>
{
    private static readonly OutboxSettings Settings = new() { Lease = TimeSpan.FromSeconds(30) };

    private readonly Given given = new(host);

    [Fact]
    public async Task A_message_is_sent_once_and_marked()
    {
        var (node, id) = await MessageAsync(MessageKind.Mail);
        var sender = new Recorder(MessageKind.Mail);
        var dispatcher = host.Dispatcher(Settings, sender);

        await dispatcher.RunOnceAsync(default);
        await dispatcher.RunOnceAsync(default);

        Assert.Single(sender.Sent, m => m.Id == id);
        Assert.Equal(1, await host.CountAsync("outbox", node, "kind = 'Mail' and sent_at is not null"));
    }

    [Fact]
    public async Task A_dispatcher_killed_between_sending_and_marking_shows_the_message_once()
    {
        var (node, id) = await MessageAsync(MessageKind.Sms);
        var folder = Path.Combine(host.DataFolder, $"drop-{id}");
        var sender = new FileDropSender(MessageKind.Sms, folder);
        await sender.SendAsync(Assert.Single(await host.Outbox.ClaimAsync([nameof(MessageKind.Sms)], 100, Settings.Lease, default), m => m.Id == id), default);
        var file = Assert.Single(Directory.GetFiles(folder, "*", SearchOption.AllDirectories));
        var written = File.GetLastWriteTimeUtc(file);
        var second = new Recorder(MessageKind.Sms, m => sender.SendAsync(m, default));

        await host.Dispatcher(Settings, second).RunOnceAsync(default);
        Assert.DoesNotContain(second.Sent, m => m.Id == id);
        host.Clock.Advance(Settings.Lease + TimeSpan.FromSeconds(1));
        await host.Dispatcher(Settings, second).RunOnceAsync(default);

        Assert.Contains(second.Sent, m => m.Id == id);
        Assert.Equal(file, Assert.Single(Directory.GetFiles(folder, "*", SearchOption.AllDirectories)));
        Assert.Equal(written, File.GetLastWriteTimeUtc(file));
        Assert.Equal(1, await host.CountAsync("outbox", node, "kind = 'Sms' and sent_at is not null"));
    }

    [Fact]
    public async Task Four_dispatchers_share_the_work_and_send_nothing_twice()
    {
        var node = await given.ProvinceAsync();
        var letters = Enumerable.Range(0, 600).Select(i => new Letter(MessageKind.Webhook, "x", "r", new { i })).ToArray();
        await host.RecordAsync(node, letters: letters);
        var sender = new Recorder(MessageKind.Webhook, _ => Task.Delay(1));

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            var dispatcher = host.Dispatcher(Settings with { Batch = 20 }, sender);
            while (await dispatcher.RunOnceAsync(default) > 0)
            {
            }
        })));

        var sent = sender.Sent.Where(m => m.NodeId == node.Id).Select(m => m.Id).ToList();
        Assert.Equal(600, sent.Count);
        Assert.Equal(600, sent.Distinct().Count());
        Assert.Equal(0, await host.CountAsync("outbox", node, "kind = 'Webhook' and sent_at is null"));
    }

    [Fact]
    public async Task A_dispatcher_that_wakes_up_late_marks_nothing()
    {
        var (node, id) = await MessageAsync(MessageKind.Mail);
        var stale = Assert.Single(await host.Outbox.ClaimAsync([nameof(MessageKind.Mail)], 100, Settings.Lease, default), m => m.Id == id);
        host.Clock.Advance(Settings.Lease + TimeSpan.FromSeconds(1));
        var current = Assert.Single(await host.Outbox.ClaimAsync([nameof(MessageKind.Mail)], 100, Settings.Lease, default), m => m.Id == id);

        Assert.False(await host.Outbox.MarkSentAsync(stale, default));
        Assert.Null(await host.Outbox.MarkFailedAsync(stale, "late", Settings, default));
        await host.Outbox.ReleaseAsync([stale], default);

        Assert.Equal(1, await host.CountAsync("outbox", node, "kind = 'Mail' and sent_at is null and attempts = 0 and due_at > created_at + interval '40 seconds'"));
        Assert.True(await host.Outbox.MarkSentAsync(current, default));
    }

    [Fact]
    public async Task A_slow_dispatcher_that_lives_keeps_its_claim()
    {
        var (_, id) = await MessageAsync(MessageKind.Mail);
        var settings = Settings with { Lease = TimeSpan.FromMilliseconds(600) };
        var slow = new Recorder(MessageKind.Mail, _ => Task.Delay(2000));
        var quick = new Recorder(MessageKind.Mail);
        var first = host.Dispatcher(settings, slow).RunOnceAsync(default);
        while (slow.Sent.All(m => m.Id != id))
        {
            await Task.Delay(10);
        }

        while (!first.IsCompleted)
        {
            await host.Dispatcher(settings, quick).RunOnceAsync(default);
            await Task.Delay(50);
        }

        Assert.Single(slow.Sent, m => m.Id == id);
        Assert.DoesNotContain(quick.Sent, m => m.Id == id);
    }

    [Fact]
    public async Task What_was_not_sent_when_the_program_stops_is_taken_up_at_once()
    {
        var node = await given.ProvinceAsync();
        await host.RecordAsync(node, letters: [.. Enumerable.Range(0, 10).Select(i => new Letter(MessageKind.Mail, "x", "r", new { i }))]);
        using var stop = new CancellationTokenSource();
        var first = new Recorder(MessageKind.Mail, async _ => await stop.CancelAsync());
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => host.Dispatcher(Settings, first).RunOnceAsync(stop.Token));
        var second = new Recorder(MessageKind.Mail);

        await host.Dispatcher(Settings, second).RunOnceAsync(default);

        Assert.Equal(10, first.Sent.Concat(second.Sent).Where(m => m.NodeId == node.Id).Select(m => m.Id).Distinct().Count());
        Assert.Equal(0, await host.CountAsync("outbox", node, "kind = 'Mail' and sent_at is null"));
    }

    [Fact]
    public async Task A_poisonous_message_is_given_up_after_ten_attempts_and_holds_nobody_back()
    {
        var node = await given.ProvinceAsync();
        await host.RecordAsync(node, letters: [new(MessageKind.Mail, "poison", "r", new { }), new(MessageKind.Mail, "good", "r", new { }), new(MessageKind.Mail, "good", "r", new { })]);
        var sender = new Recorder(MessageKind.Mail, m => m.Topic == "poison" ? throw new InvalidOperationException("refused") : Task.CompletedTask);
        var dispatcher = host.Dispatcher(Settings, sender);

        await dispatcher.RunOnceAsync(default);
        Assert.Equal(2, await host.CountAsync("outbox", node, "topic = 'good' and sent_at is not null"));
        for (var i = 0; i < 20; i++)
        {
            host.Clock.Advance(Settings.LongestPause);
            await dispatcher.RunOnceAsync(default);
        }

        Assert.Equal(10, sender.Sent.Count(m => m.NodeId == node.Id && m.Topic == "poison"));
        Assert.Equal(1, await host.CountAsync("outbox", node, "topic = 'poison' and dead_at is not null and attempts = 10 and last_error like '%refused%'"));
    }

    [Fact]
    public void The_pauses_grow_and_outlast_six_hours()
    {
        var pauses = Enumerable.Range(1, 9).Select(Settings.PauseAfter).ToList();

        Assert.Equal(pauses.Order(), pauses);
        Assert.True(pauses.Aggregate((a, b) => a + b) > TimeSpan.FromHours(6));
    }

    [Fact]
    public async Task A_message_that_kills_its_dispatcher_is_taken_alone_and_then_given_up()
    {
        var node = await given.ProvinceAsync();
        await host.RecordAsync(node, letters: [new(MessageKind.Sms, "deadly", "r", new { }), new(MessageKind.Sms, "good", "r", new { })]);
        for (var kill = 0; kill < 3; kill++)
        {
            await ClaimAsync();
            host.Clock.Advance(Settings.Lease * 2);
        }

        var alone = new List<List<OutgoingMessage>>();
        for (var kill = 0; kill < 12; kill++)
        {
            alone.Add(await ClaimAsync());
            if (alone[^1] is [{ Topic: "good" } good])
            {
                await host.Outbox.MarkSentAsync(good, default);
            }

            host.Clock.Advance(Settings.Lease * 2);
            await host.Outbox.BurySilentAsync(Settings.Attempts, default);
        }

        Assert.All(alone, claim => Assert.True(claim.Count <= 1));
        Assert.Equal(1, await host.CountAsync("outbox", node, "topic = 'good' and sent_at is not null"));
        Assert.Equal(1, await host.CountAsync("outbox", node, "topic = 'deadly' and dead_at is not null"));

        async Task<List<OutgoingMessage>> ClaimAsync() =>
            [.. (await host.Outbox.ClaimAsync([nameof(MessageKind.Sms)], 100, Settings.Lease, default)).Where(m => m.NodeId == node.Id)];
    }

    [Fact]
    public async Task An_older_message_committed_later_is_not_skipped()
    {
        var node = await given.ProvinceAsync();
        var (begun, go) = (new TaskCompletionSource(), new TaskCompletionSource());
        var sender = new Recorder(MessageKind.Mail);
        var dispatcher = host.Dispatcher(Settings, sender);
        var byId = new List<Guid>();
        var lengthy = host.WriteAsync(node, TrailHost.Officer(node), null, async (services, deed) =>
        {
            var db = services.GetRequiredService<NetworkDb>();
            db.Add(OutboxMessage.Create(node.Id, MessageKind.Mail, "older", "r", "{}", host.Clock.GetUtcNow()));
            await db.SaveChangesAsync();
            begun.SetResult();
            await go.Task;
            deed.Happened(new("x.done", "x", "1", "做完"));
            return "";
        });
        await begun.Task;
        await host.RecordAsync(node, letters: new Letter(MessageKind.Mail, "newer", "r", new { }));
        await dispatcher.RunOnceAsync(default);
        await PollByIdAsync();
        go.SetResult();
        await lengthy;

        await dispatcher.RunOnceAsync(default);
        await PollByIdAsync();

        Assert.Equal(["newer", "older"], sender.Sent.Where(m => m.NodeId == node.Id).Select(m => m.Topic));
        Assert.Single(byId); // the poller by "id > last" is what this test must be able to catch

        async Task PollByIdAsync()
        {
            await using var command = host.Administrator.CreateCommand("select id from ipnet.outbox where node_id = $1 and kind = 'Mail' and id > $2 order by id");
            command.Parameters.Add(new() { Value = node.Id.Value });
            command.Parameters.Add(new() { Value = byId.LastOrDefault() });
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                byId.Add(reader.GetGuid(0));
            }
        }
    }

    [Fact]
    public async Task Messages_of_one_node_and_kind_go_in_the_order_they_were_written()
    {
        var node = await given.ProvinceAsync();
        for (var i = 0; i < 12; i++)
        {
            await host.RecordAsync(node, letters: new Letter(MessageKind.Webhook, $"{i:00}", "r", new { }));
            await Task.Delay(2);
        }

        var sender = new Recorder(MessageKind.Webhook, _ => Task.Delay(Random.Shared.Next(3)));

        await host.Dispatcher(Settings, sender).RunOnceAsync(default);

        var topics = sender.Sent.Where(m => m.NodeId == node.Id).Select(m => m.Topic).ToList();
        Assert.Equal(topics.Order(), topics);
        Assert.Equal(12, topics.Count);
    }

    [Fact]
    public async Task Without_a_gateway_messages_wait_unharmed_and_the_health_says_so()
    {
        var (node, _) = await MessageAsync(MessageKind.Webhook);
        var mail = new Recorder(MessageKind.Mail);

        await host.Dispatcher(Settings, mail).RunOnceAsync(default);
        var health = await new OutboxHealth(host.Outbox, [mail], host.Clock).CheckHealthAsync(new HealthCheckContext());

        Assert.Equal(1, await host.CountAsync("outbox", node, "kind = 'Webhook' and fence = 0 and sent_at is null"));
        Assert.Equal(HealthStatus.Degraded, health.Status);
        Assert.Contains("Webhook", health.Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_event_reaches_the_room_that_listens_in_the_context_of_its_node()
    {
        var city = await given.CityAsync(await given.ProvinceAsync());
        var id = (await host.RecordAsync(city)).Value;
        var listener = new Listener(failsOnceFor: id);
        var delivery = new EventDelivery([listener], host.Services.GetRequiredService<NodeScopes>(), host.Services.GetRequiredService<NodeDirectory>());
        var dispatcher = host.Dispatcher(Settings, delivery);

        while (await dispatcher.RunOnceAsync(default) > 0)
        {
        }

        host.Clock.Advance(Settings.FirstPause);
        await dispatcher.RunOnceAsync(default);

        var heard = listener.Heard.Where(h => h.Happened.SubjectId == id).ToList();
        Assert.Equal([city.Id, city.Id], heard.Select(h => h.Node));
        Assert.Single(heard.Select(h => h.Happened.Id).Distinct());
        Assert.Equal("Auditor", heard[0].Happened.Detail?.GetProperty("role").GetString());
        Assert.Equal(0, await host.CountAsync("outbox", city, "kind = 'Event' and sent_at is null"));
    }

    private async Task<(TestNode Node, Guid Id)> MessageAsync(MessageKind kind)
    {
        var node = await given.ProvinceAsync();
        await host.RecordAsync(node, letters: new Letter(kind, "x", "r", new { text = "您好" }));
        return (node, await host.ScalarAsync<Guid>("select id from ipnet.outbox where node_id = $1 and kind = $2", node.Id.Value, kind.ToString()));
    }

    private sealed class Recorder(MessageKind kind, Func<OutgoingMessage, Task>? send = null) : IMessageSender
    {
        public ConcurrentQueue<OutgoingMessage> Sent { get; } = new();

        public MessageKind Kind => kind;

        public async Task SendAsync(OutgoingMessage message, CancellationToken ct)
        {
            Sent.Enqueue(message);
            await (send?.Invoke(message) ?? Task.CompletedTask);
        }
    }

    private sealed class Listener(string failsOnceFor) : IEventHandler
    {
        private int failures;

        public ConcurrentQueue<(NodeId Node, NodeEvent Happened)> Heard { get; } = new();

        public bool Handles(string topic) => topic == "staff.membership-granted";

        public Task HandleAsync(NodeEvent happened, IServiceProvider inNodeContext, CancellationToken ct)
        {
            Heard.Enqueue((inNodeContext.GetRequiredService<CurrentNode>().Id, happened));
            return happened.SubjectId == failsOnceFor && Interlocked.Increment(ref failures) == 1 ? throw new InvalidOperationException("not yet") : Task.CompletedTask;
        }
    }
}
