using IpNetwork.Domain.Kernel;

namespace IpNetwork.Domain.Opening;

/// <summary>What a node has and still lacks before it opens, and while it is open.</summary>
public sealed record Readiness(IReadOnlyList<ReadinessItem> Items)
{
    public bool IsReady => Items.All(item => item.IsDone);

    public IEnumerable<ReadinessItem> Missing => Items.Where(item => !item.IsDone);

    public static Readiness Of(OpeningFacts facts) => new(
    [
        Premises(facts),
        Manager(facts),
        People(facts),
        new(ReadinessPart.Catalog, facts.LocalisedItems > 0 || facts.Items == 0, facts.Items == 0
            ? "省里还没有发布事项，暂时不用填。"
            : $"全省事项 {facts.Items} 项，已填好本地窗口和电话的 {facts.LocalisedItems} 项{(facts.LocalisedItems == 0 ? "，至少填好一项" : "")}。"),
        Modules(facts),
    ]);

    private static ReadinessItem Premises(OpeningFacts facts) => facts.Premises is { } place
        ? new(ReadinessPart.Premises, true, $"{place.Address}，{place.Area:0.##} 平方米{(place.ShortfallReason is null ? "" : "，面积不足的理由已经写明")}。")
        : new(ReadinessPart.Premises, false, "没有登记场所。请登记地址、面积和布局。");

    private static ReadinessItem Manager(OpeningFacts facts)
    {
        var managers = facts.Working.Where(member => member.Post is StaffPost.Manager).ToList();
        return managers.Any(member => member.Employment is EmploymentType.FullTime) ? new(ReadinessPart.Manager, true, $"{managers.Count} 名管理人员，有专职的。")
            : managers.Count > 0 ? new(ReadinessPart.Manager, false, "管理人员都是兼职，未就绪。请配一名专职的。")
            : new(ReadinessPart.Manager, false, "没有登记管理人员。请登记一名符合条件的专职管理人员。");
    }

    private static ReadinessItem People(OpeningFacts facts)
    {
        var count = facts.Working.Count(member => member.Employment is EmploymentType.FullTime);
        return facts.People is { } threshold
            ? new(ReadinessPart.People, threshold.IsMetBy(count), $"专职 {count} 人，应不少于 {threshold.Minimum:0.##} 人。")
            : new(ReadinessPart.People, count > 0, count > 0 ? $"专职 {count} 人。" : "没有登记专职人员。请至少登记一名。");
    }

    private static ReadinessItem Modules(OpeningFacts facts)
    {
        var (on, waiting) = (facts.Modules.Count(module => module.State is ModuleState.On), facts.Modules.Count(module => module.State is ModuleState.Applied));
        var allotted = facts.Modules.Count(module => module.AllottedOn is not null);
        var bare = facts.Modules.Where(module => module.State is ModuleState.On && facts.Working.All(member => !member.Serves.Codes.Contains(module.Code))).ToList();
        return bare.Count > 0 ? new(ReadinessPart.Modules, false, $"{bare.Count} 个开着的模块没有人负责。请指定人员，或者先关掉。")
            : allotted == 0 ? new(ReadinessPart.Modules, false, waiting > 0 ? $"申请了 {waiting} 个模块，等省级平台配给。" : "没有申请服务模块。请申请要办的模块。")
            : new(ReadinessPart.Modules, true, facts.IsOpenToPublic ? $"配给 {allotted} 个模块，开着 {on} 个。" : $"配给 {allotted} 个模块，挂牌运行以后可以打开。");
    }
}

public enum ReadinessPart
{
    Premises,
    Manager,
    People,
    Catalog,
    Modules,
}

public sealed record ReadinessItem(ReadinessPart Part, bool IsDone, string Says);

/// <summary>What is known of a node on a day.</summary>
public sealed record OpeningFacts
{
    public required bool IsOpenToPublic { get; init; }

    public Premises? Premises { get; init; }

    /// <summary>Employed on the day.</summary>
    public IReadOnlyList<StaffMember> Working { get; init; } = [];

    /// <summary>How many people a node of its kind has; null where nothing is set.</summary>
    public Threshold? People { get; init; }

    public IReadOnlyList<NodeModule> Modules { get; init; } = [];

    /// <summary>The province's items in force here.</summary>
    public int Items { get; init; }

    public int LocalisedItems { get; init; }
}
