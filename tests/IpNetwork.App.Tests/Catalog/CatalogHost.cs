using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Kernel;
using IpNetwork.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace IpNetwork.App.Tests.Catalog;

/// <summary>Provinces without a pack: the usual settings, a value-added directory of two entries and a calendar of weekdays.</summary>
public sealed class CatalogHost : NetworkHost
{
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
            Directories = new(new("知识产权公共服务事项基础名录", [new(1, "商标类基础服务")]), new("知识产权个性化/增值服务名录", [new(1, "知识产权咨询"), new(7, "知识产权贯标")])),
        };

        ValueTask<ProvinceSettings> IProvinceSettings.OfAsync(NodeId province, CancellationToken ct) => new(Settings);

        ValueTask<WorkCalendar> IWorkCalendars.OfAsync(NodeId province, CancellationToken ct) => new(WorkCalendar.WithoutNotices);
    }
}
