using System.Globalization;
using IpNetwork.App.Establishment.Deciding.Reading;
using IpNetwork.App.Shell;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Establishment;
using IpNetwork.Domain.Kernel;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IpNetwork.App.Establishment.Deciding;

/// <summary>The page of one act upon an application: what it is about, what is asked, what happens then.</summary>
internal interface IActPage
{
    /// <summary>A component with the parameters Shell and Model.</summary>
    public Type View { get; }

    /// <summary>What stands in the fields before anybody has typed.</summary>
    public IReadOnlyDictionary<string, string> Given(EstablishmentApplication application) => new Dictionary<string, string>();

    public Task<object> ModelAsync(ActHead head, EstablishmentApplication application, EstablishmentRules rules, CancellationToken ct);

    public Task<Outcome> SendAsync(string number, TypedForm typed, IfMatch seen, Actor actor, CancellationToken ct);
}

/// <summary>Shows the pages of acts and carries out what they send.</summary>
internal sealed class ActPages(ApplicationBook book, ApplicationViews views, IShellContexts shells)
{
    public static void Map<TAct>(IEndpointRouteBuilder app, string noun, RouteRule rule) where TAct : class, IActPage
    {
        var path = $"{DecidingLinks.QueuePath}/{{number}}/{noun}";
        app.MapGet(path, (string number, HttpContext context, TAct act, ActPages pages, CancellationToken ct) => pages.ShowAsync(act, noun, number, context, null, [], ct))
            .ExcludeFromDescription().AtNode().Allow(rule);
        app.MapPost(path, async (string number, HttpContext context, TAct act, ActPages pages, Actor actor, IfMatch seen, CancellationToken ct) =>
                await pages.SendAsync(act, noun, number, context, seen, actor, ct))
            .ExcludeFromDescription().AtNode().Allow(rule);
    }

    public async Task<IResult> ShowAsync(IActPage act, string noun, string number, HttpContext context, FormState? typed, IReadOnlyList<Refusal> refusals, CancellationToken ct)
    {
        if (await book.ReadAsync(number, ct) is not var (application, version))
        {
            return Results.NotFound();
        }

        var rules = await book.RulesAsync(ct);
        var head = new ActHead
        {
            Application = await views.HeadAsync(application, rules, ct),
            Steps = [new("设立申报", DecidingLinks.Queue(context)), new(number, DecidingLinks.Application(context, number))],
            Action = DecidingLinks.Application(context, number, noun),
            Person = context.Features.Get<Actor>()?.PersonId,
            Files = DecidingLinks.Files(context),
            Version = typed?.Value(IfMatch.Field) is { Length: > 0 } seen ? seen : version.ToString(CultureInfo.InvariantCulture),
            Form = (typed ?? FormState.Of(act.Given(application))).Refused(refusals),
        };
        var parameters = new Dictionary<string, object?> { ["Shell"] = await shells.ForAsync(context, ApplicationPage.Tab, ct), ["Model"] = await act.ModelAsync(head, application, rules, ct) };
        return new RazorComponentResult(act.View, parameters) { StatusCode = refusals.Count == 0 ? StatusCodes.Status200OK : Answers.StatusOf(refusals[0]) };
    }

    private async Task<IResult> SendAsync(IActPage act, string noun, string number, HttpContext context, IfMatch seen, Actor actor, CancellationToken ct)
    {
        var typed = await TypedForm.ReadAsync(context);
        var outcome = await act.SendAsync(number, typed, seen, actor, ct);
        Refusal[] refusals = [.. typed.Refusals, .. outcome.Refusals];
        return refusals.Length == 0 ? Results.Redirect(DecidingLinks.Application(context, number))
            : refusals.Contains(DecidingDesk.Absent) ? Results.NotFound()
            : await ShowAsync(act, noun, number, context, typed.Form, refusals, ct);
    }
}

/// <summary>What every page of an act begins with.</summary>
public sealed record ActHead
{
    public required ApplicationHead Application { get; init; }

    /// <summary>From the queue to the application.</summary>
    public required IReadOnlyList<LinkView> Steps { get; init; }

    public required string Action { get; init; }

    public required string Version { get; init; }

    /// <summary>Who reads the page.</summary>
    public PersonId? Person { get; init; }

    /// <summary>Where files are opened.</summary>
    public required string Files { get; init; }

    public required FormState Form { get; init; }

    public string Back => Steps[^1].Href;
}
