using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace IpNetwork.Domain.Tests.Files;

/// <summary>Writes archives that no decent program would: names, sizes and places are whatever a test says.</summary>
internal sealed class RawZip
{
    private readonly List<byte> zip = [];
    private readonly List<byte[]> directory = [];

    public byte[] Comment { get; init; } = [];

    public byte[] BeforeDirectory { get; init; } = [];

    public int? Count { get; init; }

    public RawZip Add(string name, byte[] content, RawEntry? odd = null)
    {
        odd ??= new();
        var packed = odd.Method == 8 ? Deflate(content) : content;
        var local = Encoding.UTF8.GetBytes(odd.LocalName ?? name);
        var offset = odd.Offset ?? (uint)zip.Count;
        var size = odd.Size ?? (uint)content.Length;
        if (odd.Offset is null)
        {
            var head = new byte[30];
            Write(head, 0x04034B50, (ushort)20, odd.Flags, odd.Method, 0u, 0u, (uint)packed.Length, size, (ushort)local.Length, (ushort)0);
            zip.AddRange(head);
            zip.AddRange(local);
            zip.AddRange(packed);
        }

        var central = Encoding.UTF8.GetBytes(name);
        var entry = new byte[46];
        Write(entry, 0x02014B50, odd.MadeBy, (ushort)20, odd.Flags, odd.Method, 0u, 0u, (uint)packed.Length, size, (ushort)central.Length, (ushort)0, (ushort)0, (ushort)0, (ushort)0, odd.Attributes, offset);
        directory.Add([.. entry, .. central]);
        return this;
    }

    public byte[] Bytes()
    {
        zip.AddRange(BeforeDirectory);
        var start = (uint)zip.Count;
        foreach (var entry in directory)
        {
            zip.AddRange(entry);
        }

        var count = (ushort)(Count ?? directory.Count);
        var end = new byte[22];
        Write(end, 0x06054B50, (ushort)0, (ushort)0, count, count, (uint)zip.Count - start, start, (ushort)Comment.Length);
        zip.AddRange(end);
        zip.AddRange(Comment);
        return [.. zip];
    }

    private static byte[] Deflate(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var deflate = new DeflateStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            deflate.Write(content);
        }

        return packed.ToArray();
    }

    private static void Write(byte[] target, params object[] numbers)
    {
        var at = 0;
        foreach (var number in numbers)
        {
            if (number is ushort small)
            {
                BinaryPrimitives.WriteUInt16LittleEndian(target.AsSpan(at), small);
                at += 2;
            }
            else
            {
                BinaryPrimitives.WriteUInt32LittleEndian(target.AsSpan(at), Convert.ToUInt32(number, null));
                at += 4;
            }
        }
    }
}

internal sealed record RawEntry
{
    public string? LocalName { get; init; }
    public ushort Flags { get; init; }
    public ushort Method { get; init; } = 8;
    public ushort MadeBy { get; init; } = 20;
    public uint Attributes { get; init; }
    public uint? Offset { get; init; }
    public uint? Size { get; init; }
}
