using System.Globalization;
using IpNetwork.App.Data.Files;
using IpNetwork.App.Establishment.Filing.Form;
using IpNetwork.App.Shell;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Establishment;
using IpNetwork.Domain.Kernel;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IpNetwork.App.Establishment.Filing.Building;

/// <summary>The builder's pages of building: progress, other builders, acceptance.</summary>
internal sealed class BuildingPages(FilingDesk desk, FileShelf shelf, FileIntake intake, ReportProgress report, ChangeBuilders change, RequestAcceptance acceptance, IShellContexts shells)
{
    private const string Lines = "builders";

    public static void Map(IEndpointRouteBuilder app)
    {
        Map<ProgressPage>(app, FilingLinks.Progress, ApplicationAct.ReportProgress);
        Map<BuilderChangePage>(app, FilingLinks.BuilderChange, ApplicationAct.ChangeBuilders);
        Map<AcceptancePage>(app, FilingLinks.Acceptance, ApplicationAct.RequestAcceptance);
    }

    private static void Map<TPage>(IEndpointRouteBuilder app, string noun, ApplicationAct act)
        where TPage : IComponent
    {
        app.MapGet($"{FilingLinks.OnePath}/{noun}", (Guid id, HttpContext context, BuildingPages pages, Actor actor) => pages.ShowAsync<TPage>(id, noun, act, context, actor, null, []))
            .ExcludeFromDescription().AtNode().Allow(FilingPolicy.Own);
        app.MapPost($"{FilingLinks.OnePath}/{noun}", async (Guid id, HttpContext context, BuildingPages pages, IfMatch seen, Actor actor) =>
            {
                var typed = await PageAnswers.TypedAsync(context);
                if (ChangesLines(typed))
                {
                    return await pages.ShowAsync<TPage>(id, noun, act, context, actor, typed, []);
                }

                var outcome = await pages.ActAsync(act, id, typed, seen, actor, context.RequestAborted);
                return outcome.IsDone ? PageAnswers.Go(FilingLinks.One(context, id))
                    : outcome.Refusals[0] == Answers.Absent ? PageAnswers.Absent()
                    : await pages.ShowAsync<TPage>(id, noun, act, context, actor, typed, outcome.Refusals);
            })
            .ExcludeFromDescription().AtNode().CreatesOnce().Allow(FilingPolicy.Own);
    }

    private Task<Outcome> ActAsync(ApplicationAct act, Guid id, Dictionary<string, string> typed, IfMatch seen, Actor actor, CancellationToken ct) => act switch
    {
        ApplicationAct.ReportProgress => report.HandleAsync(id, ProgressBody.Of(typed), seen, actor, ct),
        ApplicationAct.ChangeBuilders => change.HandleAsync(id, typed, seen, actor, ct),
        _ => acceptance.HandleAsync(id, typed.GetValueOrDefault("text"), seen, actor, ct),
    };

    /// <summary>One line more or fewer: nothing is sent yet, the page comes again with what was typed.</summary>
    private static bool ChangesLines(Dictionary<string, string> typed)
    {
        var act = typed.GetValueOrDefault("act", "");
        if (act == $"more-{Lines}")
        {
            typed[$"{Lines}[{Places(typed).DefaultIfEmpty(-1).Max() + 1}].name"] = "";
            return true;
        }

        if (!act.StartsWith($"drop-{Lines}[", StringComparison.Ordinal))
        {
            return false;
        }

        foreach (var name in typed.Keys.Where(name => name.StartsWith($"{act["drop-".Length..]}.", StringComparison.Ordinal)).ToList())
        {
            typed.Remove(name);
        }

        return true;
    }

    private static IEnumerable<int> Places(IReadOnlyDictionary<string, string> typed) => typed.Keys
        .Where(name => name.StartsWith($"{Lines}[", StringComparison.Ordinal) && name.Contains(']', StringComparison.Ordinal))
        .Select(name => int.TryParse(name.AsSpan(Lines.Length + 1, name.IndexOf(']') - Lines.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var place) ? place : 0);

    private async Task<IResult> ShowAsync<TPage>(Guid id, string noun, ApplicationAct act, HttpContext context, Actor actor, Dictionary<string, string>? typed, IReadOnlyList<Refusal> refusals)
        where TPage : IComponent
    {
        var ct = context.RequestAborted;
        if (await desk.Book.FindAsync(id, actor.PersonId, ct) is not { } application)
        {
            return PageAnswers.Absent();
        }

        if (!ApplicationMoves.Allows(application.Status, act))
        {
            return PageAnswers.Go(FilingLinks.One(context, id));
        }

        var fields = typed ?? Given(application, act);
        return new RazorComponentResult<TPage>(new Dictionary<string, object?>
        {
            ["Shell"] = await shells.ForAsync(context, "establishment", ct),
            ["Model"] = new BuildingView
            {
                Title = FilingWords.Title(application.Form.Prospect.Kind, application.PlaceName),
                Steps = [new("我的申报", FilingLinks.List(context)), new("这份申报", FilingLinks.One(context, id))],
                Action = FilingLinks.One(context, id, noun),
                BackHref = FilingLinks.One(context, id),
                // A stale page comes again with the version that is there now: the next time is meant.
                Version = desk.VersionOf(application).ToString(CultureInfo.InvariantCulture),
                Form = FormState.Of(fields).Refused(refusals),
                Builders = [.. Places(fields).Distinct().Order()],
                Rules = await desk.Book.RulesAsync(ct),
                Application = application,
                Files = act is ApplicationAct.ReportProgress ? await FilesAsync(application, ct) : null,
            },
        })
        { StatusCode = refusals.Count > 0 ? Answers.StatusOf(refusals[0]) : StatusCodes.Status200OK };
    }

    private async Task<UploadPlace> FilesAsync(EstablishmentApplication application, CancellationToken ct)
    {
        var slot = ApplicationFiles.ReportSlot(application.Progress.Count);
        var files = await shelf.ListAsync(ApplicationFiles.OfProgress, application.Id, ct);
        return new(new(ApplicationFiles.OfProgress, application.Id, slot), [.. files.Where(file => file.Slot == slot)], await intake.RulesAsync(ct));
    }

    private Dictionary<string, string> Given(EstablishmentApplication application, ApplicationAct act) => act switch
    {
        ApplicationAct.ChangeBuilders => FormFields.Of(application.Form).Where(field => FilingSteps.Of(FilingSteps.Builders).Holds(field.Key)).Append(new("eventOn", Say.Day(desk.Today))).ToDictionary(StringComparer.Ordinal),
        ApplicationAct.ReportProgress => new() { ["happenedOn"] = Say.Day(desk.Today) },
        _ => [],
    };
}

public sealed record BuildingView
{
    public required string Title { get; init; }

    public required IReadOnlyList<LinkView> Steps { get; init; }

    public required string Action { get; init; }

    public required string BackHref { get; init; }

    public required string Version { get; init; }

    public required FormState Form { get; init; }

    /// <summary>Places of the builders' lines on the page.</summary>
    public required IReadOnlyList<int> Builders { get; init; }

    public required EstablishmentRules Rules { get; init; }

    public required EstablishmentApplication Application { get; init; }

    /// <summary>Where the files of this report lie; null where none belong.</summary>
    public UploadPlace? Files { get; init; }
}
