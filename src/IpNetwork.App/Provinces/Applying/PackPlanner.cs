using IpNetwork.App.Data;
using IpNetwork.App.Provinces.Packs;
using IpNetwork.App.Shell;
using IpNetwork.Domain.Catalog.Items;
using IpNetwork.Domain.Kernel;
using IpNetwork.Domain.Nodes;

namespace IpNetwork.App.Provinces.Applying;

/// <summary>Compares a pack with what the deployment holds of its province.</summary>
internal sealed class PackPlanner
{
    private readonly ProvincePack pack;
    private readonly NetworkState state;
    private readonly DateTimeOffset now;
    private readonly PackNames names;
    private readonly PackPlan plan;
    private readonly MarkBook marks;
    private readonly Dictionary<NodeId, Node> nodes;
    private readonly Dictionary<NodeId, NodeWork> works = [];

    public PackPlanner(ProvincePack pack, NetworkState state, DateTimeOffset now)
    {
        (this.pack, this.state, this.now) = (pack, state, now);
        names = new(pack);
        plan = new(new(pack.Province.Centre.Node));
        marks = new(state.Settings?.Marks ?? PackMarks.None);
        nodes = new(state.Nodes);
    }

    private DateOnly Today => ChinaTime.DayOf(now);

    public PackPlan Plan(string hash)
    {
        Nodes();
        new PlatePlanner(pack, state, plan, now).Plan(InOrder(), nodes, WorkOf);
        var catalog = BaseItems();
        new OfferingPlanner(pack, state, marks, plan, now).Plan(catalog, nodes, WorkOf);
        if (nodes.TryGetValue(plan.Province, out var province))
        {
            new NormPlanner(pack, state, marks, plan, now).Plan(() => WorkOf(province));
        }

        foreach (var node in nodes.Values.OrderBy(node => NodePath.Parse(node.Path).Depth).ThenBy(node => node.Id.Value).Where(node => works.ContainsKey(node.Id)))
        {
            plan.Add(works[node.Id]);
        }

        Settings(hash);
        return plan;
    }

    private void Nodes()
    {
        var founded = new List<Node>();
        foreach (var given in InOrder())
        {
            var id = new NodeId(given.Id);
            var isNew = marks.IsNew($"node/{given.Slug}", given.Slug, given.Kind, given.Parent, given.Division, given.PlaceName, given.OfficialName, pack.Province.Naming);
            var known = nodes.GetValueOrDefault(id);
            if (known is null)
            {
                Found(given, founded);
            }
            else if (known.Slug != given.Slug || known.Kind != given.Kind || known.NetworkId.Value != pack.Province.Centre.Node)
            {
                plan.Refuse(given.Slug, [new("NODE_ID_TAKEN", $"编号 {given.Id} 已是节点 {known.Slug}。编号、网址名和类别定了就不再改变。")]);
            }
            else if (isNew)
            {
                Rename(given, known);
            }
        }

        foreach (var kind in founded.GroupBy(node => node.Kind))
        {
            plan.Say($"设立{NodeWords.Of(kind.Key)} {kind.Count()} 个：{string.Join("、", kind.Select(node => node.ShortName))}");
        }
    }

    private void Found(PackNode given, List<Node> founded)
    {
        var parent = given.Parent is { } id ? nodes.GetValueOrDefault(new(id)) : null;
        var named = names.Of(given);
        var order = Order(given.Plate?.On ?? PackDay());
        var taken = nodes.Values.FirstOrDefault(node => node.Slug == given.Slug);
        if (!named.IsDone || taken is not null)
        {
            plan.Refuse(given.Slug, [.. named.Refusals, .. taken is null ? [] : new Refusal[] { new("SLUG_TAKEN", $"网址名“{given.Slug}”已是编号 {taken.Id} 的节点。") }]);
            return;
        }

        var founding = new Founding { Id = new(given.Id), Slug = given.Slug, Kind = given.Kind, Names = named.Value, IsSample = given.Sample, FoundedOn = order.EffectiveOn };
        var outcome = Node.Found(founding, parent, order);
        if (!outcome.IsDone)
        {
            plan.Refuse(given.Slug, outcome.Refusals);
            return;
        }

        var (node, entry) = (outcome.Value.Node, outcome.Value.Entry);
        nodes[node.Id] = node;
        founded.Add(node);
        var work = WorkOf(node);
        work.Add(node);
        work.Add(entry);
        work.Say(new("nodes.founded", "node", node.Slug, $"设立{node.OfficialName ?? node.PlaceName}") { Reason = order.Reason, Detail = new { node.OfficialName, node.OfficialNameRule, node.IsSample } }, ChangeSignal.Nodes);
        if (given.Status is NodeStatus.Qualified)
        {
            return;
        }

        var operating = node.Operate(given.Plate?.On, order);
        plan.Refuse(given.Slug, operating.Refusals);
        foreach (var change in operating.IsDone ? operating.Value : [])
        {
            work.Add(change);
        }
    }

    private void Rename(PackNode given, Node known)
    {
        if (known.ParentId?.Value != given.Parent)
        {
            plan.Say($"注意：{known.ShortName}的上级与配置包不同。配置包不移动节点，请在平台网络里办理调整。");
        }

        var named = names.Of(given);
        if (!named.IsDone)
        {
            plan.Refuse(given.Slug, named.Refusals);
            return;
        }

        var (renamed, before) = (named.Value, (known.PlaceName, known.ShortName, known.OfficialName, known.DivisionCode));
        if ((OfficialName.Normalize(renamed.PlaceName), OfficialName.Normalize(renamed.ShortName), renamed.Official?.Text, renamed.DivisionCode) == before)
        {
            return;
        }

        var checkedName = known.Rename(renamed, known.ParentId is { } parent ? nodes[parent] : null, Order(Today));
        plan.Refuse(given.Slug, checkedName.Refusals);
        var work = WorkOf(known);
        work.Renaming = renamed;
        work.Say(new("nodes.renamed", "node", known.Slug, $"更名为{known.OfficialName ?? known.PlaceName}") { Reason = Words.Update }, ChangeSignal.Nodes);
        plan.Say($"更名：{before.OfficialName ?? before.PlaceName} → {known.OfficialName ?? known.PlaceName}");
    }

    private BaseCatalog BaseItems()
    {
        var catalog = state.Base;
        var province = nodes.GetValueOrDefault(plan.Province);
        foreach (var item in province is null ? [] : pack.Items)
        {
            var content = PackContent.Of(item);
            var latest = catalog.History(item.Code)?.Latest;
            var isNew = marks.IsNew($"item/{item.Code}", item.EffectiveOn, content);
            if (latest is not null && (!isNew || Words.Changes(latest.Content, content).Count == 0))
            {
                continue;
            }

            var (day, at) = Words.Since(latest is null ? item.EffectiveOn : Today, now);
            var draft = latest is null ? BaseItemDraft.Start(plan.Province, Guid.CreateVersion7(now), item.Code, content, at) : BaseItemDraft.From(latest, Guid.CreateVersion7(now), at);
            var written = draft.IsDone ? draft.Value.Write(content, latest is null ? Words.First : Words.Update, at) : Outcome.Refused(draft.Refusals);
            var version = written.IsDone ? draft.Value.Publish(catalog, day, at, Guid.CreateVersion7(now)) : Outcome.Refused<BaseItemVersion>(written.Refusals);
            if (!version.IsDone)
            {
                plan.Refuse(item.Code, version.Refusals);
                continue;
            }

            catalog = catalog.With(version.Value);
            var differences = Words.Changes(latest?.Content, content);
            plan.Say(latest is null
                ? $"新增事项 {item.Code} {content.Name}，自 {day:yyyy-MM-dd} 生效"
                : $"修改事项 {item.Code} {content.Name}，今天生效：{string.Join("；", differences)}");
            var work = WorkOf(province!);
            work.Add(version.Value);
            work.Say(
                new("catalog.base-item-published", "base-item", item.Code, $"发布全省事项“{content.Name}”第 {version.Value.Version} 版")
                {
                    Reason = version.Value.Reason,
                    Detail = new { item.Code, version.Value.Version, version.Value.EffectiveAt, Changes = latest is null ? [] : differences },
                },
                ChangeSignal.BaseCatalog(plan.Province));
        }

        return catalog;
    }

    private void Settings(string hash)
    {
        var settings = PackSettings.Of(pack, names);
        var before = state.Settings;
        var changed = Words.Changes(before?.Settings, settings);
        if (before?.PackHash == hash && changed.Count == 0)
        {
            return;
        }

        plan.Settings = new() { NodeId = plan.Province, Settings = settings, PackHash = hash, Marks = marks.Now, AppliedAt = now };
        plan.Say(before is null ? "写入省级设置" : changed.Count > 0 ? $"修改省级设置：{string.Join("、", changed)}" : "省级设置不变，记下配置包的新版本");
    }

    private NodeWork WorkOf(Node node)
    {
        if (!works.TryGetValue(node.Id, out var work))
        {
            works[node.Id] = work = new(NodeDirectory.Tenant(node), node.ShortName);
        }

        return work;
    }

    private NodeOrder Order(DateOnly day) => new()
    {
        EffectiveOn = day > Today ? Today : day,
        Reason = state.Settings is null ? Words.First : Words.Update,
        DocumentNumber = $"{pack.Province.Name}配置包",
        RecordedAt = now,
    };

    private DateOnly PackDay() => pack.Items.Count == 0 ? Today : pack.Items.Min(item => item.EffectiveOn);

    /// <summary>Parents before children.</summary>
    private IEnumerable<PackNode> InOrder()
    {
        var byParent = pack.Nodes.Nodes.ToLookup(node => node.Parent);
        return Below(null);

        IEnumerable<PackNode> Below(int? parent) => byParent[parent].SelectMany(node => Below(node.Id).Prepend(node));
    }
}
