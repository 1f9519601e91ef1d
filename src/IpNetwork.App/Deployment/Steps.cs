using System.Diagnostics;

namespace IpNetwork.App.Deployment;

/// <summary>Tells a person what the start is doing, with times.</summary>
internal sealed class Steps(Stopwatch since)
{
    public void Say(string sentence) => Console.WriteLine($"  {since.Elapsed.TotalSeconds,5:0.0}s  {sentence}");

    public async Task<T> RunAsync<T>(string name, Func<Task<T>> step)
    {
        Say($"{name}……");
        var own = Stopwatch.StartNew();
        var result = await step();
        Say($"{name}：完成（{own.Elapsed.TotalSeconds:0.0} 秒）");
        return result;
    }

    public Task RunAsync(string name, Func<Task> step) =>
        RunAsync(name, async () =>
        {
            await step();
            return true;
        });
}
