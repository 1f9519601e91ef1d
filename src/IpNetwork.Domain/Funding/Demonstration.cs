using IpNetwork.Domain.Kernel;

namespace IpNetwork.Domain.Funding;

/// <summary>A platform the province counts as a comprehensive demonstration platform from a day to a day (FND-06). Kept, not removed, when it ends.</summary>
public sealed class Demonstration
{
    private Demonstration()
    {
    }

    /// <summary>The province.</summary>
    public NodeId NodeId { get; private set; }

    public Guid Id { get; private set; }

    public NodeId Platform { get; private set; }

    public DateOnly From { get; private set; }

    public DateOnly? To { get; private set; }

    public string DocumentNumber { get; private set; } = "";

    public DateTimeOffset UpdatedAt { get; private set; }

    public static Outcome<Demonstration> Begin(NodeId province, NodeId platform, DateOnly? from, string? document, bool isOne, DateTimeOffset now)
    {
        var today = ChinaTime.DayOf(now);
        Refusal[] refusals =
        [
            .. isOne ? [FundingRefusals.AlreadyDemonstration()] : Array.Empty<Refusal>(),
            .. from is null || from > today ? [FundingRefusals.BadDate("from", "认定日期不能晚于今天。")] : Array.Empty<Refusal>(),
            .. string.IsNullOrWhiteSpace(document) ? [FundingRefusals.Missing("documentNumber", "认定文号")] : document.Trim().Length > 100 ? [FundingRefusals.TooLong("documentNumber", "认定文号", 100)] : Array.Empty<Refusal>(),
        ];
        return refusals.Length > 0
            ? Outcome.Refused<Demonstration>(refusals)
            : new Demonstration { NodeId = province, Id = Guid.CreateVersion7(now), Platform = platform, From = from!.Value, DocumentNumber = document!.Trim(), UpdatedAt = now.ToUniversalTime() };
    }

    public Outcome End(DateOnly? to, DateTimeOffset now)
    {
        if (To is not null)
        {
            return FundingRefusals.NoDemonstration();
        }

        if (to is null || to < From || to > ChinaTime.DayOf(now))
        {
            return FundingRefusals.BadDate("to", $"终止日期要在认定日 {From:yyyy-MM-dd} 和今天之间。");
        }

        (To, UpdatedAt) = (to, now.ToUniversalTime());
        return Outcome.Done;
    }
}
