namespace IpNetwork.App.Data.Trail;

/// <summary>
/// A room does what falls due. Called in the context of the row's node, perhaps more than once: the row is removed in the
/// transaction that does the work, so that what was done is not done again.
/// </summary>
internal interface IDueHandler
{
    public string Kind { get; }

    public Task DoAsync(DueWork work, IServiceProvider inNodeContext, CancellationToken ct);
}
