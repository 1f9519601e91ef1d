using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace IpNetwork.App.Outbox;

/// <summary>Tells when messages wait for a gateway that this deployment does not have, wait too long, or were given up.</summary>
internal sealed class OutboxHealth(OutboxTable table, IEnumerable<IMessageSender> senders, TimeProvider clock) : IHealthCheck
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var troubles = new List<string>();
        foreach (var state in await table.StateAsync(cancellationToken))
        {
            if (state.Waiting > 0 && senders.All(s => s.Kind != state.Kind))
            {
                troubles.Add($"{state.Kind}：没有配置发送通道，{state.Waiting} 件在等");
            }
            else if (clock.GetUtcNow() - state.Oldest > Patience)
            {
                troubles.Add($"{state.Kind}：{state.Waiting} 件在等，最早的 {state.Oldest:O}");
            }

            if (state.Dead > 0)
            {
                troubles.Add($"{state.Kind}：{state.Dead} 件多次发送失败，已放弃");
            }
        }

        return troubles.Count == 0 ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded(string.Join("；", troubles));
    }
}
