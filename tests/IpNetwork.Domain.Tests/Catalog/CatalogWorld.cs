using IpNetwork.Domain.Catalog;
using IpNetwork.Domain.Catalog.Effective;
using IpNetwork.Domain.Catalog.Items;
using IpNetwork.Domain.Catalog.Offerings;
using IpNetwork.Domain.Kernel;

namespace IpNetwork.Domain.Tests.Catalog;

/// <summary>A small network whose catalog a test fills through the same verbs as the product.</summary>
internal sealed class CatalogWorld
{
    public const string Pledge = "SC-IP-12";

    public static readonly NodeId Sichuan = new(51);
    public static readonly CatalogNode Mianyang = new(new(5107), NodeKind.City, NodeStatus.Operating, NodePath.Parse("/51/5107/"));
    public static readonly CatalogNode Chengdu = new(new(5101), NodeKind.City, NodeStatus.Operating, NodePath.Parse("/51/5101/"));
    public static readonly CatalogNode Station = new(new(510790), NodeKind.Workstation, NodeStatus.Operating, NodePath.Parse("/51/5107/510790/"));

    public static readonly ServiceDirectory ValueAdded = new("知识产权个性化/增值服务名录", [new(1, "知识产权咨询"), new(7, "知识产权贯标")]);

    private readonly Dictionary<NodeId, NodeCatalog> nodes = new[] { Mianyang, Chengdu, Station }.ToDictionary(node => node.Id, NodeCatalog.Empty);

    public BaseCatalog Base { get; private set; } = BaseCatalog.Of(Sichuan, []);

    /// <summary>Monday 2026-03-02, 9:00 in China.</summary>
    public DateTimeOffset Now { get; private set; } = China("2026-03-02 09:00");

    public DateOnly Today => EffectiveDay.Of(Now);

    public static DateTimeOffset China(string text) =>
        new(DateTime.ParseExact(text, "yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture), TimeSpan.FromHours(8));

    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    public static ItemContent Content(string name = "商标质押登记") => new()
    {
        Name = name,
        Category = "知识产权运用",
        ServiceObject = "企业法人、个人、其他组织",
        Content = "为出质人和质权人办理登记的受理与转送",
        Form = "线上、线下",
        PlatformRole = PlatformRole.AcceptAndForward,
        Bundle = new(12),
        FlowConditions = "申请、核验、转送、反馈",
        HandlingWay = "网上全程、窗口",
        CommittedLimit = 10,
        StatutoryLimit = 20,
        Visits = 1,
        Materials = [new("form", "申请表"), new("contract", "质押合同"), new("identity", "身份证明")],
        SupervisionWay = "好差评、电话回访",
        Fee = new(false),
        TargetKinds = [NodeKind.City, NodeKind.Workstation],
        OpenedFields = ["committedLimit", "materials", "visits"],
    };

    public static ItemContent OwnContent(string name = "贯标辅导") => Content(name) with
    {
        DirectoryEntry = "知识产权贯标",
        OpenedFields = [],
        TargetKinds = [],
        Bundle = new(),
    };

    public static FieldChange[] EveryLocalField { get; } =
    [
        new("department", "绵阳市知识产权公共服务平台"),
        new("windows", "二层 12—15 号窗"),
        new("address", "涪城区示例路 1 号"),
        new("hours", "工作日 9:00—17:00"),
        new("phones", "0816-000 0000"),
        new("staff", "综合受理岗 4 人"),
        new("link", "https://example.cn/pledge"),
        new("pickUpPoint", "二层 12 号窗"),
    ];

    public CatalogWorld At(string china)
    {
        Now = China(china);
        return this;
    }

    public CatalogWorld Set(CatalogNode node)
    {
        nodes[node.Id] = nodes.TryGetValue(node.Id, out var known) ? known.At(node) : NodeCatalog.Empty(node);
        return this;
    }

    public NodeCatalog NodeCatalogOf(CatalogNode node) => nodes[node.Id];

    public EffectiveCatalog Catalog(CatalogNode node) => new(Base, nodes[node.Id], nodes.Values);

    public IEnumerable<EffectiveCatalog> Catalogs => nodes.Keys.Order().Select(id => Catalog(nodes[id].Node));

    public EffectiveItem Item(CatalogNode node, string code = Pledge) => Find(node, code) ?? throw new InvalidOperationException($"{code} is not at {node.Id}.");

    public EffectiveItem? Find(CatalogNode node, string code = Pledge) => Catalog(node).Find(code, Now);

    public Outcome<BaseItemVersion> TryPublish(ItemContent content, string code = Pledge, string? on = null, string? reason = "全省统一编制")
    {
        var draft = Base.History(code)?.Latest is { } latest
            ? BaseItemDraft.From(latest, Guid.NewGuid(), Now)
            : BaseItemDraft.Start(Sichuan, Guid.NewGuid(), code, content, Now).Value;
        var written = draft.Write(content, reason, Now);
        return written.IsDone ? draft.Publish(Base, on is null ? Today : Day(on), Now, Guid.NewGuid()) : Outcome.Refused<BaseItemVersion>(written.Refusals);
    }

    public BaseItemVersion Publish(ItemContent? content = null, string code = Pledge, string? on = null) => Keep(TryPublish(content ?? Content(), code, on).Value);

    public BaseItemVersion Turn(ItemState to, string code = Pledge, string? on = null, string reason = "上级通知") =>
        Keep(Base.Turn(code, to, reason, on is null ? Today : Day(on), Now, Guid.NewGuid()).Value);

    public OfferingDraft Draft(CatalogNode node, string code = Pledge) =>
        OfferingDraft.Start(node.Id, Guid.NewGuid(), code, nodes[node.Id].Offering(code)?.Latest, Now);

    public Outcome<OfferingVersion> TryOffer(CatalogNode node, FieldChange[] changes, string code = Pledge, string? on = null)
    {
        var draft = Draft(node, code);
        draft.Explain("按本地情况填写", Now);
        var applied = draft.Apply(Base.At(code, Now)!.Content, changes, Now);
        return applied.IsDone ? TryOffer(node, draft, on) : Outcome.Refused<OfferingVersion>(applied.Refusals);
    }

    public Outcome<OfferingVersion> TryOffer(CatalogNode node, OfferingDraft draft, string? on = null) =>
        draft.Publish(Base, nodes[node.Id], on is null ? Today : Day(on), Now, Guid.NewGuid());

    public OfferingVersion Offer(CatalogNode node, params FieldChange[] changes) => Keep(TryOffer(node, changes).Value);

    public OfferingVersion Keep(OfferingVersion version)
    {
        nodes[version.NodeId] = nodes[version.NodeId].With(version);
        return version;
    }

    public BaseItemVersion Keep(BaseItemVersion version)
    {
        Base = Base.With(version);
        return version;
    }

    public Outcome<OwnItemVersion> TryOwn(
        CatalogNode node, ItemContent content, string code = "MY-01", bool shared = false, FieldChange[]? local = null, string? on = null)
    {
        var started = nodes[node.Id].OwnItem(code)?.Latest is { } latest
            ? OwnItemDraft.From(latest, Guid.NewGuid(), Now)
            : OwnItemDraft.Start(node.Id, Guid.NewGuid(), code, content, Base, Now);
        if (!started.IsDone)
        {
            return Outcome.Refused<OwnItemVersion>(started.Refusals);
        }

        var written = started.Value.Write(content, local ?? EveryLocalField, shared, "本地高频需求", Base, Now);
        return written.IsDone
            ? started.Value.Publish(Base, nodes[node.Id], ValueAdded, on is null ? Today : Day(on), Now, Guid.NewGuid())
            : Outcome.Refused<OwnItemVersion>(written.Refusals);
    }

    public OwnItemVersion Own(CatalogNode node, ItemContent? content = null, string code = "MY-01", bool shared = false) =>
        Keep(TryOwn(node, content ?? OwnContent(), code, shared).Value);

    public OwnItemVersion Keep(OwnItemVersion version)
    {
        nodes[version.NodeId] = nodes[version.NodeId].With(version);
        return version;
    }
}
