namespace IpNetwork.Domain.Kernel;

/// <summary>Every way the kernel's values and clocks are refused.</summary>
public static class KernelRefusals
{
    public const string BadUscc = "BAD_USCC";
    public const string BadCitizenNumber = "BAD_CITIZEN_NUMBER";
    public const string BadItemCode = "BAD_ITEM_CODE";
    public const string BadDate = "BAD_DATE";
    public const string GroundRequired = "GROUND_REQUIRED";
    public const string PauseOverlap = "PAUSES_OVERLAP";

    public static Refusal UsccMissing(string field) =>
        Refusal.Input(BadUscc, field, "没有填统一社会信用代码。请填证照上的 18 位代码。");

    public static Refusal UsccCharacter(string field, int place, string shown) =>
        Refusal.Input(BadUscc, field, $"统一社会信用代码第 {place} 位是{shown}，代码只用数字和除 I、O、S、V、Z 以外的字母。请对照证照核对，0 与 O、1 与 I 容易混。");

    public static Refusal UsccLength(string field, int length) =>
        Refusal.Input(BadUscc, field, $"统一社会信用代码有 {length} 位，应为 18 位。请对照证照核对有没有漏字或多字。");

    public static Refusal UsccCheck(string field) =>
        Refusal.Input(BadUscc, field, "统一社会信用代码的校验位（第 18 位）与前 17 位对不上。请对照证照逐位核对。");

    public static Refusal CitizenNumberMissing(string field) =>
        Refusal.Input(BadCitizenNumber, field, "没有填身份证号码。请填证件上的 18 位号码。");

    public static Refusal CitizenNumberCharacter(string field, int place, string shown) =>
        Refusal.Input(BadCitizenNumber, field, $"身份证号码第 {place} 位是{shown}，号码只用半角数字，最后一位可以是 X。请对照证件核对。");

    public static Refusal CitizenNumberLength(string field, int length) =>
        Refusal.Input(BadCitizenNumber, field, $"身份证号码有 {length} 位，应为 18 位。请对照证件核对有没有漏字或多字。");

    public static Refusal CitizenNumberBirthDate(string field) =>
        Refusal.Input(BadCitizenNumber, field, "身份证号码第 7 至 14 位不是真实的出生日期。请对照证件核对。");

    public static Refusal CitizenNumberBirthInFuture(string field) =>
        Refusal.Input(BadCitizenNumber, field, "身份证号码里的出生日期晚于今天。请对照证件核对第 7 至 14 位。");

    public static Refusal CitizenNumberCheck(string field) =>
        Refusal.Input(BadCitizenNumber, field, "身份证号码的校验位（第 18 位）与前 17 位对不上。请对照证件逐位核对。");

    public static Refusal BasicCodeMissing(string field) =>
        Refusal.Input(BadItemCode, field, "没有填基本编码。请填 12 位基本编码；不是登记在册的政务服务事项，请用内部编码。");

    public static Refusal BasicCodeCharacter(string field, int place, string shown) =>
        Refusal.Input(BadItemCode, field, $"基本编码第 {place} 位是{shown}，编码只用半角数字和大写字母，前两位是省份数字。请对照事项目录核对。");

    public static Refusal BasicCodeLength(string field, int length) =>
        Refusal.Input(BadItemCode, field, $"基本编码有 {length} 位，应为 12 位。请对照事项目录核对。");

    public static Refusal ImplementingCodeMissing(string field) =>
        Refusal.Input(BadItemCode, field, "没有填实施编码。请填 31 位实施编码；不是登记在册的政务服务事项，请用内部编码。");

    public static Refusal ImplementingCodeCharacter(string field, int place, string shown) =>
        Refusal.Input(BadItemCode, field, $"实施编码第 {place} 位是{shown}，编码只用半角数字和大写字母。请对照实施清单核对。");

    public static Refusal ImplementingCodeLength(string field, int length) =>
        Refusal.Input(BadItemCode, field, $"实施编码有 {length} 位，应为 31 位（实施主体 18 位、行使层级 1 位、基本编码 12 位）。请对照实施清单核对。");

    public static Refusal ImplementingCodePart(string field, string part, Refusal inner) =>
        Refusal.Input(BadItemCode, field, $"实施编码{part}不对：{inner.Message}");

    public static Refusal ImplementingCodeLevel(string field, char level) =>
        Refusal.Input(BadItemCode, field, $"实施编码第 19 位（行使层级）是“{level}”，应为 1 至 6。请对照实施清单核对。");

    public static Refusal ImplementingCodeOtherLevel(string field, char level, string fitting) =>
        Refusal.Input(BadItemCode, field, $"实施编码第 19 位（行使层级）是“{level}”，本节点应为 {string.Join(" 或 ", fitting.ToCharArray())}。请改用本级实施主体的编码。");

    public static Refusal CalendarYearOutOfRange(int year) =>
        Refusal.Input("CALENDAR_YEAR_OUT_OF_RANGE", "year", $"放假通知的年份是 {year}，应在 1991 至 2200 之间。请核对年份。");

    public static Refusal CalendarDocumentMissing(int year) =>
        Refusal.Input("CALENDAR_DOCUMENT_MISSING", "document", $"{year} 年放假通知没有文号。请填国务院办公厅通知的文号。");

    public static Refusal CalendarDocumentTooLong(int longest) =>
        Refusal.Input("CALENDAR_DOCUMENT_TOO_LONG", "document", $"放假通知的文号超过 {longest} 个字。请只填文号，不填标题。");

    public static Refusal CalendarIssuedAfterItsYear(int year, DateOnly issuedOn) =>
        Refusal.Input(BadDate, "issuedOn", $"{year} 年放假通知的印发日期是 {issuedOn:O}，晚于当年。请核对年份或印发日期。");

    public static Refusal CalendarEmpty(int year) =>
        Refusal.Input("CALENDAR_EMPTY", "days", $"{year} 年放假通知里没有一天。通知还没有发布的，请先不导入，期限会标为暂算。");

    public static Refusal CalendarDayOutsideYear(int index, DateOnly day, int year) =>
        Refusal.Input("CALENDAR_DAY_OUTSIDE_YEAR", $"days[{index}].date", $"{day:O} 不在 {year} 年。请把这一天写进 {day.Year} 年的通知，或更正日期。");

    public static Refusal CalendarDayWithoutName(int index, DateOnly day) =>
        Refusal.Input("CALENDAR_DAY_WITHOUT_NAME", $"days[{index}].name", $"{day:O} 没有写节日名称。请补上，例如“春节”。");

    public static Refusal CalendarDayTwice(int index, DateOnly day) =>
        Refusal.Input("CALENDAR_DAY_TWICE", $"days[{index}].date", $"{day:O} 出现了不止一次。请只留一条。");

    public static Refusal CalendarWorkDayIsWeekday(int index, DateOnly day) =>
        Refusal.Input("CALENDAR_WORK_DAY_IS_WEEKDAY", $"days[{index}].date", $"{day:O} 是周一至周五，本来就上班，不用列为调休上班日。请删去或更正日期。");

    public static Refusal PauseGroundRequired(Pause pause) =>
        new(GroundRequired, $"{pause.From:O} 起的停表没有写事由。请写明停表事由。");

    public static Refusal PauseOutOfOrder(Pause pause, DateOnly startedOn) =>
        new(BadDate, $"停表 {pause.From:O} 至 {(pause.To is { } to ? $"{to:O}" : "今")} 的日期不对。请核对：不早于起算日 {startedOn:O}，恢复日不早于停表日。");

    public static Refusal PausesOverlap(Pause earlier, Pause later) =>
        new(PauseOverlap, $"{later.From:O} 起的停表与 {earlier.From:O} 起的停表重叠。请先结束前一次停表，或更正日期。");

    public static Refusal BadAmount(string field) =>
        Refusal.Input("BAD_AMOUNT", field, "金额要大于 0，最多两位小数（精确到分），只写数字。请改正。");

    public static Refusal AmountUnit(string field) =>
        Refusal.Input("BAD_AMOUNT", field, "没有选金额的单位。请选“元”或“万元”。");
}
