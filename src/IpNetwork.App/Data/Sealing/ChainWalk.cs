using IpNetwork.App.Data.Trail;

namespace IpNetwork.App.Data.Sealing;

/// <summary>Goes along a chain link by link and remembers the first that does not hold.</summary>
internal sealed class ChainWalk(IReadOnlyDictionary<long, List<string>> published)
{
    private readonly Dictionary<long, ulong> ends = [];
    private Break? first;
    private int missing;
    private bool isMadeUpFor;

    public long Number { get; private set; }

    public string Head { get; private set; } = Link.Origin;

    public long Seals { get; private set; }

    public long Events { get; private set; }

    public long? LastCluster { get; private set; }

    public ulong EndOf(long cluster) => ends.GetValueOrDefault(cluster);

    public void Take(AuditSeal seal, Batch found)
    {
        if (first is null)
        {
            first = Check(seal) ?? Compare(seal, found);
            missing = first is null ? 0 : seal.Events - found.Events;
        }
        else if (Math.Sign(found.Events - seal.Events) == Math.Sign(missing) && missing != 0)
        {
            isMadeUpFor = true;
        }

        (Number, Head, LastCluster) = (seal.Number, seal.Head, seal.Cluster);
        ends[seal.Cluster] = seal.ToTx;
        Seals++;
        Events += found.Events;
    }

    /// <param name="stray">Events that no link covers and none can cover any more.</param>
    public Break? Verdict(long stray)
    {
        if (first is { Kind: BreakKind.EventDeleted or BreakKind.EventInserted } && isMadeUpFor)
        {
            return first with { Kind = BreakKind.EventsReordered, Detail = $"第 {first.Seal} 号封印的记录被挪到了别的封印" };
        }

        if (first is not null)
        {
            return first;
        }

        if (published.Count > 0 && published.Keys.Max() is var last && last > Number)
        {
            return new(Number + 1, BreakKind.TailTruncated, $"已公布到第 {last} 号封印，库里只到第 {Number} 号");
        }

        return stray > 0 ? new(Number + 1, BreakKind.EventInserted, $"有 {stray} 条记录落在任何封印都不会再覆盖的位置") : null;
    }

    private Break? Check(AuditSeal seal)
    {
        if (seal.Number != Number + 1)
        {
            return new(Number + 1, BreakKind.SealMissing, $"第 {Number} 号封印之后是第 {seal.Number} 号");
        }

        if (seal.FromTx != EndOf(seal.Cluster) || seal.ToTx <= seal.FromTx || seal.Head != Link.HeadOf(Head, seal))
        {
            return new(seal.Number, BreakKind.SealRewritten, "封印的内容与它的链头不符");
        }

        return published.TryGetValue(seal.Number, out var heads) && heads.Any(head => head != seal.Head)
            ? new(seal.Number, BreakKind.SealRewritten, "封印的链头与公布过的不同")
            : null;
    }

    private static Break? Compare(AuditSeal seal, Batch found) => found.Events.CompareTo(seal.Events) switch
    {
        < 0 => new(seal.Number, BreakKind.EventDeleted, $"封印时有 {seal.Events} 条记录，现在有 {found.Events} 条"),
        > 0 => new(seal.Number, BreakKind.EventInserted, $"封印时有 {seal.Events} 条记录，现在有 {found.Events} 条"),
        _ when found.Root != seal.Root => new(seal.Number, BreakKind.EventEdited, $"{seal.Events} 条记录中有被改动的"),
        _ => null,
    };
}
