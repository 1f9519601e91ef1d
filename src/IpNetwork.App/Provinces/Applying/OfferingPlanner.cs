using IpNetwork.App.Data;
using IpNetwork.App.Provinces.Packs;
using IpNetwork.Domain.Catalog;
using IpNetwork.Domain.Catalog.Items;
using IpNetwork.Domain.Catalog.Offerings;
using IpNetwork.Domain.Kernel;
using IpNetwork.Domain.Nodes;

namespace IpNetwork.App.Provinces.Applying;

/// <summary>What nodes have filled in, tightened and added on their own.</summary>
internal sealed class OfferingPlanner(ProvincePack pack, NetworkState state, MarkBook marks, PackPlan plan, DateTimeOffset now)
{
    public void Plan(BaseCatalog catalog, IReadOnlyDictionary<NodeId, Node> nodes, Func<Node, NodeWork> workOf)
    {
        var offerings = pack.Offerings.Offerings.SelectMany(one => one.Items.Select(code => (one.Node, Code: code, Offering: (PackOffering?)one)))
            .Concat(pack.Offerings.Tightenings.Select(one => (one.Node, Code: one.Item, Offering: (PackOffering?)null)))
            .GroupBy(one => (one.Node, one.Code))
            .Select(group => (group.Key.Node, group.Key.Code, Offering: group.Select(one => one.Offering).FirstOrDefault(one => one is not null)))
            .ToLookup(one => one.Node);
        var own = pack.Offerings.OwnItems.ToLookup(one => one.Node);
        foreach (var given in pack.Nodes.Nodes)
        {
            if (!nodes.TryGetValue(new(given.Id), out var node))
            {
                continue;
            }

            var known = state.CatalogOf(node);
            var offered = offerings[given.Slug].Count(one => Offer(catalog, known, node, one.Code, one.Offering, workOf));
            var added = own[given.Slug].Count(one => AddOwn(catalog, known, node, one, workOf));
            if (offered + added > 0)
            {
                plan.Say($"{node.ShortName}：{string.Join("，", new[] { offered > 0 ? $"{offered} 个事项的本地要素" : "", added > 0 ? $"{added} 个自有事项" : "" }.Where(part => part.Length > 0))}");
            }
        }
    }

    private bool Offer(BaseCatalog catalog, NodeCatalog known, Node node, string code, PackOffering? offering, Func<Node, NodeWork> workOf)
    {
        var tightening = pack.Offerings.Tightenings.FirstOrDefault(one => one.Node == node.Slug && one.Item == code);
        var isNew = marks.IsNew($"offering/{node.Slug}/{code}", offering?.Local, offering?.Sample, tightening);
        var latest = known.Offering(code)?.Latest;
        if (catalog.History(code)?.Latest is not { } item || (latest is not null && !isNew))
        {
            return false;
        }

        var (day, at) = Words.Since(latest is null ? ChinaTime.DayOf(item.EffectiveAt) : ChinaTime.DayOf(now), now);
        var draft = OfferingDraft.Start(node.Id, Guid.CreateVersion7(now), code, latest, at);
        var applied = draft.Apply(item.Content,
        [
            .. offering is null ? [] : PackContent.Changes(offering.Local),
            .. tightening is null ? [] : PackContent.Changes(tightening, item.Content),
        ], at);
        if (offering?.Sample is true || tightening?.Sample is true)
        {
            draft.MarkSample();
        }

        var differences = latest is null ? [] : Words.Changes(latest, draft);
        if (applied.IsDone && latest is not null && differences.Count == 0)
        {
            return false;
        }

        draft.Explain(tightening?.Reason ?? (latest is null ? Words.First : Words.Update), at);
        var version = applied.IsDone ? draft.Publish(catalog, known, day, at, Guid.CreateVersion7(now)) : Outcome.Refused<OfferingVersion>(applied.Refusals);
        if (!version.IsDone)
        {
            plan.Refuse($"{node.Slug} {code}", version.Refusals);
            return false;
        }

        if (latest is not null)
        {
            plan.Say($"修改{node.ShortName} {code}，今天生效：{string.Join("；", differences)}");
        }

        var work = workOf(node);
        work.Add(version.Value);
        work.Say(
            new("catalog.offering-published", "offering", code, $"发布“{item.Content.Name}”的本地要素第 {version.Value.Version} 版") { Reason = version.Value.Reason, Detail = new { code, version.Value.Version, Changes = differences } },
            ChangeSignal.NodeCatalog(node.Id));
        return true;
    }

    private bool AddOwn(BaseCatalog catalog, NodeCatalog known, Node node, PackOwnItem given, Func<Node, NodeWork> workOf)
    {
        var content = PackContent.Of(given);
        var isNew = marks.IsNew($"own/{node.Slug}/{given.Code}", given.EffectiveOn, given.SharedDownward, given.Local, content);
        var latest = known.OwnItem(given.Code)?.Latest;
        if (latest is not null && !isNew)
        {
            return false;
        }

        var (day, at) = Words.Since(latest is null ? given.EffectiveOn : ChinaTime.DayOf(now), now);
        var draft = latest is null
            ? OwnItemDraft.Start(node.Id, Guid.CreateVersion7(now), given.Code, content, catalog, at)
            : OwnItemDraft.From(latest, Guid.CreateVersion7(now), at);
        var written = draft.IsDone
            ? draft.Value.Write(content, PackContent.Changes(given.Local), given.SharedDownward, latest is null ? Words.First : Words.Update, catalog, at)
            : Outcome.Refused(draft.Refusals);
        if (written.IsDone && latest is not null && latest.Local == draft.Value.Local && latest.SharedDownward == given.SharedDownward && Words.Changes(latest.Content, content).Count == 0)
        {
            return false;
        }

        var version = written.IsDone
            ? draft.Value.Publish(catalog, known, PackSettings.DirectoriesOf(pack).ValueAdded, day, at, Guid.CreateVersion7(now))
            : Outcome.Refused<OwnItemVersion>(written.Refusals);
        if (!version.IsDone)
        {
            plan.Refuse($"{node.Slug} {given.Code}", version.Refusals);
            return false;
        }

        var work = workOf(node);
        work.Add(version.Value);
        work.Say(
            new("catalog.own-item-published", "own-item", given.Code, $"发布自有事项“{content.Name}”第 {version.Value.Version} 版") { Reason = version.Value.Reason, Detail = new { given.Code, version.Value.Version } },
            ChangeSignal.NodeCatalog(node.Id));
        return true;
    }
}
