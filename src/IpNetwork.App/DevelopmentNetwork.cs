using System.Globalization;
using System.Text;
using IpNetwork.App.Deployment;
using IpNetwork.App.Establishment.Samples;
using IpNetwork.App.Opening.Samples;
using IpNetwork.App.Provinces.Applying;
using IpNetwork.App.Staff;

namespace IpNetwork.App;

/// <summary>Makes a developer's network: schema, Sichuan's pack, demonstration people, samples. Nothing of this happens in production.</summary>
internal static class DevelopmentNetwork
{
    private const string Province = "sichuan";

    public static async Task<string> PrepareAsync(Settings settings, Steps steps, CancellationToken ct)
    {
        await steps.RunAsync("准备角色与表结构", async () =>
        {
            if (!await Migration.AllIfChangedAsync(settings, ct))
            {
                steps.Say("表结构没有变化");
            }
        });
        await using var app = Composition.Build(settings with { RunsWeb = false, RunsWorker = false });
        await steps.RunAsync("载入四川省配置包", () => ApplyPack.ApplyIfChangedAsync(app.Services, Province, steps.Say, ct));
        var people = await steps.RunAsync("准备演示人员", () => DemonstrationPeople.EnsureAsync(app.Services, settings.DataFolder, SampleApplications.BuilderPerson, ct));
        await steps.RunAsync("准备示例申报", () => SampleApplications.EnsureAsync(app.Services, Province, ct));
        await steps.RunAsync("准备示例场所和人员", () => SampleOpening.EnsureAsync(app.Services, ct));
        return Describe(people, settings.DataFolder);
    }

    private static string Describe(IReadOnlyList<DemonstrationAccount> people, string folder)
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"演示账号（也写在 {Path.Combine(folder, DemonstrationPeople.FileName)}，只用于开发环境）：");
        foreach (var person in people)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  {person.User,-14} {person.Password}  {person.Node,-16} {person.RoleName}");
        }

        return text.ToString();
    }
}
