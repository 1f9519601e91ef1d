using System.Net;

namespace IpNetwork.App.Tests.Files;

/// <summary>A body whose sender falls silent after so many bytes.</summary>
internal sealed class CutContent(byte[] content, int cut) : HttpContent
{
    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        await stream.WriteAsync(content.AsMemory(0, cut));
        await stream.FlushAsync();
        await Task.Delay(200);
        throw new IOException("The line was cut.");
    }

    protected override bool TryComputeLength(out long length)
    {
        length = content.Length;
        return true;
    }
}

/// <summary>A body that stops in the middle until it is told to go on.</summary>
internal sealed class SlowContent(byte[] content) : HttpContent
{
    private readonly TaskCompletionSource begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource goOn = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task HasBegun => begun.Task;

    public void GoOn() => goOn.TrySetResult();

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        await stream.WriteAsync(content.AsMemory(0, content.Length / 2));
        await stream.FlushAsync();
        await Task.Delay(200);
        begun.TrySetResult();
        await goOn.Task;
        await stream.WriteAsync(content.AsMemory(content.Length / 2));
    }

    protected override bool TryComputeLength(out long length)
    {
        length = content.Length;
        return true;
    }
}

internal static class Until
{
    public static async Task TrueAsync(Func<Task<bool>> holds)
    {
        for (var i = 0; !await holds(); i++)
        {
            Xunit.Assert.True(i < 200, "It did not come true.");
            await Task.Delay(50);
        }
    }
}
