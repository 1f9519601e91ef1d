using IpNetwork.App.Data;
using IpNetwork.App.Shell;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Establishment;
using IpNetwork.Domain.Kernel;

namespace IpNetwork.App.Establishment.Deciding.Opinions;

/// <summary>A city says whether it recommends an application of its territory: checked at the city, written into the province's tenant with the city's actor (APP-11).</summary>
internal sealed class GiveOpinion(ProvinceReading reading, NodeDirectory directory, NodeScopes scopes, CurrentNode acting, RequestKey key)
{
    public static void Map(IEndpointRouteBuilder node) =>
        node.MapPost($"/applications/{{number}}/{DecidingActs.Opinion}", async (string number, OpinionRequest body, GiveOpinion give, IfMatch seen, Actor actor, CancellationToken ct) =>
                DecidingAnswers.Done(await give.HandleAsync(number, body, seen, actor, ct)))
            .ProducesAct()
            .WithName("GiveOpinion")
            .WithSummary("市（州）平台对辖区内的设立申报提属地意见：推荐或不推荐，只提一次")
            .AtNode().Allow(DecidingPolicy.Recommend);

    public async Task<Outcome> HandleAsync(string number, OpinionRequest request, IfMatch seen, Actor actor, CancellationToken ct)
    {
        var nodes = await directory.CurrentAsync(ct);
        if (await reading.ThereAsync(services => services.GetRequiredService<ApplicationBook>().FindAsync(number, ct), ct) is not { } application)
        {
            return DecidingDesk.Absent;
        }

        if (acting.Node.Kind is not NodeKind.City || nodes.ById(acting.Id) is not { } city || !Territory.Covers(nodes, city, application.ParentSlug))
        {
            return EstablishmentRefusals.NotTheTerritory();
        }

        if (request.Recommends is not { } recommends)
        {
            return EstablishmentRefusals.ChoiceMissing("recommends", "意见");
        }

        return await scopes.CarryAsync(await reading.ProvinceAsync(ct), key, services =>
            services.GetRequiredService<DecidingDesk>().ActAsync(number, seen, actor, deed =>
            {
                var outcome = deed.Application.GiveOpinion(new() { From = acting.Id, Recommends = recommends, Text = (request.Text ?? "").Trim(), By = deed.By });
                if (outcome.IsDone)
                {
                    var says = recommends ? "推荐" : "不推荐";
                    deed.Happened("opinion-given", $"{city.PlaceName}的属地意见：{says}", new { deed.Application.Id, City = city.Slug, Recommends = recommends });
                    deed.Tell(Addressee.Assessors, "属地意见到了", $"设立申报 {number} 的属地意见已提出：{says}。");
                    deed.Tell(Addressee.Builder, "属地意见", $"设立申报 {number}：{city.PlaceName}平台已提出属地意见（{says}）。");
                }

                return outcome;
            }, ct));
    }
}

internal sealed record OpinionRequest(bool? Recommends, string? Text);
