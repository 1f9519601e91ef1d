using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Establishment;
using IpNetwork.Domain.Kernel;
using IpNetwork.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace IpNetwork.App.Tests.Establishment.Deciding;

/// <summary>A program whose provinces ask of a city platform what Sichuan asks.</summary>
public sealed class DecidingHost : NetworkHost, IProvinceSettings
{
    private static readonly ProvinceSettings Settled = new()
    {
        Thresholds =
        [
            new(NodeKind.City, "三(二)1",
            [
                new(Threshold.Workspace, "工作场所面积", 200, "平方米", Strictness.Soft, "EST-01b"),
                new(Threshold.Staff, "工作人员", 5, "人", Strictness.Hard, "EST-01d"),
                new(Threshold.Computers, "计算机", 4, "台", Strictness.Hard, "EST-01e"),
            ]),
        ],
        Modules = [new("government", "政务服务", "政务服务", "NET-04"), new("training", "人才培训", "业务服务", "NET-04")],
    };

    ValueTask<ProvinceSettings> IProvinceSettings.OfAsync(NodeId province, CancellationToken ct) => ValueTask.FromResult(Settled);

    protected override void Adjust(WebApplicationBuilder builder) => builder.Services.Replace(ServiceDescriptor.Singleton<IProvinceSettings>(this));
}
