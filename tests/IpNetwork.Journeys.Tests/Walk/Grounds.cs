using System.Text.Json.Nodes;
using IpNetwork.App.Data;
using IpNetwork.App.Data.Trail;
using IpNetwork.App.Establishment.Samples;
using IpNetwork.Domain.Staff;
using IpNetwork.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IpNetwork.Journeys.Tests.Walk;

/// <summary>What the walk finds in Sichuan: the places it goes to and what fills each route's parameters.</summary>
internal static class Grounds
{
    // Mianyang has localised and tightened it.
    private const string Item = "SC-IP-11";
    private const string OwnItem = "MY-ZZ-01";
    private const string Catalog = "/workbench/catalog";
    private const string Plates = "/workbench/plates";
    private const string Applications = "/workbench/applications";

    // Mianyang's own.
    private const string Plate = "SC-C-006";

    public static async Task<Ground> OfSichuanAsync(Sichuan network)
    {
        var city = await network.NodeAsync("mianyang");
        var province = await network.NodeAsync("sichuan");
        using var manager = await network.StaffAsync("sichuan", Role.CatalogManager);
        using var editor = await network.StaffAsync("mianyang", Role.CatalogEditor);
        using var assessor = await network.StaffAsync("sichuan", Role.Assessor);
        var baseDraft = await DraftAsync(manager, $"{province.Api}/base-items/drafts", new { code = "SC-IP-12" });
        var offeringDraft = await DraftOfferingAsync(editor, city);
        var ownDraft = await DraftAsync(editor, $"{city.Api}/own-items", new { code = OwnItem });
        return new(province, city, await network.NodeAsync("mianyang-gaoxin"))
        {
            Values = new Dictionary<string, string[]>(await FilingGround.ValuesAsync(network, province))
            {
                ["code"] = [Item],
                ["slug"] = ["mianyang-kejicheng"],
                ["documentName"] = ["v1"],
                ["token"] = [await InviteAsync(network, city)],
                [$"{Catalog}/{{code}}/publish#code"] = [offeringDraft],
                [$"{Catalog}/{{code}}/discard#code"] = [offeringDraft],
                ["number"] = [Plate],
                [$"{Applications}/{{number}}#number"] = [SampleApplications.AwaitsOpinion, SampleApplications.Returned, SampleApplications.Proposed, SampleApplications.Extended, SampleApplications.Inspected, SampleApplications.Accepted],
                [$"{Applications}/{{number}}/assessment#number"] = [SampleApplications.HasOpinion],
                [$"{Applications}/{{number}}/return#number"] = [SampleApplications.AwaitsOpinion],
                [$"{Applications}/{{number}}/assessments#number"] = [SampleApplications.Begun],
                [$"{Applications}/{{number}}/proposal#number"] = [SampleApplications.Begun],
                [$"{Applications}/{{number}}/decision#number"] = [SampleApplications.Proposed],
                [$"{Applications}/{{number}}/proposal-return#number"] = [SampleApplications.Proposed],
                [$"{Applications}/{{number}}/extension#number"] = [SampleApplications.Building],
                [$"{Applications}/{{number}}/inspection#number"] = [SampleApplications.AcceptanceRequested],
                [$"{Applications}/{{number}}/confirmation#number"] = [SampleApplications.Inspected],
                [$"{Applications}/{{number}}/inspection-return#number"] = [SampleApplications.Inspected],
                [$"{Applications}/{{number}}/address#number"] = [SampleApplications.Accepted],
                ["/workbench/opinions/{number}#number"] = [SampleApplications.AwaitsOpinion],
                ["/workbench/experts/{id}#id"] = [await ExpertAsync(assessor, province)],
                ["/workbench/readiness/{slug}#slug"] = ["mianyang"],
                ["/workbench/funding/{id}#id"] = [await RegisterProjectAsync(assessor, province)],
                [$"{Plates}/proposals/{{id}}#id"] = [await PreparePlateAsync(assessor, province)],
                [$"{Catalog}/drafts/{{id}}#id"] = [baseDraft],
                [$"{Catalog}/drafts/{{id}}/what-if#id"] = [baseDraft],
                [$"{Catalog}/drafts/{{id}}/publish#id"] = [baseDraft],
                [$"{Catalog}/drafts/{{id}}/discard#id"] = [baseDraft],
                [$"{Catalog}/own/{{id}}#id"] = [ownDraft],
                [$"{Catalog}/own/{{id}}/discard#id"] = [ownDraft],
                [$"{Catalog}/own/{{id}}/publish#id"] = [ownDraft],
                [$"{Catalog}/own/{{code}}/promotion#code"] = [OwnItem],
                [$"{Catalog}/own/{{code}}/versions#code"] = [OwnItem],
                [$"{Catalog}/own/{{code}}/suspension#code"] = [OwnItem],
                [$"{Catalog}/own/{{code}}/cancellation#code"] = [OwnItem],
                [$"{Catalog}/own/{{code}}/restoration#code"] = [OwnItem],
                [$"{Catalog}/promotions/{{id}}#id"] =
                    [await DraftAsync(editor, $"{city.Api}/own-items/{OwnItem}/promotion", new { usage = "一年办了 120 件", opinion = "各地都需要" })],
            },
            Places = new Dictionary<string, TestNode[]> { ["/workbench/network/{slug}/life"] = [province], [$"{Catalog}/own/{{id}}"] = [city], [$"{Catalog}/own/{{code}}/versions"] = [city] },
            OfBuilders = FilingGround.Pages,
            Foreign = new HashSet<string> { "/api/docs" },
            Extra =
            [
                new("unknown node", "/no-such-place", Guest.Public, 404),
                new("unknown page", "/mianyang/nothing-here", Guest.Public, 404),
                new("unknown plate", "/mianyang/plates/SC-C-999", Guest.Public, 404),
                new("no such words on a plate", "/mianyang/plates?q=%E6%B2%A1%E6%9C%89%E8%BF%99%E4%B8%AA", Guest.Public),
                new("words of a new plate", $"/sichuan{Plates}/new?kind=Function&node=mianyang", new(province, Role.Assessor)),
                new("unknown invitation", "/mianyang/invitations/no-such-token", Guest.Public, 404),
                new("unknown item", "/mianyang/services/SC-IP-99", Guest.Public, 404),
                new("nothing found", "/mianyang/services?q=%E6%B2%A1%E6%9C%89%E8%BF%99%E4%B8%AA", Guest.Public),
                new("experts for an application", $"/sichuan/workbench/experts?application={SampleApplications.Begun}", new(province, Role.Assessor)),
                new("no such application", $"/sichuan{Applications}/SL-NONE", new(province, Role.Assessor), 404),
                new("no application of one's own", $"/sichuan/establishment/applications/{Guid.Empty}", new(province, Role.Builder), 404),
                new("bad query", "/mianyang/services?limit=0", Guest.Public, 400),
                new("not for this role", "/mianyang/workbench/catalog/own/new", new(city, Role.WindowClerk), 403),
                new("somebody else's node", "/deyang/workbench", new(city, Role.Manager), 403),
            ],
        };
    }

    private static async Task<string> InviteAsync(Sichuan network, TestNode city)
    {
        const string phone = "13900000001";
        using var manager = await network.StaffAsync(city.Slug, Role.Manager);
        using var answer = await manager.PostAsync($"{city.Api}/invitations", new { role = "WindowClerk", name = "何小窗", phone });
        var payload = await new Given(network).InAsync(city.Tenant, services => services.GetRequiredService<NetworkDb>().Set<OutboxMessage>().Where(m => m.Recipient == phone).Select(m => m.Payload).SingleAsync());
        return JsonNode.Parse(payload)?["link"]?.GetValue<string>().Split('/')[^1] ?? throw new InvalidOperationException(await answer.Content.ReadAsStringAsync());
    }

    private static async Task<string> ExpertAsync(Visitor assessor, TestNode province) =>
        (await assessor.JsonAsync($"{province.Api}/experts"))["items"]?[0]?["id"]?.GetValue<string>() ?? throw new InvalidOperationException("No expert.");

    private static async Task<string> DraftOfferingAsync(Visitor editor, TestNode city)
    {
        const string code = "SC-IP-21";
        using var answer = await editor.PutAsync($"{city.Api}/offerings/{code}/draft", new { changes = new[] { new { field = "committedLimit", text = "20" } }, reason = "调解员增加" }, null);
        return answer.IsSuccessStatusCode ? code : throw new InvalidOperationException(await answer.Content.ReadAsStringAsync());
    }

    private static async Task<string> PreparePlateAsync(Visitor assessor, TestNode province)
    {
        var branch = new { node = "deyang", kind = "Function", issuedOn = "2026-02-10", documentNumber = "川知促发〔2026〕13号", function = "知识产权保护", bodyName = "德阳市知识产权保护中心", bodyUscc = "12510100450700012L", duties = "快速预审、维权援助" };
        using var answer = await assessor.PostAsync($"{province.Api}/plate-proposals", branch);
        return await PlaceAsync(answer);
    }

    private static async Task<string> RegisterProjectAsync(Visitor assessor, TestNode province)
    {
        using var answer = await assessor.PostAsync($"{province.Api}/funding-projects", new { projectNumber = "ZX-2026-01", platform = "mianyang", workBody = "绵阳市知识产权服务中心", uscc = "12510100450700012L" });
        return await PlaceAsync(answer);
    }

    private static async Task<string> PlaceAsync(HttpResponseMessage created) =>
        created.Headers.Location?.ToString().Split('/')[^1] ?? throw new InvalidOperationException(await created.Content.ReadAsStringAsync());

    private static async Task<string> DraftAsync(Visitor who, string route, object body)
    {
        using var answer = await who.PostAsync(route, body);
        var text = await answer.Content.ReadAsStringAsync();
        return answer.IsSuccessStatusCode && JsonNode.Parse(text)?["id"]?.GetValue<string>() is { } id ? id : throw new InvalidOperationException($"{route}: {text}");
    }
}
