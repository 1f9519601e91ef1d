using System.Security.Cryptography;
using IpNetwork.App.Data.Files;
using IpNetwork.App.Establishment.Deciding;
using IpNetwork.App.Shell;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Establishment;
using IpNetwork.Domain.Kernel;

namespace IpNetwork.App.Establishment.Filing.Submitting;

/// <summary>Hands an application in: checked whole, frozen as a numbered snapshot, told to the builder, the city and the province.</summary>
internal sealed class SubmitApplication(FilingDesk desk, Prospects prospects, FileShelf shelf)
{
    private const string Prefix = "SL";
    private const string NumberKey = "ix_establishment_applications_node_id_number";
    private const int Draws = 3;

    private static readonly Refusal NumberTaken = new("NUMBER_TAKEN", "编号已经用过，请再提交一次。");

    public static void Map(IEndpointRouteBuilder node)
    {
        node.MapPost("/my-applications/{id:guid}/submission", async (Guid id, SubmitApplication submit, CurrentNode current, IfMatch seen, Actor actor, CancellationToken ct) =>
                await submit.HandleAsync(id, seen, actor, ct) is var outcome && outcome.IsDone ? Results.Created($"{FilingLinks.Api(current.Node, id.ToString())}/receipt", null) : Answers.Problem(outcome.Refusals))
            .Produces(201).ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(428)
            .WithName("SubmitApplication").WithSummary("提交申报，或补正后再次提交")
            .AtNode().CreatesOnce().Allow(FilingPolicy.Own);
        node.MapGet("/my-applications/{id:guid}/receipt", async (Guid id, FilingBook book, Actor actor, CancellationToken ct) =>
                await book.FindAsync(id, actor.PersonId, ct) is { LatestSnapshot: not null } application ? Results.Ok(ReceiptView.Of(application)) : Answers.NotFound())
            .Produces<ReceiptView>().ProducesProblem(404)
            .WithName("ShowReceipt").WithSummary("最近一次提交的回执")
            .AtNode().Allow(FilingPolicy.Own);
    }

    public async Task<Outcome> HandleAsync(Guid id, IfMatch seen, Actor actor, CancellationToken ct)
    {
        for (var draw = 1; ; draw++)
        {
            var outcome = await desk.ActAsync(id, seen, actor, deed => ApplyAsync(deed, ct), ct);
            if (outcome.IsDone || outcome.Refusals[0] != NumberTaken || draw == Draws)
            {
                return outcome;
            }
        }
    }

    private async Task<Outcome> ApplyAsync(FilingDeed deed, CancellationToken ct)
    {
        var application = deed.Application;
        var receipts = await shelf.FreezeAsync(ApplicationFiles.OfMaterials, application.Id, ct);
        application.Lay([.. receipts.Select(ApplicationFiles.MaterialOf).OfType<ApplicationMaterial>()]);
        var number = RecordNumber.Next(Prefix, ChinaTime.DayOf(deed.Now), RandomNumberGenerator.GetInt32);
        var outcome = application.Submit(deed.Rules, number.Text, await prospects.TakenAsync(application, ct), deed.Now, await prospects.CheckAsync(application, ct));
        if (outcome.IsDone)
        {
            deed.Deed.WhenTaken(NumberKey, NumberTaken);
            Tell(deed);
        }

        return outcome;
    }

    private static void Tell(FilingDeed deed)
    {
        var application = deed.Application;
        var (isFirst, version, due) = (application.Snapshots.Count == 1, application.Snapshots.Count, application.DueOn is { } day ? Say.Day(day) : "");
        var verb = isFirst ? "submitted" : "resubmitted";
        deed.Happened(verb, isFirst ? "提交申报" : $"补正后再次提交，第 {version} 版", new { application.Id, Snapshot = version, application.Form.Prospect.Kind, Parent = application.ParentSlug });
        deed.Tell(Addressee.Builder, verb, "申报已提交", $"“{application.Title}”的设立申报已提交，编号 {application.Number}，第 {version} 版。省级平台在 {due} 前答复。");
        deed.Tell(Addressee.Assessors, verb, "收到设立申报", $"收到“{application.Title}”的设立申报 {application.Number}，第 {version} 版。请在 {due} 前受理评估，或者一次退回补正。");
        if (application is { NeedsOpinion: true, Opinion: null, OpinionDueOn: { } opinion })
        {
            deed.Tell(Addressee.City, verb, "请提出属地意见", $"“{application.Title}”的设立申报 {application.Number} 在您的辖区内。请在 {Say.Day(opinion)} 前提出属地意见。");
        }
    }
}

/// <summary>What was received and until when it is answered.</summary>
internal sealed record ReceiptView(string Number, int Snapshot, DateTimeOffset SubmittedAt, DateOnly? AnswerBy, bool IsAnswerByProvisional, IReadOnlyList<Own.MaterialView> Materials)
{
    public static ReceiptView Of(EstablishmentApplication application)
    {
        var snapshot = application.LatestSnapshot ?? throw new InvalidOperationException("Nothing has been handed in.");
        return new(application.Number ?? "", snapshot.Number, snapshot.SubmittedAt, application.DueOn, application.IsDueProvisional, [.. snapshot.Materials.Select(Own.MaterialView.Of)]);
    }
}
