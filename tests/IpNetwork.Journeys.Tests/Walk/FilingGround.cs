using IpNetwork.App.Establishment.Samples;
using IpNetwork.Testing;

namespace IpNetwork.Journeys.Tests.Walk;

/// <summary>The builder's own pages, on the sample applications that belong to it.</summary>
internal static class FilingGround
{
    private const string List = "/establishment/applications";
    private const string One = $"{List}/{{id}}";

    private static readonly string[] Steps = ["platform", "builders", "premises", "funds", "plan", "materials", "check"];
    private static readonly string[] OfReceived = ["receipt", "document", "document/pdf", "document/docx"];
    private static readonly string[] OfBuilding = ["progress", "builder-change", "acceptance"];

    public static IReadOnlySet<string> Pages { get; } = new HashSet<string>([List, One, .. Steps.Concat(OfReceived).Concat(OfBuilding).Concat(["submission", "withdrawal"]).Select(page => $"{One}/{page}")]);

    public static async Task<Dictionary<string, string[]>> ValuesAsync(NetworkHost network, TestNode province)
    {
        using var builder = await network.SignedOnAsync("陈示例", SampleApplications.BuilderPerson.Value);
        var rows = ((await builder.JsonAsync($"{province.Api}/my-applications"))["items"]?.AsArray() ?? []).OfType<System.Text.Json.Nodes.JsonNode>().ToList();
        var (begun, whole) = (Id("placeName", "泸定县"), Id("placeName", "巴中经济开发区"));
        var (received, returned, building) = (Id("number", SampleApplications.AwaitsOpinion), Id("number", SampleApplications.Returned), Id("number", SampleApplications.Building));
        using var started = await builder.PostAsync($"{province.Api}/my-applications");
        var empty = started.Headers.Location?.ToString().Split('/')[^1] ?? throw new InvalidOperationException(await started.Content.ReadAsStringAsync());
        var values = new Dictionary<string, string[]>
        {
            [$"{One}#id"] = [begun, received, returned, building, Id("number", SampleApplications.Accepted), Id("number", SampleApplications.Rejected)],
            [$"{One}/submission#id"] = [whole],
            [$"{One}/withdrawal#id"] = [empty],
        };
        foreach (var (page, ids) in Steps.Select(step => (step, new[] { begun, returned }))
            .Concat(OfReceived.Select(page => (page, new[] { received })))
            .Concat(OfBuilding.Select(page => (page, new[] { building }))))
        {
            values[$"{One}/{page}#id"] = ids;
        }

        return values;

        string Id(string name, string value) =>
            rows.Single(row => row[name]?.GetValue<string>() == value)["id"]?.GetValue<string>() ?? throw new InvalidOperationException($"No sample {value}.");
    }
}
