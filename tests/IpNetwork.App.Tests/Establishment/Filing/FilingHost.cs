using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Kernel;
using IpNetwork.SignOn;
using IpNetwork.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace IpNetwork.App.Tests.Establishment.Filing;

/// <summary>Provinces without a pack that set conditions for cities and key parks and count by weekdays.</summary>
public sealed class FilingHost : NetworkHost
{
    /// <summary>The same person in a session of today, where the clock was moved beyond the last one.</summary>
    internal async Task<Visitor> AgainAsync(Visitor visitor)
    {
        await using var scope = Services.CreateAsyncScope();
        var sessions = scope.ServiceProvider.GetRequiredService<Sessions>();
        var session = await sessions.StartAsync(visitor.Person, "127.0.0.1", CancellationToken.None);
        return new(Address, visitor.Person, $"{sessions.CookieName}={session.Cookie}");
    }

    protected override void Adjust(WebApplicationBuilder builder)
    {
        builder.Services.RemoveAll<IProvinceSettings>();
        builder.Services.RemoveAll<IWorkCalendars>();
        builder.Services.AddSingleton<IProvinceSettings, Packless>();
        builder.Services.AddSingleton<IWorkCalendars, Packless>();
    }

    private sealed class Packless : IProvinceSettings, IWorkCalendars
    {
        private static readonly ProvinceSettings Settings = new()
        {
            Centre = "省知识产权服务促进中心",
            Thresholds =
            [
                new(NodeKind.City, "三(二)1",
                [
                    new(Threshold.Workspace, "工作场所面积", 200, "平方米", Strictness.Soft, "EST-01b；川知促发〔2021〕59号 三(二)1(2)"),
                    new(Threshold.Staff, "工作人员", 5, "人", Strictness.Hard, "EST-01d"),
                    new(Threshold.Computers, "计算机", 4, "台", Strictness.Hard, "EST-01e"),
                ])
                {
                    Judged = [new("DEMAND", "需求较强", "EST-01a"), new("SITE", "相对集中", "EST-01c"), new("DEPARTMENT", "负责部门明确", "EST-01d"), new("EQUIPMENT", "设备", "EST-01e"), new("FUNDS", "经费和方案", "EST-01f")],
                },
                new(NodeKind.KeyPark, "三(二)2", [new(Threshold.Workspace, "工作场所面积", 100, "平方米", Strictness.Hard, "EST-02a")]),
            ],
        };

        ValueTask<ProvinceSettings> IProvinceSettings.OfAsync(NodeId province, CancellationToken ct) => new(Settings);

        ValueTask<WorkCalendar> IWorkCalendars.OfAsync(NodeId province, CancellationToken ct) => new(WorkCalendar.WithoutNotices);
    }
}
