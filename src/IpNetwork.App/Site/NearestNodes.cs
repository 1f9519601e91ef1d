using IpNetwork.Domain.Nodes;

namespace IpNetwork.App.Site;

/// <summary>Nodes whose name in addresses, or whose place, is close to what was asked for.</summary>
internal static class NearestNodes
{
    private const int Most = 5;
    private const int Far = int.MaxValue;

    public static IEnumerable<Node> To(string asked, IReadOnlyList<Node> nodes)
    {
        var text = asked.ToLowerInvariant();
        return text.Length is 0 or > Slug.Longest
            ? []
            : nodes.Select(node => (Node: node, Distance: Distance(text, node)))
                .Where(near => near.Distance < Far)
                .OrderBy(near => near.Distance).ThenBy(near => near.Node.Slug.Length).ThenBy(near => near.Node.Slug, StringComparer.Ordinal)
                .Select(near => near.Node)
                .Take(Most);
    }

    private static int Distance(string asked, Node node)
    {
        if (node.PlaceName.Contains(asked, StringComparison.Ordinal) || asked.Contains(node.ShortName, StringComparison.Ordinal))
        {
            return 0;
        }

        if (asked.Length >= 3 && (node.Slug.Contains(asked, StringComparison.Ordinal) || asked.Contains(node.Slug, StringComparison.Ordinal)))
        {
            return 1;
        }

        var edits = Edits(asked, node.Slug);
        return edits <= Math.Max(1, asked.Length / 4) ? 1 + edits : Far;
    }

    /// <summary>Letters to add, drop or change.</summary>
    private static int Edits(string from, string to)
    {
        var row = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 1; i <= from.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var cost = from[i - 1] == to[j - 1] ? diagonal : diagonal + 1;
                (diagonal, row[j]) = (row[j], Math.Min(cost, Math.Min(row[j], row[j - 1]) + 1));
            }
        }

        return row[^1];
    }
}
