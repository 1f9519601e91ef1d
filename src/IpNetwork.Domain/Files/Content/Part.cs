namespace IpNetwork.Domain.Files.Content;

/// <summary>A piece of a stream, read as a stream of its own. Whoever reads keeps to one piece at a time.</summary>
internal sealed class Part(Stream whole, long start, long length) : Stream
{
    private long at;

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => length;

    public override long Position
    {
        get => at;
        set => at = value;
    }

    public override int Read(Span<byte> buffer)
    {
        whole.Position = start + at;
        var read = whole.Read(buffer[..(int)Math.Clamp(length - at, 0, buffer.Length)]);
        at += read;
        return read;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override long Seek(long offset, SeekOrigin origin) => at = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => at + offset,
        _ => length + offset,
    };

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
