using IpNetwork.App.Tenancy;

namespace IpNetwork.App.Provinces;

internal static class ProvinceServices
{
    public static void AddProvinces(this IServiceCollection services) => services.AddSingleton<IProvinceSettings, SettingsBook>();
}
