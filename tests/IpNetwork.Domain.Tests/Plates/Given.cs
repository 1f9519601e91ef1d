using IpNetwork.Domain.Kernel;
using IpNetwork.Domain.Plates;

namespace IpNetwork.Domain.Tests.Plates;

/// <summary>A qualified 绵阳 and the people of the province who give it a plate.</summary>
internal static class Given
{
    public const string Text = "四川省（绵阳）知识产权公共服务平台";
    public const string Uscc = "12510100450700012L";

    public static readonly DateTimeOffset Now = new(2026, 11, 20, 2, 0, 0, TimeSpan.Zero);
    public static readonly DateOnly Today = new(2026, 11, 20);
    public static readonly Hand Assessor = new(new(new Guid("0199a1b2-0000-7000-8000-000000000001")), "贺知章", Now);
    public static readonly Hand Leader = new(new(new Guid("0199a1b2-0000-7000-8000-000000000002")), "周明远", Now);
    public static readonly PlateRegister Empty = new([]);

    public static PlatedNode Node(NodeStatus status = NodeStatus.Qualified, int id = 5107) => new(new(id), new(51), NodeKind.City, status, new(2026, 3, 1));

    public static PlateWording Wording(string text = Text) => new(text, text, "NAM-03", PlateInputs.None);

    public static PlateDraft Draft(string text = Text, DateOnly? on = null) => new() { Kind = PlateKind.Platform, Wording = Wording(text), IssuedOn = on ?? Today, DocumentNumber = "川知促发〔2026〕12号" };

    public static PlateDraft Branch(string? function = "知识产权保护", string? uscc = null, string text = "四川省知识产权保护中心绵阳分中心") => Draft(text) with
    {
        Kind = PlateKind.Function,
        Award = new() { Function = function, BodyName = "绵阳市知识产权保护中心", BodyUscc = uscc ?? Uscc, Duties = "快速预审、维权援助" },
        ServiceTypes = ["知识产权保护", "知识产权运营"],
    };

    public static PlateProposal Prepared(PlateDraft? draft = null, PlatedNode? node = null) => PlateProposal.Prepare(draft ?? Draft(), node ?? Node(), Empty, [], Assessor).Value;

    public static Plate Hanging(PlateDraft? draft = null, PlatedNode? node = null, PlateRegister? register = null)
    {
        var at = node ?? Node(draft?.Kind is PlateKind.Function ? NodeStatus.Operating : NodeStatus.Qualified);
        return Prepared(draft, at).Approve(null, at, register ?? Empty, new(), Leader).Value;
    }

    public static PlateOrder Order(string ordered = "2026-11-20", string effective = "2026-11-20", string? evidence = "现场记录 3 号", string? document = "川知促摘〔2026〕1号") => new()
    {
        DocumentNumber = document,
        OrderedOn = DateOnly.ParseExact(ordered, "yyyy-MM-dd"),
        EffectiveOn = DateOnly.ParseExact(effective, "yyyy-MM-dd"),
        Reason = "期满未整改",
        Evidence = evidence,
        RecordedAt = Now,
    };

    public static string Code<T>(Outcome<T> outcome) => First(outcome.Refusals);

    public static string Code(Outcome outcome) => First(outcome.Refusals);

    private static string First(IReadOnlyList<Refusal> refusals) => refusals.Count == 0 ? "" : refusals[0].Code;
}
