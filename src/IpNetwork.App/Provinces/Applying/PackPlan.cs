using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Kernel;

namespace IpNetwork.App.Provinces.Applying;

/// <summary>
/// What an apply would do. Planning makes every record in memory by the same rules as people's own work, so a pack the rules
/// refuse is refused before anything is written.
/// </summary>
internal sealed class PackPlan(NodeId province)
{
    private readonly List<NodeWork> works = [];
    private readonly List<string> lines = [];
    private readonly List<string> troubles = [];

    public NodeId Province => province;

    public IReadOnlyList<NodeWork> Works => works;

    public IReadOnlyList<CalendarYear> Notices { get; set; } = [];

    public CalendarImpact? Calendar { get; set; }

    /// <summary>Written last; null when the pack says what it said before.</summary>
    public ProvinceSettingsRow? Settings { get; set; }

    /// <summary>The difference in words.</summary>
    public IReadOnlyList<string> Lines => lines;

    /// <summary>Why the pack cannot be applied, or not in full.</summary>
    public IReadOnlyList<string> Troubles => troubles;

    public bool IsEmpty => works.All(work => work.IsEmpty) && Settings is null && (Calendar is null || Calendar.IsEmpty);

    public void Add(NodeWork work) => works.Add(work);

    public void Say(string line) => lines.Add(line);

    public void Refuse(string about, IEnumerable<Refusal> refusals) => troubles.AddRange(refusals.Select(refusal => $"{about}：{refusal.Code} {refusal.Message}"));
}
