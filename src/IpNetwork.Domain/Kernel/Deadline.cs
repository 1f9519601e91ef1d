namespace IpNetwork.Domain.Kernel;

/// <summary>A limit in work days with the stops of its clock: one engine for every kind of deadline.</summary>
public sealed class Deadline
{
    private readonly WorkCalendar calendar;

    private Deadline(DateOnly startedOn, int workDays, IReadOnlyList<Pause> pauses, WorkCalendar calendar)
    {
        (StartedOn, WorkDays, Pauses, this.calendar) = (startedOn, workDays, pauses, calendar);
        (DueOn, IsProvisional) = FindDueDay();
    }

    /// <summary>The day of the event, which is not counted.</summary>
    public DateOnly StartedOn { get; }

    public int WorkDays { get; }

    public IReadOnlyList<Pause> Pauses { get; }

    /// <summary>Due at 24:00 of this day; null while the clock stands still.</summary>
    public DateOnly? DueOn { get; }

    public bool IsProvisional { get; }

    public static Outcome<Deadline> Count(DateOnly startedOn, int workDays, IEnumerable<Pause> pauses, WorkCalendar calendar)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(workDays, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(workDays, WorkCalendar.LongestCount);

        Pause[] ordered = [.. pauses.OrderBy(pause => pause.From).ThenBy(pause => pause.To ?? DateOnly.MaxValue)];
        Refusal[] refusals = [.. RefusalsOf(ordered, startedOn)];
        return refusals.Length > 0 ? Outcome.Refused<Deadline>(refusals) : new Deadline(startedOn, workDays, ordered, calendar);
    }

    /// <summary>A period in calendar days; ending on a rest day it ends on the next work day (民法典 201、203).</summary>
    public static WorkDayResult AfterDays(DateOnly eventDay, int days, WorkCalendar calendar)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(days, 1);
        return calendar.FirstWorkDayOnOrAfter(eventDay.AddDays(days));
    }

    /// <summary>A period in months ends on the day of the same number, or on the month's last (民法典 202); then as above.</summary>
    public static WorkDayResult AfterMonths(DateOnly eventDay, int months, WorkCalendar calendar)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(months, 1);
        return calendar.FirstWorkDayOnOrAfter(eventDay.AddMonths(months));
    }

    public bool IsPausedOn(DateOnly day) => (DueOn is null || day <= DueOn) && Pauses.Any(pause => pause.Covers(day));

    /// <summary>Work days left after this day; 0 on the due day itself and later.</summary>
    public int RemainingOn(DateOnly today)
    {
        var remaining = WorkDays;
        for (var day = StartedOn.AddDays(1); day <= today && remaining > 0; day = day.AddDays(1))
        {
            remaining -= Counts(day) ? 1 : 0;
        }

        return remaining;
    }

    public bool IsOverdueOn(DateOnly today) => today > DueOn;

    /// <summary>Work days past the due day; 0 when not overdue, and on rest days directly after it.</summary>
    public int OverdueByOn(DateOnly today) => DueOn is { } due && today > due ? calendar.WorkDaysBetween(due, today) : 0;

    private static IEnumerable<Refusal> RefusalsOf(Pause[] ordered, DateOnly startedOn)
    {
        foreach (var pause in ordered)
        {
            if (string.IsNullOrWhiteSpace(pause.Ground))
            {
                yield return KernelRefusals.PauseGroundRequired(pause);
            }

            if (pause.From < startedOn || pause.To < pause.From)
            {
                yield return KernelRefusals.PauseOutOfOrder(pause, startedOn);
            }
        }

        foreach (var (earlier, later) in ordered.Zip(ordered.Skip(1)))
        {
            if (earlier.To is null || later.From < earlier.To)
            {
                yield return KernelRefusals.PausesOverlap(earlier, later);
            }
        }
    }

    private (DateOnly? DueOn, bool IsProvisional) FindDueDay()
    {
        var provisional = false;
        var day = StartedOn;
        for (var counted = 0; counted < WorkDays; counted += Counts(day) ? 1 : 0)
        {
            day = day.AddDays(1);
            if (Pauses is [.., { To: null } open] && day >= open.From)
            {
                return (null, provisional);
            }

            provisional |= !calendar.HasNotice(day.Year) && !Pauses.Any(pause => pause.Covers(day));
        }

        return (day, provisional);
    }

    private bool Counts(DateOnly day) => calendar.IsWorkDay(day) && !Pauses.Any(pause => pause.Covers(day));
}

/// <summary>A stop of the clock. Neither the day it stops nor the day it resumes is counted, as with every event.</summary>
/// <param name="To">The day it resumed; null while it still stands.</param>
public sealed record Pause(DateOnly From, DateOnly? To, string Ground)
{
    public bool Covers(DateOnly day) => day >= From && (To is null || day <= To);
}
