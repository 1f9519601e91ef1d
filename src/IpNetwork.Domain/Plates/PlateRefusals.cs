using IpNetwork.Domain.Kernel;

namespace IpNetwork.Domain.Plates;

/// <summary>Every way an act on plates is refused.</summary>
public static class PlateRefusals
{
    public const string BadDate = "BAD_DATE";

    // 川知促发〔2021〕59号 三(三)3: recognised as qualified first, then plated.
    public static Refusal NotQualified(NodeStatus status) =>
        new("NOT_QUALIFIED", $"平台现在是“{status.Chinese()}”，只有已认定、待挂牌的平台才能挂牌。请先完成验收认定，或核对选的平台。");

    public static Refusal NodeNotOperating(NodeStatus status) =>
        new("NODE_NOT_OPERATING", $"平台现在是“{status.Chinese()}”，挂牌运行以后才能授服务功能牌匾。请先办理挂牌。");

    public static Refusal NotByPattern(string? pattern) => new(
        "PLATE_PATTERN",
        pattern is null
            ? "这类平台的牌匾文字没有统一样式。请填文件规定的文字，并写明文号和理由。"
            : $"牌匾文字与按规则生成的“{pattern}”不一致。请用生成的文字；另有文件规定的，请写明文号和理由。")
    { Field = "text" };

    public static Refusal Duplicate(string number) =>
        new("PLATE_DUPLICATE", $"这个牌匾文字已经用在编号 {number} 的牌匾上。请核对平台和文字。") { Field = "text" };

    public static Refusal FunctionTaken(string function, string number) =>
        new("FUNCTION_TAKEN", $"这个平台的“{function}”已经授过牌，编号 {number}。同一平台同一功能只授一块，请核对。") { Field = "function" };

    public static Refusal SamePerson() =>
        Refusal.Forbidden("SAME_PERSON", "这块牌匾是您起草的，须由另一位负责人批准。请交给另一位负责人办理。");

    public static Refusal AlreadyPrepared() =>
        new("PROPOSAL_OPEN", "这个平台已经有一份同类牌匾等候批准。请先处理那一份，或者撤回后重新起草。");

    public static Refusal AlreadyDecided() =>
        new("ALREADY_DECIDED", "这份牌匾已经处理过，不能再改。请回到列表看结果。");

    public static Refusal UnknownFunction(IReadOnlyList<string> known) =>
        Refusal.Input("UNKNOWN_VALUE", "function", known.Count == 0 ? "省里还没有定可以授牌的服务类型。请先在省级配置包里写明。" : $"服务类型只能是：{string.Join("、", known)}。请从列表里选。");

    public static Refusal UnknownNode() =>
        Refusal.Input("UNKNOWN_NODE", "node", "没有这个平台，或者它不在本省。请从列表里选。");

    public static Refusal UnknownKind() =>
        Refusal.Input("UNKNOWN_VALUE", "kind", $"只能是：{string.Join("、", Enum.GetNames<PlateKind>())}。");

    public static Refusal NotSuspended() =>
        new("NOT_SUSPENDED", "这块牌匾没有暂停，不用恢复。请核对编号。");

    public static Refusal AlreadyDown() =>
        new("ALREADY_DOWN", "这里没有挂着的牌匾可以摘，可能已经摘过。请核对编号和历史。");

    public static Refusal BeforeFounding(DateOnly on, DateOnly foundedOn) =>
        new(BadDate, $"挂牌日 {on:O} 早于认定设立日 {foundedOn:O}。请核对日期。") { Field = "issuedOn" };

    public static Refusal InFuture(string field, DateOnly on) =>
        Refusal.Input(BadDate, field, $"{on:O} 还没有到，登记后立即生效。请到当天再登记，或更正日期。");

    public static Refusal BeforeOrder(DateOnly on, DateOnly orderedOn) =>
        Refusal.Input(BadDate, "effectiveOn", $"办理日 {on:O} 早于决定日 {orderedOn:O}。请核对文件上的日期。");

    public static Refusal BeforeItsLastDay(DateOnly on, DateOnly last) =>
        new(BadDate, $"办理日 {on:O} 早于这块牌匾的上一个日期 {last:O}。请核对文件上的日期。") { Field = "effectiveOn" };

    public static Refusal BadDay(string field) =>
        Refusal.Input(BadDate, field, "日期没有填或写法不对。请写成 2026-04-09。");

    public static Refusal DocumentRequired(string field) =>
        Refusal.Input("DOCUMENT_REQUIRED", field, "没有写文号。请填文件的文号。");

    public static Refusal ReasonRequired(string field) =>
        Refusal.Input("REASON_REQUIRED", field, "没有写理由。请写明理由，会留在记录里。");

    public static Refusal EvidenceRequired() =>
        Refusal.Input("EVIDENCE_REQUIRED", "evidence", "没有写摘下牌匾的凭据。请填现场记录或照片的编号。");

    public static Refusal Empty(string field, string label) =>
        Refusal.Input("EMPTY", field, $"没有填{label}。请填写。");

    public static Refusal TooLong(string field, string label, int longest) =>
        Refusal.Input("TEXT_TOO_LONG", field, $"{label}超过 {longest} 个字。请缩短。");

    internal static IEnumerable<Refusal> TextsTooLong(params (string Field, string Label, string? Text)[] texts) =>
        from one in texts
        let longest = one.Field.EndsWith("eason", StringComparison.Ordinal) ? PlateOrder.LongestReason : one.Field is "evidence" ? PlateOrder.LongestEvidence : PlateOrder.LongestDocument
        where one.Text?.Trim().Length > longest
        select TooLong(one.Field, one.Label, longest);
}
