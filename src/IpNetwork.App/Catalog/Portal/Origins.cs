using IpNetwork.App.Shell;
using IpNetwork.Domain.Catalog.Effective;
using IpNetwork.Domain.Kernel;
using IpNetwork.Domain.Nodes;

namespace IpNetwork.App.Catalog.Portal;

/// <summary>Who decided a value, in the words of one page; remembers which marks the page used, for its legend.</summary>
internal sealed class Origins(PublicPlace place)
{
    private readonly List<OriginMeaning> used = [];

    public static OriginView Province { get; } = new(Origin.Province, "全省统一");

    public IReadOnlyList<OriginMeaning> Legend => [.. used.OrderBy(meaning => meaning.Origin.Kind)];

    public OriginView Of(EffectiveField field) => Of(field.Origin.Kind, place.Nodes.ById(field.Origin.Node) ?? place.Node);

    public OriginView Local(EffectiveItem item) => item.IsPersonalised ? Owner(item) : Of(OriginKind.Node, place.Node);

    public OriginView Owner(EffectiveItem item) =>
        Of(item.IsPersonalised ? OriginKind.Own : OriginKind.Province, place.Nodes.ById(item.OwnedBy) ?? place.Node);

    private OriginView Of(OriginKind kind, Node node)
    {
        var local = node.Kind is NodeKind.Workstation ? Origin.Station : Origin.Node;
        var (origin, says) = kind switch
        {
            OriginKind.Province => (Province, "全省各地一样，各平台不能改"),
            OriginKind.Tightened => (new OriginView(Origin.Tightened, $"{node.ShortName}收紧"), "只能比全省更短、更少"),
            OriginKind.Node => (new OriginView(local, $"{node.ShortName}填写"), "地点、时间、电话等本地内容"),
            _ => (new OriginView(local, $"{node.ShortName}提供"), "这个平台自己的服务，由它负责"),
        };
        if (!used.Any(meaning => meaning.Origin == origin))
        {
            used.Add(new(origin, says));
        }

        return origin;
    }
}
