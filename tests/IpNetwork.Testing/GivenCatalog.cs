using IpNetwork.App.Catalog;
using IpNetwork.App.Data;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Catalog;
using IpNetwork.Domain.Catalog.Items;
using IpNetwork.Domain.Catalog.Offerings;
using IpNetwork.Domain.Kernel;
using Microsoft.Extensions.DependencyInjection;

namespace IpNetwork.Testing;

/// <summary>Published items for tests, through the same verbs as the product.</summary>
public sealed class GivenCatalog(NetworkHost host)
{
    public const string Pledge = "SC-IP-12";

    public static readonly ServiceDirectory ValueAdded = new("个性化/增值服务名录", [new(1, "知识产权咨询"), new(7, "知识产权贯标")]);

    private readonly Given given = new(host);

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

    private DateTimeOffset Now => host.Clock.GetUtcNow();

    private DateOnly Today => EffectiveDay.Of(Now);

    public static ItemContent Content(string name = "商标质押登记") => new()
    {
        OrderNo = 12,
        Name = name,
        Category = "知识产权运用",
        DirectoryEntry = "商标类基础服务",
        ServiceObject = "企业法人、个人、其他组织",
        Content = "为出质人和质权人办理登记的受理与转送",
        Form = "线上、线下",
        PlatformRole = PlatformRole.AcceptAndForward,
        Bundle = new(12),
        FlowConditions = "提交申请\n核验材料\n转送登记机关",
        AdmissionConditions = "商标权在有效期内\n双方已签质押合同",
        HandlingWay = "网上全程、窗口",
        CommittedLimit = 10,
        StatutoryLimit = 20,
        Visits = 1,
        Materials = [new("form", "申请表"), new("contract", "质押合同"), new("identity", "身份证明")],
        SupervisionWay = "好差评、电话回访",
        Fee = new(false),
        Keywords = ["商标贷款"],
        TargetKinds = [NodeKind.Province, NodeKind.City, NodeKind.KeyPark, NodeKind.County, NodeKind.Workstation],
        OpenedFields = ["committedLimit", "materials", "visits"],
    };

    public static ItemContent OwnContent(string name = "贯标辅导") =>
        Content(name) with { DirectoryEntry = "知识产权贯标", OpenedFields = [], TargetKinds = [], Bundle = new(), Category = "知识产权服务" };

    /// <summary>A base item of the province, in force from today or from a later day.</summary>
    public Task PublishAsync(TestNode province, ItemContent? content = null, string code = Pledge, DateOnly? on = null) =>
        WriteAsync(province, CatalogBook.BaseChanged(province.Id), async (db, book) =>
        {
            var catalog = await book.ProvinceAsync(province.Id, CancellationToken.None);
            var draft = catalog.History(code)?.Latest is { } latest
                ? BaseItemDraft.From(latest, Guid.CreateVersion7(), Now)
                : BaseItemDraft.Start(province.Id, Guid.CreateVersion7(), code, content ?? Content(), Now).Value;
            Done(draft.Write(content ?? Content(), "全省统一编制", Now));
            db.Add(draft.Publish(catalog, on ?? Today, Now, Guid.CreateVersion7()).Value);
        });

    public Task TurnAsync(TestNode province, ItemState to, string reason = "上级通知", string code = Pledge, DateOnly? on = null) =>
        WriteAsync(province, CatalogBook.BaseChanged(province.Id), async (db, book) =>
        {
            var catalog = await book.ProvinceAsync(province.Id, CancellationToken.None);
            db.Add(catalog.Turn(code, to, reason, on ?? Today, Now, Guid.CreateVersion7()).Value);
        });

    /// <summary>A node offers an item of the province; without changes, with every local field filled.</summary>
    public Task OfferAsync(TestNode node, string code = Pledge, params FieldChange[] changes) =>
        WriteAsync(node, CatalogBook.NodeChanged(node.Id), async (db, book) =>
        {
            var catalog = await book.OfAsync(node.Node, CancellationToken.None);
            var draft = OfferingDraft.Start(node.Id, Guid.CreateVersion7(), code, catalog.NodeCatalog.Offering(code)?.Latest, Now);
            var item = catalog.Province.At(code, Now) ?? throw new InvalidOperationException($"{code} is not published.");
            Done(draft.Apply(item.Content, changes.Length == 0 ? EveryLocalField : changes, Now));
            draft.Explain("按本地情况填写", Now);
            db.Add(draft.Publish(catalog.Province, catalog.NodeCatalog, Today, Now, Guid.CreateVersion7()).Value);
        });

    public Task OwnAsync(TestNode node, ItemContent? content = null, string code = "MY-01", bool shared = false) =>
        WriteAsync(node, CatalogBook.NodeChanged(node.Id), async (db, book) =>
        {
            var catalog = await book.OfAsync(node.Node, CancellationToken.None);
            var draft = OwnItemDraft.Start(node.Id, Guid.CreateVersion7(), code, content ?? OwnContent(), catalog.Province, Now).Value;
            Done(draft.Write(content ?? OwnContent(), EveryLocalField, shared, "本地高频需求", catalog.Province, Now));
            db.Add(draft.Publish(catalog.Province, catalog.NodeCatalog, ValueAdded, Today, Now, Guid.CreateVersion7()).Value);
        });

    /// <summary>Something being written at a node: a province's item, or a node's own.</summary>
    public Task DraftAsync(TestNode node, string name, string code) =>
        WriteAsync(node, CatalogBook.NodeChanged(node.Id), async (db, book) =>
        {
            var catalog = await book.ProvinceAsync(node.Node.NetworkId, CancellationToken.None);
            db.Add<object>(node.Kind is NodeKind.Province
                ? BaseItemDraft.Start(node.Id, Guid.CreateVersion7(), code, Content(name), Now).Value
                : OwnItemDraft.Start(node.Id, Guid.CreateVersion7(), code, OwnContent(name), catalog, Now).Value);
        });

    private Task<bool> WriteAsync(TestNode node, string topic, Func<NetworkDb, CatalogBook, Task> write) => given.InAsync(node.Tenant, async services =>
    {
        var outcome = await services.GetRequiredService<UnitOfWork>().CommitAsync(Actor.Program("测试", node.Id), async deed =>
        {
            await write(services.GetRequiredService<NetworkDb>(), services.GetRequiredService<CatalogBook>());
            deed.Happened(new("catalog.published", "item", "test", "公布事项"));
            deed.Announce(topic);
            return Outcome.Done;
        }, CancellationToken.None);
        return outcome.IsDone ? true : throw new InvalidOperationException(outcome.Refusals[0].Message);
    });

    private static void Done(Outcome outcome)
    {
        if (!outcome.IsDone)
        {
            throw new InvalidOperationException(outcome.Refusals[0].Message);
        }
    }
}
