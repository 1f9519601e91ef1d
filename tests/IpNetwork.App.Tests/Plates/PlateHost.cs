using System.Text.Json.Nodes;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Kernel;
using IpNetwork.Domain.Staff;
using IpNetwork.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace IpNetwork.App.Tests.Plates;

/// <summary>A program whose provinces name and number their plates as Sichuan does.</summary>
public sealed class PlateHost : NetworkHost, IProvinceSettings
{
    private static readonly ProvinceSettings Settled = new()
    {
        Centre = "四川省知识产权服务促进中心",
        Naming = new() { Province = "四川省", EthnicNames = ["藏族", "羌族", "彝族"], Capital = new() { City = "成都市", Districts = ["双流区", "都江堰市"] } },
        Plates = new() { Numbering = new() { Pattern = "SC-{kind}-{serial:000}" }, ServiceTypes = ["知识产权保护", "知识产权运营"] },
    };

    ValueTask<ProvinceSettings> IProvinceSettings.OfAsync(NodeId province, CancellationToken ct) => ValueTask.FromResult(Settled);

    protected override void Adjust(WebApplicationBuilder builder) => builder.Services.Replace(ServiceDescriptor.Singleton<IProvinceSettings>(this));
}

/// <summary>A province with a qualified city, and the people who give plates.</summary>
internal sealed class PlateTown : IDisposable
{
    public const string Day = "2026-02-10";
    public const string Uscc = "12510100450700012L";

    public required NetworkHost Host { get; init; }
    public required Given Given { get; init; }
    public required TestNode Province { get; init; }
    public required TestNode City { get; init; }
    public required Visitor Assessor { get; init; }
    public required Visitor Leader { get; init; }

    public string Proposals => $"{Province.Api}/plate-proposals";

    public static async Task<PlateTown> MakeAsync(NetworkHost host, string city = "绵阳市", string division = "510700")
    {
        var given = new Given(host);
        var province = await given.ProvinceAsync();
        return new()
        {
            Host = host,
            Given = given,
            Province = province,
            City = await given.NodeAsync(NodeKind.City, province, city, division, operating: false),
            Assessor = await given.StaffAsync(province, Role.Assessor),
            Leader = await given.StaffAsync(province, Role.Leader),
        };
    }

    public object Platform(TestNode? node = null, string? text = null, string issuedOn = Day) =>
        new { node = (node ?? City).Slug, kind = "Platform", issuedOn, documentNumber = "川知促发〔2026〕12号", text };

    public object Branch(TestNode? node = null, string function = "知识产权保护", string uscc = Uscc, string? text = null, string? namingDocument = null, string? namingReason = null) => new
    {
        node = (node ?? City).Slug,
        kind = "Function",
        issuedOn = Day,
        documentNumber = "川知促发〔2026〕13号",
        function,
        bodyName = "绵阳市知识产权保护中心",
        bodyUscc = uscc,
        duties = "快速预审、维权援助",
        text,
        namingDocument,
        namingReason,
    };

    /// <summary>Prepares as the assessor; yields the proposal's address, or the refusal's code.</summary>
    public async Task<string> PrepareAsync(object body)
    {
        using var answer = await Assessor.PostAsync(Proposals, body);
        return answer.IsSuccessStatusCode ? answer.Headers.Location!.ToString() : await CodeAsync(answer);
    }

    /// <summary>Approves as the leader; yields the plate's number, or the refusal's code.</summary>
    public async Task<string> ApproveAsync(string proposal, Visitor? by = null)
    {
        using var answer = await (by ?? Leader).PostAsync($"{proposal}/approval", new { opinion = "同意" }, version: await VersionAsync(by ?? Leader, proposal));
        return answer.IsSuccessStatusCode ? answer.Headers.Location!.ToString().Split('/')[^1] : await CodeAsync(answer);
    }

    public async Task<string> HangAsync(object body) => await ApproveAsync(await PrepareAsync(body));

    /// <summary>Yields nothing, or the refusal's code.</summary>
    public async Task<string> OrderAsync(string number, string noun, object body, Visitor? by = null)
    {
        var plate = $"{Province.Api}/plates/{number}";
        using var answer = await (by ?? Leader).PostAsync($"{plate}/{noun}", body, version: await VersionAsync(Leader, plate));
        return answer.IsSuccessStatusCode ? "" : await CodeAsync(answer);
    }

    public static object Order(string orderedOn = "2026-03-01", string effectiveOn = "2026-03-03", string? evidence = "现场记录 3 号") =>
        new { documentNumber = "川知促摘〔2026〕1号", orderedOn, effectiveOn, reason = "期满未整改", evidence };

    public Task<JsonNode> PlateAsync(string number) => Leader.JsonAsync($"{Province.Api}/plates/{number}");

    public void Dispose()
    {
        Assessor.Dispose();
        Leader.Dispose();
    }

    public static async Task<string> VersionAsync(Visitor reader, string path)
    {
        using var answer = await reader.GetAsync(path);
        return answer.Headers.ETag?.ToString() ?? "\"0\"";
    }

    public static async Task<string> CodeAsync(HttpResponseMessage answer) =>
        JsonNode.Parse(await answer.Content.ReadAsStringAsync())?["code"]?.GetValue<string>() ?? $"{(int)answer.StatusCode}";
}
