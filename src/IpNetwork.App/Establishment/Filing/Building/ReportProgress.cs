using System.Globalization;
using IpNetwork.App.Data.Files;
using IpNetwork.App.Establishment.Deciding;
using IpNetwork.App.Shell;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Establishment;
using IpNetwork.Domain.Kernel;

namespace IpNetwork.App.Establishment.Filing.Building;

/// <summary>The builder tells how far the building has come.</summary>
internal sealed class ReportProgress(FilingDesk desk, FileShelf shelf)
{
    public static void Map(IEndpointRouteBuilder node) =>
        node.MapPost("/my-applications/{id:guid}/progress", async (Guid id, ProgressBody body, ReportProgress report, CurrentNode current, IfMatch seen, Actor actor, CancellationToken ct) =>
                await report.HandleAsync(id, body, seen, actor, ct) is var outcome && outcome.IsDone ? Results.Created(FilingLinks.Api(current.Node, id.ToString()), null) : Answers.Problem(outcome.Refusals))
            .Produces(201).ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(428)
            .WithName("ReportProgress").WithSummary("登记建设进度")
            .AtNode().CreatesOnce().Allow(FilingPolicy.Own);

    public Task<Outcome> HandleAsync(Guid id, ProgressBody body, IfMatch seen, Actor actor, CancellationToken ct) => desk.ActAsync(id, seen, actor, async deed =>
    {
        var slot = ApplicationFiles.ReportSlot(deed.Application.Progress.Count);
        var files = (await shelf.FreezeAsync(ApplicationFiles.OfProgress, id, ct)).Where(receipt => receipt.Slot == slot).Select(receipt => receipt.Id.Value).ToList();
        var outcome = deed.Application.ReportProgress(Typed.Day(body.HappenedOn), Typed.Whole(body.Percent), body.Text, files, actor.PersonId ?? default, deed.Now);
        if (outcome.IsDone)
        {
            deed.Happened("progress-reported", $"登记建设进度，完成 {Typed.Whole(body.Percent)}%", new { deed.Application.Id, Percent = Typed.Whole(body.Percent) });
            deed.Tell(Addressee.Assessors, "progress-reported", "建设进度", $"“{deed.Application.Title}”（{deed.Application.Number}）登记了建设进度，完成 {Typed.Whole(body.Percent)}%。");
        }

        return outcome;
    }, ct);
}

/// <summary>As it was sent; days and numbers as text, so that a wrong one is answered by its rule.</summary>
internal sealed record ProgressBody(string? HappenedOn, string? Percent, string? Text)
{
    public static ProgressBody Of(IReadOnlyDictionary<string, string> typed) => new(typed.GetValueOrDefault("happenedOn"), typed.GetValueOrDefault("percent"), typed.GetValueOrDefault("text"));
}

internal static class Typed
{
    public static DateOnly? Day(string? text) => DateOnly.TryParseExact(text?.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    public static int? Whole(string? text) => int.TryParse(text?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
