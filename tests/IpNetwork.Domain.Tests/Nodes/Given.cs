using IpNetwork.Domain.Kernel;
using IpNetwork.Domain.Nodes;
using IpNetwork.Domain.Tests.Vectors;

namespace IpNetwork.Domain.Tests.Nodes;

/// <summary>A small network: 四川 with 绵阳 and 德阳.</summary>
internal static class Given
{
    public static readonly DateTimeOffset Now = new(2026, 11, 20, 2, 0, 0, TimeSpan.Zero);
    public static readonly PersonId Officer = new(new Guid("0199a1b2-0000-7000-8000-000000000001"));

    private static readonly Dictionary<NodeKind, string> Codes = new()
    {
        [NodeKind.Province] = "510000",
        [NodeKind.City] = "510700",
        [NodeKind.KeyPark] = "510700",
        [NodeKind.County] = "510722",
        [NodeKind.Workstation] = "510704",
    };

    public static Node Province(int id = 51) => Node(NodeKind.Province, id, null);

    public static Node City(Node province, int id = 5107, string code = "510700") => Node(NodeKind.City, id, province, code);

    public static Node Node(NodeKind kind, int id, Node? parent, string? code = null) =>
        Founded(kind, id, parent, code).Value.Node;

    public static Outcome<FoundedNode> Founded(NodeKind kind, int id, Node? parent, string? code = null) =>
        Domain.Nodes.Node.Found(Founding(kind, id, code), parent, Order("2022-01-01"));

    public static Founding Founding(NodeKind kind, int id, string? code = null) => new()
    {
        Id = new(id),
        Slug = $"node-{id}",
        Kind = kind,
        Names = Names($"地名{id}", code ?? Codes[kind]),
        FoundedOn = Days.Of("2022-01-01"),
    };

    public static NodeNames Names(string place, string code = "510700", GeneratedName? official = null) =>
        new() { PlaceName = place, ShortName = place, DivisionCode = code, Official = official };

    public static NodeOrder Order(string effectiveOn = "2026-11-20", string? reason = "行政区划调整", string? document = "川府函〔2026〕8号") => new()
    {
        EffectiveOn = Days.Of(effectiveOn),
        Reason = reason,
        DocumentNumber = document,
        RecordedAt = Now,
        RecordedBy = Officer,
    };
}
