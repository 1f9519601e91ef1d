using IpNetwork.Domain.Kernel;

namespace IpNetwork.Domain.Establishment;

/// <summary>Building, acceptance, and what changes on the way.</summary>
public sealed partial class EstablishmentApplication
{
    public Outcome ReportProgress(DateOnly? on, int? percent, string? text, IReadOnlyList<Guid> files, PersonId by, DateTimeOffset now)
    {
        var today = ChinaTime.DayOf(now);
        var decided = DecidedBy is { } decision ? ChinaTime.DayOf(decision.At) : today;
        return Move(ApplicationAct.ReportProgress, now, () => progress.Add(new(NodeId, Id, on ?? today, percent ?? 0, Texts.Clean(text), files, by, now)),
            on is not { } day ? EstablishmentRefusals.Missing("happenedOn", "日期")
                : day > today || day < decided ? EstablishmentRefusals.BadDate("happenedOn", $"日期要在纳入建设计划的 {decided:yyyy-MM-dd} 和今天之间。") : null,
            percent is null or < 0 or > 100 ? EstablishmentRefusals.BadNumber("percent", "完成比例", "0 至 100 的整数") : null,
            Texts.Needed("text", "进展情况", text, 5_000));
    }

    /// <summary>In principle the building ends in the application year; another day needs a reason and the province's approval (BLD-01).</summary>
    public Outcome Extend(DateOnly? newDueOn, string? reason, Signature by)
    {
        var today = ChinaTime.DayOf(by.At);
        return Move(ApplicationAct.Extend, by.At, () =>
        {
            Extensions = [.. Extensions, new(BuildDueOn ?? today, newDueOn ?? today, Texts.Clean(reason), by)];
            BuildDueOn = newDueOn;
            DueBy(newDueOn);
        },
            newDueOn is not { } later ? EstablishmentRefusals.Missing("newDueOn", "新的建成期限")
                : later <= today || later <= BuildDueOn ? EstablishmentRefusals.BadDate("newDueOn", "新的建成期限要晚于今天和现在的期限。") : null,
            Texts.Clean(reason).Length == 0 ? EstablishmentRefusals.ExtensionNeedsReason() : Texts.AtMost("extensionReason", "理由", reason, 1_000));
    }

    /// <summary>Other builders after inclusion; reported late it is kept and marked late.</summary>
    public Outcome ChangeBuilders(ConstructionMode? mode, IReadOnlyList<BuilderLine> builders, DateOnly? eventOn, string? reason, EstablishmentRules rules, DateTimeOffset now)
    {
        var today = ChinaTime.DayOf(now);
        return Move(ApplicationAct.ChangeBuilders, now, () =>
        {
            var isLate = today > rules.Calendar.Add(eventOn ?? today, rules.BuilderChangeWorkdays).Day;
            BuilderChanges = [.. BuilderChanges, new(eventOn ?? today, today, isLate, Form.Mode, Form.Builders, Texts.Clean(reason))];
            Form = Form with { Mode = mode, Builders = builders };
        },
        [
            .. ModeRules.Check(mode, builders),
            eventOn is not { } day ? EstablishmentRefusals.Missing("eventOn", "变更日期") : day > today ? EstablishmentRefusals.BadDate("eventOn", "变更日期不能晚于今天。") : null,
            Texts.Needed("reason", "变更理由", reason, 1_000),
        ]);
    }

    public Outcome RequestAcceptance(string? text, EstablishmentRules rules, DateTimeOffset now) => Move(ApplicationAct.RequestAcceptance, now, () =>
    {
        inspections.Add(new(NodeId, Id, inspections.Count + 1, Texts.Clean(text), now));
        Due(rules.Calendar, ChinaTime.DayOf(now), rules.AcceptanceWorkdays);
    }, Texts.Needed("text", "建成情况", text, 5_000));

    public Outcome Inspect(InspectionEntry entry, EstablishmentRules rules, Signature by)
    {
        if (Stops(ApplicationAct.Inspect, by) is { } refusal)
        {
            return refusal;
        }

        var recorded = LatestInspection?.Record(entry, this, rules.SetOf(Form.Prospect.Kind), by, ChinaTime.DayOf(by.At)) ?? EstablishmentRefusals.WrongStatus(Status, ApplicationAct.Inspect);
        return recorded.IsDone ? Move(ApplicationAct.Inspect, by.At, () => { }) : recorded;
    }

    public Outcome SendBackInspection(string? reason, Signature by) => Move(ApplicationAct.SendBackInspection, by.At, () => LatestInspection?.Reopen(Texts.Clean(reason), by),
        Stops(ApplicationAct.SendBackInspection, by),
        Texts.Needed("reason", "退回的理由", reason, 1_000));

    /// <summary>Another person than the inspectors confirms: recognised as qualified, or back to building.</summary>
    /// <param name="slug">Address name of the node to be, where it qualifies.</param>
    public Outcome ConfirmInspection(string? slug, Signature by)
    {
        if (Stops(ApplicationAct.Accept, by) is { } refusal)
        {
            return refusal;
        }

        if (LatestInspection is { Qualifies: false } lacking)
        {
            return Move(ApplicationAct.SendBackToBuilding, by.At, () =>
            {
                lacking.Confirm(by);
                DueBy(BuildDueOn);
            });
        }

        return Move(ApplicationAct.Accept, by.At, () =>
        {
            LatestInspection?.Confirm(by);
            (AcceptedOn, FoundedSlug) = (ChinaTime.DayOf(by.At), Texts.Clean(slug));
            DueBy(null);
        }, Texts.Needed("slug", "网址名", slug, 40));
    }

    /// <summary>The address name chosen at acceptance was taken before the node could be founded.</summary>
    public Outcome ChooseAnotherSlug(string? slug, DateTimeOffset now)
    {
        if (Status is not ApplicationStatus.Accepted)
        {
            return EstablishmentRefusals.WrongStatus(Status, ApplicationAct.Accept);
        }

        if (Texts.Needed("slug", "网址名", slug, 40) is { } refusal)
        {
            return refusal;
        }

        (FoundedSlug, UpdatedAt) = (Texts.Clean(slug), now.ToUniversalTime());
        return Outcome.Done;
    }
}

/// <summary>An earlier set of builders, with the day it ended and the day it was reported.</summary>
public sealed record BuilderChange(DateOnly EventOn, DateOnly ReportedOn, bool IsLate, ConstructionMode? FormerMode, IReadOnlyList<BuilderLine> FormerBuilders, string Reason);
