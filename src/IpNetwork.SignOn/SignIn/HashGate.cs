namespace IpNetwork.SignOn.SignIn;

/// <summary>Password hashing is meant to be slow; a flood of guesses must not take every core from the rest of the program.</summary>
internal sealed class HashGate : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim places = new(Math.Max(1, Environment.ProcessorCount - 1));

    /// <returns>False when the queue was too long.</returns>
    public async Task<bool> RunAsync(Action hash, CancellationToken ct)
    {
        if (!await places.WaitAsync(Patience, ct))
        {
            return false;
        }

        try
        {
            await Task.Run(hash, ct);
            return true;
        }
        finally
        {
            places.Release();
        }
    }

    public void Dispose() => places.Dispose();
}
