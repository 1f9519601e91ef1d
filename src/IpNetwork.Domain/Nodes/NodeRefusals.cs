using IpNetwork.Domain.Kernel;

namespace IpNetwork.Domain.Nodes;

/// <summary>Every way an act on the network is refused.</summary>
public static class NodeRefusals
{
    public const string InvalidParent = "INVALID_PARENT";
    public const string BadDate = "BAD_DATE";
    public const string ForbiddenScope = "FORBIDDEN_SCOPE";

    // 川知促发〔2021〕59号 三(一): each node is kept up by its own locality; only the province orders the network.
    public static Refusal OutsideTheSubtree(string name) =>
        Refusal.Forbidden(ForbiddenScope, $"“{name}”不在您所代表的平台之下，不能办理它的事。请由其属地平台或省级平台办理。");

    public static Refusal OrderedByTheProvince() =>
        Refusal.Forbidden(ForbiddenScope, "节点的设立、改隶、更名、并入、暂停和域名由省级平台负责人办理。请把文件报省级平台。");

    public static Refusal UnknownNode(string field) =>
        Refusal.Input("UNKNOWN_NODE", field, "没有这个平台。请填本省平台的网址名。");

    public static Refusal UnknownKind() =>
        Refusal.Input("UNKNOWN_VALUE", "kind", $"只能是：{string.Join("、", Enum.GetNames<NodeKind>())}。");

    public static Refusal BadDay(string field) =>
        Refusal.Input(BadDate, field, "日期没有填或写法不对。请写成 2026-04-09。");

    public static Refusal SlugTaken(string slug) =>
        new("SLUG_TAKEN", $"网址名“{slug}”已经有平台在用。请换一个。") { Field = "slug" };

    public static Refusal HostNameTaken(string host) =>
        new("HOST_NAME_TAKEN", $"域名“{host}”已经有平台在用。请先在那个平台停用，或者换一个。") { Field = "hostName" };

    public static Refusal ParentMissing(NodeKind kind) =>
        Refusal.Input(InvalidParent, "parent", $"{kind.Chinese()}没有写上级节点。请选择上级。");

    public static Refusal ProvinceHasNoParent() =>
        Parent("省级平台没有上级。请去掉上级。");

    public static Refusal ParentOfWrongKind(NodeKind kind, NodeKind parent) =>
        Parent($"{kind.Chinese()}不能设在{parent.Chinese()}之下。请改选{string.Join("、", NodePlacement.ParentsOf(kind).Select(fitting => fitting.Chinese()))}作为上级。");

    public static Refusal TooDeep() =>
        Parent($"这样会超过 {NodePath.MaxDepth} 层。请改选更高一层的上级。");

    public static Refusal OtherDivision(string code, string parentCode) =>
        Parent($"行政区划代码 {code} 不在上级 {parentCode} 的辖区内。请改选属地的上级，或更正代码。");

    public static Refusal ParentGone() =>
        Parent("上级节点已摘牌或已并入其他节点。请改选仍在的上级。");

    public static Refusal OtherNetwork() =>
        Parent("上级节点属于另一个省的网络。请改选本省的上级。");

    public static Refusal BelowItself() =>
        Parent("新的上级是本节点自己或在本节点之下，会形成循环。请改选别的上级。");

    public static Refusal EffectiveBeforeFounding(DateOnly effectiveOn, DateOnly foundedOn) =>
        new(BadDate, $"生效日 {effectiveOn:O} 早于设立日 {foundedOn:O}。请核对文件上的日期。") { Field = "effectiveOn" };

    public static Refusal EffectiveInFuture(DateOnly effectiveOn) =>
        Refusal.Input(BadDate, "effectiveOn", $"生效日 {effectiveOn:O} 还没有到，变更登记后立即生效。请到当天再登记，或更正日期。");

    public static Refusal PlatedBeforeFounding(DateOnly platedOn, DateOnly foundedOn) =>
        new(BadDate, $"挂牌日 {platedOn:O} 早于设立日 {foundedOn:O}。请核对日期。") { Field = "platedOn" };

    public static Refusal SuspensionEndsBeforeItBegins(DateOnly until, DateOnly effectiveOn) =>
        Refusal.Input(BadDate, "until", $"暂停截止日 {until:O} 早于开始日 {effectiveOn:O}。请核对日期。");

    public static Refusal ReasonRequired() =>
        Refusal.Input("REASON_REQUIRED", "reason", "没有写理由。请写明理由，会留在节点沿革里。");

    public static Refusal DocumentRequired(string field) =>
        Refusal.Input("DOCUMENT_REQUIRED", field, "没有写文号。请填批准文件的文号。");

    public static Refusal ApproverRequired() =>
        Refusal.Input("APPROVER_REQUIRED", "approver", "没有写批准人。请填批准的单位或人员。");

    public static Refusal TooLong(string field, string label, int longest) =>
        Refusal.Input("TEXT_TOO_LONG", field, $"{label}超过 {longest} 个字。请缩短。");

    public static Refusal WrongStatus(NodeStatus status, string act) =>
        new("WRONG_NODE_STATUS", $"节点现在是“{status.Chinese()}”，不能{act}。请先核对节点状态。");

    public static Refusal NothingChanges() =>
        new("NOTHING_CHANGES", "与现在的登记相同，没有要变更的。请核对要改的内容。");

    public static Refusal ProvinceCannotMerge() =>
        new("CANNOT_MERGE", "省级平台不能并入其他节点。");

    public static Refusal CannotMergeInto() =>
        new("CANNOT_MERGE", "只能并入本省仍在的另一个节点。请改选并入的节点。") { Field = "into" };

    public static Refusal HasChildren() =>
        new("NODE_HAS_CHILDREN", "节点下面还有下级。请先把下级调整到别的上级，再合并。");

    public static Refusal BadDivisionCode() =>
        Refusal.Input("BAD_DIVISION_CODE", "divisionCode", "行政区划代码应为 6 位数字。请对照行政区划代码表填写。");

    public static Refusal BadHostName() =>
        Refusal.Input("BAD_HOST_NAME", "hostName", "域名写法不对。请填不带 http 和路径的域名，例如 ip.example.gov.cn。");

    public static Refusal BadSlug() =>
        Refusal.Input("BAD_SLUG", "slug", $"网址名应为 2 至 {Slug.Longest} 个小写字母、数字或连字符，且不以连字符开头或结尾。请修改。");

    public static Refusal SlugReserved(string slug) =>
        Refusal.Input("SLUG_RESERVED", "slug", $"“{slug}”是系统用的地址，不能作网址名。请换一个。");

    public static Refusal NameEmpty(string field) =>
        Refusal.Input("EMPTY", field, "没有填名称。请填写。");

    public static Refusal NotAPrefecture(string name) =>
        Refusal.Input("NOT_A_PREFECTURE", "placeName", $"“{name}”不是本省的市（州）。请填市（州）的名称。");

    public static Refusal NotADistrictOfTheCapital(string name) =>
        Refusal.Input("NOT_A_CAPITAL_DISTRICT", "placeName", $"“{name}”不是省会城市的区（市、县）。功能区等另有规定的，请按规定的名称填写并写明文号。");

    public static Refusal ZoneNotNational(string name) =>
        Refusal.Input("ZONE_NOT_NATIONAL", "placeName", $"“{name}”不是国家级园区，不能用国家级园区的名称样式。请按园区工作站命名，或填另有规定的名称和文号。");

    public static Refusal ZoneOfAnotherKind(string name) =>
        Refusal.Input("ZONE_NOT_NATIONAL", "placeName", $"“{name}”不是国家级高新区或经开区，不能用这一名称样式。请填另有规定的名称和文号。");

    public static Refusal ZoneDocumentMissing(string name) =>
        Refusal.Input("ZONE_DOCUMENT_MISSING", "levelDocument", $"“{name}”没有写批准为国家级的文号。请补上文号。");

    public static Refusal ParkNameEndsWithWorkstation(string name) =>
        Refusal.Input("PARK_NAME_ENDS_WITH_WORKSTATION", "park", $"园区名称“{name}”已带“工作站”，会重复。请只填园区名称。");

    public static Refusal CapitalHasNoBranch(string city) =>
        new("CHENGDU_CITY_BRANCH_NOT_ALLOWED", $"{city}本级不设分中心。请填所属的区（市、县）。") { Field = "placeName" };

    public static Refusal ContainsAdminSuffix(string place, string shortName) =>
        Refusal.Input("CONTAINS_ADMIN_SUFFIX", "officialName", $"名称里的“{place}”带有行政区划后缀，原则上写“{shortName}”。要保留，请写明理由和批准人。");

    private static Refusal Parent(string message) => new(InvalidParent, message) { Field = "parent" };
}
