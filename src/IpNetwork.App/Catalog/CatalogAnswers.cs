using System.Globalization;
using IpNetwork.App.Shell;
using IpNetwork.Domain.Kernel;

namespace IpNetwork.App.Catalog;

/// <summary>How the use cases of this room are answered over the API.</summary>
internal static class CatalogAnswers
{
    public static IResult Refused(IReadOnlyList<Refusal> refusals) => Answers.Problem(refusals);

    public static IResult Saved(HttpContext context, Outcome<uint> outcome)
    {
        if (!outcome.IsDone)
        {
            return Refused(outcome.Refusals);
        }

        ETags.Send(context, outcome.Value);
        return TypedResults.NoContent();
    }

    public static IResult Published(string location, Outcome<string> outcome) =>
        outcome.IsDone
            ? TypedResults.Created(location, new VersionCreated(int.Parse(outcome.Value, CultureInfo.InvariantCulture)))
            : Refused(outcome.Refusals);

    public static IResult Drafted(Func<string, string> location, Outcome<string> outcome) =>
        outcome.IsDone ? TypedResults.Created(location(outcome.Value), new DraftCreated(Guid.Parse(outcome.Value))) : Refused(outcome.Refusals);

    public static IResult Done(Outcome outcome) => outcome.IsDone ? TypedResults.NoContent() : Refused(outcome.Refusals);
}

internal sealed record VersionCreated(int Version);

internal sealed record DraftCreated(Guid Id);

/// <param name="EffectiveOn">Today when it is left out.</param>
internal sealed record Decree(string? Reason, DateOnly? EffectiveOn);
