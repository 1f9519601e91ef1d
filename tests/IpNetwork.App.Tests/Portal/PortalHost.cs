using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Kernel;
using IpNetwork.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace IpNetwork.App.Tests.Portal;

/// <summary>A program whose provinces have settled what a pack would settle.</summary>
public sealed class PortalHost : NetworkHost, IProvinceSettings
{
    private static readonly ProvinceSettings Settled = new()
    {
        Centre = "四川省知识产权服务促进中心",
        Categories = [new("utilization", "知识产权运用", "运用", "质押融资、许可备案"), new("service", "知识产权服务", "服务", "检索、咨询和贯标")],
        Information =
        [
            new("policies", "政策法规", [new("国家知识产权局", "https://www.cnipa.gov.cn", null, "部门规章"), new("坏地址", "javascript:alert(1)", null, null)]),
            new("use", "运用与保护", [new("质押登记", null, GivenCatalog.Pledge, "用权利融资")]),
        ],
    };

    ValueTask<ProvinceSettings> IProvinceSettings.OfAsync(NodeId province, CancellationToken ct) => ValueTask.FromResult(Settled);

    protected override void Adjust(WebApplicationBuilder builder) => builder.Services.Replace(ServiceDescriptor.Singleton<IProvinceSettings>(this));
}
