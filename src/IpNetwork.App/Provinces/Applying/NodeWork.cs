using IpNetwork.App.Data;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Nodes;

namespace IpNetwork.App.Provinces.Applying;

/// <summary>All that one node gets from a pack: committed together, in that node's own context.</summary>
internal sealed class NodeWork(TenantNode node, string name)
{
    private readonly List<object> rows = [];
    private readonly List<Happening> happenings = [];
    private readonly HashSet<string> topics = [];

    public TenantNode Node => node;

    public string Name => name;

    public IReadOnlyList<object> Rows => rows;

    public IReadOnlyList<Happening> Happenings => happenings;

    public IReadOnlyCollection<string> Topics => topics;

    /// <summary>The names of a node that exists, where the pack has others now.</summary>
    public NodeNames? Renaming { get; set; }

    public bool IsEmpty => rows.Count == 0 && Renaming is null;

    public void Add(object row) => rows.Add(row);

    public void Say(Happening happening, string topic)
    {
        Say(happening);
        topics.Add(topic);
    }

    /// <summary>Something that no memory of the program has to be told of.</summary>
    public void Say(Happening happening) => happenings.Add(happening);
}
