namespace IpNetwork.App.Data.Files;

internal static class FileServices
{
    public static void AddFiles(this IServiceCollection services, FileSettings settings)
    {
        services.AddSingleton(settings);
        services.AddSingleton<IFileStore>(_ => settings.Open());
        services.AddSingleton<PartFiles>();
        services.AddScoped<FileRooms>();
        services.AddScoped<FileIntake>();
        services.AddScoped<FileShelf>();
        services.AddScoped<StartUpload>();
        services.AddScoped<AppendUpload>();
        services.AddScoped<CompleteUpload>();
        services.AddScoped<DropUpload>();
        services.AddScoped<ReceiveFile>();
        services.AddScoped<RemoveFile>();
    }
}
