using System.Globalization;
using IpNetwork.App.Data;
using IpNetwork.App.Shell;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Funding;
using IpNetwork.Domain.Kernel;
using Microsoft.EntityFrameworkCore;

namespace IpNetwork.App.Funding;

/// <summary>A project is registered, reviewed and awarded, in this order.</summary>
internal sealed class ProjectActs(NetworkDb db, UnitOfWork work, CurrentNode current, FundedPlatforms platforms, FundingBook book, TimeProvider clock)
{
    public Task<Outcome<string>> RegisterAsync(ProjectEntry entry, Actor actor, CancellationToken ct) => work.CommitAsync(actor, async deed =>
    {
        var number = (entry.ProjectNumber ?? "").Trim();
        var project = FundingProject.Register(current.Id, entry, await platforms.FindAsync(entry.Platform, ct),
            await db.Set<FundingProject>().AnyAsync(p => p.ProjectNumber == number, ct), clock.GetUtcNow());
        if (!project.IsDone)
        {
            return Outcome.Refused<string>(project.Refusals);
        }

        db.Add(project.Value);
        deed.Happened(new("funding.project-registered", "funding-project", project.Value.Id.ToString(), $"登记资金项目 {project.Value.ProjectNumber}：{project.Value.PlatformName}"));
        return project.Value.Id.ToString();
    }, ct);

    public Task<Outcome> ReviewAsync(Guid id, ReviewText text, IfMatch seen, Actor actor, CancellationToken ct) => ChangeAsync(id, seen, actor, (project, deed) =>
    {
        var reviewed = project.Reviewed(text.Passed, Day(text.ReviewedOn), text.Note, clock.GetUtcNow());
        if (reviewed.IsDone)
        {
            deed.Happened(new("funding.project-reviewed", "funding-project", id.ToString(), $"项目 {project.ProjectNumber} {(text.Passed is true ? "通过" : "没有通过")}评审") { Reason = text.Note });
        }

        return Task.FromResult(reviewed);
    }, ct);

    /// <summary>One award at a time for a platform, so that two together do not pass the cap.</summary>
    public Task<Outcome> AwardAsync(Guid id, AwardText text, IfMatch seen, Actor actor, CancellationToken ct) => ChangeAsync(id, seen, actor, async (project, deed) =>
    {
        var amount = Yuan.Parse(text.Amount, text.Unit, "amount");
        if (!amount.IsDone)
        {
            return Outcome.Refused(amount.Refusals);
        }

        await NamedLock.TakeAsync(db, $"funding/{current.Id}", ct);
        var awarded = project.Award(amount.Value, Day(text.AwardedOn), text.Document, await book.AwardedAsync(project, ct), await book.CapAsync(project.Kind, ct), clock.GetUtcNow());
        if (awarded.IsDone)
        {
            deed.Happened(new("funding.awarded", "funding-project", id.ToString(), $"向{project.PlatformName}下达 {amount.Value}") { Detail = new { project.ProjectNumber, project.Amount, project.AwardDocument } });
        }

        return awarded;
    }, ct);

    private Task<Outcome> ChangeAsync(Guid id, IfMatch seen, Actor actor, Func<FundingProject, Deed, Task<Outcome>> act, CancellationToken ct) => work.CommitAsync(actor, async deed =>
        await db.Set<FundingProject>().SingleOrDefaultAsync(p => p.Id == id, ct) is not { } project ? Answers.Absent
        : db.IsStale(project, seen) ? WriteConflicts.Stale
        : await act(project, deed), ct);

    private static DateOnly? Day(string? text) => DateOnly.TryParseExact(text?.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}

internal sealed record ReviewText(bool? Passed, string? ReviewedOn, string? Note);

/// <param name="Unit"><c>yuan</c> or <c>wan</c>.</param>
internal sealed record AwardText(string? Amount, string? Unit, string? AwardedOn, string? Document);
