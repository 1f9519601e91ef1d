namespace IpNetwork.App.Data.Sealing;

internal static class SealingServices
{
    public static void AddSealing(this IServiceCollection services, string dataFolder)
    {
        services.AddSingleton(new HeadLog(FolderIn(dataFolder)));
        services.AddSingleton<Sealer>();
    }

    public static string FolderIn(string dataFolder) => Path.Combine(dataFolder, "seals");
}
