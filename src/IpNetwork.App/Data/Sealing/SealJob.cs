using Quartz;

namespace IpNetwork.App.Data.Sealing;

/// <summary>Seals every network's new audit events. Safe to run twice: a second run finds nothing to seal.</summary>
[DisallowConcurrentExecution]
internal sealed class SealJob(Sealer sealer) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        await sealer.SealAsync(cancellationToken);
}
