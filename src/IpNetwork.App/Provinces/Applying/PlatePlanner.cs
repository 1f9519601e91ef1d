using IpNetwork.App.Data;
using IpNetwork.App.Provinces.Packs;
using IpNetwork.Domain.Kernel;
using IpNetwork.Domain.Nodes;
using IpNetwork.Domain.Plates;

namespace IpNetwork.App.Provinces.Applying;

/// <summary>
/// Enters into the register the plates that hung before it was kept here: those a record confirms, and those of sample nodes.
/// A node that ever had a platform's plate in the register is left alone.
/// </summary>
internal sealed class PlatePlanner(ProvincePack pack, NetworkState state, PackPlan plan, DateTimeOffset now)
{
    private const string SampleSource = "样例，没有公开文件";

    public void Plan(IEnumerable<PackNode> given, Dictionary<NodeId, Node> nodes, Func<Node, NodeWork> workOf)
    {
        var numbering = PackSettings.NumberingOf(pack.Province);
        var registered = state.Plates.Where(plate => plate.Kind is PlateKind.Platform).Select(plate => plate.NodeId).ToHashSet();
        var taken = state.Plates.Select(plate => plate.Number).ToList();
        var entered = 0;
        foreach (var one in given.Where(one => one.Plate is not null || one.Sample))
        {
            if (nodes.GetValueOrDefault(new(one.Id)) is not { OfficialName: { } text, OfficialNameRule: { } rule, Status: not (NodeStatus.Qualified or NodeStatus.Delisted or NodeStatus.Merged) } node || !registered.Add(node.Id))
            {
                continue;
            }

            var plated = new PlatedNode(node.Id, plan.Province, node.Kind, node.Status, node.FoundedOn) { IsSample = node.IsSample };
            var source = one.Plate?.Source ?? SampleSource;
            var number = numbering.Next(PlateKind.Platform, node.Kind, taken);
            taken.Add(number);
            var inputs = new PlateInputs(new Dictionary<string, string> { ["source"] = source });
            workOf(node).Add(Plate.Enter(plated, new(text, OfficialName.Normalize(text), rule, inputs), number, one.Plate?.On, source, now));
            workOf(node).Say(new("plates.entered", "plate", number, $"登记牌匾 {number}：{text}") { Detail = new { number, text, rule, source } }, ChangeSignal.Nodes);
            entered++;
        }

        if (entered > 0)
        {
            plan.Say($"登记已经挂着的牌匾 {entered} 块");
        }
    }
}
