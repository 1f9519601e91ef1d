using System.Globalization;
using IpNetwork.App.Data.Files;
using IpNetwork.App.Shell;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Establishment;
using IpNetwork.Domain.Kernel;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IpNetwork.App.Establishment.Filing.Form;

/// <summary>The pages of the form: shown, saved by button or by script, gone on from.</summary>
internal sealed class StepPages(FilingDesk desk, WriteApplication write, SelfChecks checks, Prospects prospects, FileShelf shelf, IShellContexts shells)
{
    public const string BasisField = "__basis";
    private const string Next = "next";
    private const string MoreBuilders = "more-builders";
    private const string MoreStaff = "more-staff";
    private const string Drop = "drop-";

    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var step in FilingSteps.All)
        {
            app.MapGet($"{FilingLinks.OnePath}/{step.Key}", (Guid id, HttpContext context, StepPages pages, Actor actor) => pages.OpenAsync(step, id, context, actor))
                .ExcludeFromDescription().AtNode().Allow(FilingPolicy.Own);
            app.MapPost($"{FilingLinks.OnePath}/{step.Key}", (Guid id, HttpContext context, StepPages pages, IfMatch seen, Actor actor) => pages.WriteAsync(step, id, context, seen, actor))
                .ExcludeFromDescription().AtNode().Allow(FilingPolicy.Own);
        }
    }

    private async Task<IResult> OpenAsync(FilingStep step, Guid id, HttpContext context, Actor actor)
    {
        if (await desk.Book.FindAsync(id, actor.PersonId, context.RequestAborted) is not { } application)
        {
            return PageAnswers.Absent();
        }

        return ApplicationMoves.Allows(application.Status, ApplicationAct.Write)
            ? await ShowAsync(step, context, new(application, desk.VersionOf(application)), null)
            : PageAnswers.Go(FilingLinks.One(context, id));
    }

    private async Task<IResult> WriteAsync(FilingStep step, Guid id, HttpContext context, IfMatch seen, Actor actor)
    {
        var typed = await PageAnswers.TypedAsync(context);
        var act = typed.GetValueOrDefault("act", "");
        if (act.StartsWith(Drop, StringComparison.Ordinal))
        {
            DropLine(typed, act[Drop.Length..]);
        }

        var written = await write.HandleAsync(id, new([step], typed, typed.GetValueOrDefault(BasisField, ""), seen), actor, context.RequestAborted);
        if (written is null)
        {
            return PageAnswers.Absent();
        }

        if (context.Request.Headers.ContainsKey("HX-Request"))
        {
            var saved = await SavedAsync(step, context, written) with { IsFragment = true };

            // What another window wrote is not written over behind anybody's back: the page keeps the version it showed.
            return new RazorComponentResult<SavedState>(new { Model = saved.IsStale ? saved with { Version = seen.Version, Basis = typed.GetValueOrDefault(BasisField, "") } : saved });
        }

        if (written.Refusals.Count > 0)
        {
            return await ShowAsync(step, context, written, typed);
        }

        return PageAnswers.Go(act switch
        {
            Next => FilingLinks.One(context, id, (FilingSteps.After(step) ?? step).Key),
            MoreBuilders => $"{FilingLinks.One(context, id, step.Key)}?more=builders#h-builders",
            MoreStaff => $"{FilingLinks.One(context, id, step.Key)}?more=staff#h-staff-new",
            _ => FilingLinks.One(context, id, step.Key),
        });
    }

    /// <summary>A line is taken out by leaving out its inputs: <c>staff[2]</c>.</summary>
    private static void DropLine(Dictionary<string, string> typed, string line)
    {
        foreach (var name in typed.Keys.Where(name => name.StartsWith($"{line}.", StringComparison.Ordinal)).ToList())
        {
            typed.Remove(name);
        }
    }

    private async Task<IResult> ShowAsync(FilingStep step, HttpContext context, Written written, Dictionary<string, string>? typed)
    {
        var ct = context.RequestAborted;
        var application = written.Application;
        var rules = await desk.Book.RulesAsync(ct);
        var saved = await SavedAsync(step, context, written);
        var more = context.Request.Query["more"].ToString();
        var fields = Fields(step, application.Form, typed, written.IsSaved);
        return new RazorComponentResult<StepPage>(new
        {
            Shell = await shells.ForAsync(context, "establishment", ct),
            Model = new StepView
            {
                Title = FilingWords.Title(application.Form.Prospect.Kind, application.PlaceName),
                List = new("我的申报", FilingLinks.List(context)),
                Step = step,
                Action = FilingLinks.One(context, application.Id, step.Key),
                Form = FormState.Of(fields).Refused(written.Refusals),
                Saved = saved,
                Steps = [.. FilingSteps.All.Select(other => new StepLink(other.Title, FilingLinks.One(context, application.Id, other.Key), other == step, IsDone(other, saved.Check, application)))],
                Defects = application.Status is ApplicationStatus.Returned ? [.. application.Returns[^1].Defects.Where(defect => step.Key == FilingSteps.Check || step.Holds($"part.{defect.Part}"))] : [],
                Differences = written.Differences,
                IsPartlySaved = written is { IsSaved: true, Refusals.Count: > 0 },
                Builders = Count(fields, "builders", more == "builders"),
                Staff = Staff(fields, application.Form, more == "staff"),
                Parents = await prospects.ParentsAsync(application.Form.Prospect, ct),
                Materials = MaterialsView.Of(application, rules, await shelf.ListAsync(ApplicationFiles.OfMaterials, application.Id, ct), (await desk.Book.SettingsAsync(ct)).Files),
                SubmitHref = FilingLinks.One(context, application.Id, FilingLinks.Submission),
                DocumentHref = FilingLinks.One(context, application.Id, FilingLinks.Document),
                IsResubmission = application.Status is ApplicationStatus.Returned,
            },
        })
        { StatusCode = written.Refusals.Count > 0 ? Answers.StatusOf(written.Refusals[0]) : StatusCodes.Status200OK };
    }

    /// <summary>What is stored, under what was typed and not kept.</summary>
    private static Dictionary<string, string> Fields(FilingStep step, ApplicationForm form, Dictionary<string, string>? typed, bool isSaved)
    {
        // An identity number is not shown again, whatever became of it.
        var kept = FormFields.Of(form).Where(field => typed is null || isSaved || !step.Holds(field.Key));
        var shown = (typed ?? []).Where(field => step.Holds(field.Key) && !field.Key.EndsWith(".idNumber", StringComparison.Ordinal) && !(isSaved && field.Key.Contains('[', StringComparison.Ordinal)));
        return kept.Concat(shown).GroupBy(field => field.Key, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Last().Value, StringComparer.Ordinal);
    }

    /// <summary>As many lines as are stored or typed, and an empty one where there is none or one more is asked for.</summary>
    private static int Count(Dictionary<string, string> fields, string list, bool more)
    {
        var count = fields.Keys.Where(name => name.StartsWith($"{list}[", StringComparison.Ordinal))
            .Select(name => int.TryParse(name.AsSpan(list.Length + 1, Math.Max(0, name.IndexOf(']') - list.Length - 1)), NumberStyles.None, CultureInfo.InvariantCulture, out var place) ? place + 1 : 0)
            .DefaultIfEmpty().Max();
        return Math.Min(count, FormRules.MostStaff) + (more || count == 0 ? 1 : 0);
    }

    private static IReadOnlyList<StaffLine> Staff(Dictionary<string, string> fields, ApplicationForm form, bool more) =>
    [
        .. Enumerable.Range(0, Count(fields, "staff", more)).Select(place => fields.GetValueOrDefault($"staff[{place}].key", "") is { Length: > 0 } key
            ? form.Staff.FirstOrDefault(line => line.Key == key) ?? new() { Key = key }
            : new() { Key = FormReader.NewKey() }),
    ];

    private async Task<SaveState> SavedAsync(FilingStep step, HttpContext context, Written written) => new()
    {
        Version = written.Version,
        At = written.Application.UpdatedAt,
        Basis = step.BasisOf(written.Application.Form),
        Check = await checks.OfAsync(written.Application, context.RequestAborted),
        Step = step,
        HrefOf = (key, field) => $"{FilingLinks.One(context, written.Application.Id, key)}#{FilingSteps.AnchorOf(field)}",
        Amount = written.Application.Form.Funds.Amount,
        Troubles = [.. written.Refusals.Select(refusal => refusal.Message)],
        IsStale = written.Refusals is [var first, ..] && first == WriteConflicts.Stale,
        IsNew = written.Application.CreatedAt == written.Application.UpdatedAt,
    };

    private static bool IsDone(FilingStep step, SelfCheck check, EstablishmentApplication application) =>
        application.CreatedAt != application.UpdatedAt && step.Key != FilingSteps.Check && check.Refusals.All(refusal => FilingSteps.StepOf(refusal) != step);
}
