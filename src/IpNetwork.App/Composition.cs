using System.Text.Encodings.Web;
using System.Text.Unicode;
using IpNetwork.App.Audit;
using IpNetwork.App.Calendar;
using IpNetwork.App.Catalog;
using IpNetwork.App.Catalog.Portal;
using IpNetwork.App.Data;
using IpNetwork.App.Data.Files;
using IpNetwork.App.Deployment;
using IpNetwork.App.Establishment.Deciding;
using IpNetwork.App.Establishment.Filing;
using IpNetwork.App.Experts;
using IpNetwork.App.Files;
using IpNetwork.App.Funding;
using IpNetwork.App.Nodes;
using IpNetwork.App.Norms;
using IpNetwork.App.Opening;
using IpNetwork.App.Plates;
using IpNetwork.App.Provinces;
using IpNetwork.App.Shell;
using IpNetwork.App.Shell.Papers;
using IpNetwork.App.Site;
using IpNetwork.App.Staff;
using IpNetwork.App.Tenancy;
using IpNetwork.SignOn;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.HttpOverrides;

namespace IpNetwork.App;

/// <summary>Puts the rooms together: services, the order of the pipeline, routes.</summary>
internal static class Composition
{
    private const string DevelopmentAddress = "http://localhost:5080";
    private const string ProductionAddress = "http://0.0.0.0:8080";

    public static WebApplication Build(Settings settings, Action<WebApplicationBuilder>? adjust = null, Action<IEndpointRouteBuilder>? map = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(Composition).Assembly.GetName().Name,
            ContentRootPath = ContentRoot(),
            EnvironmentName = settings.IsDevelopment ? Environments.Development : Environments.Production,
        });
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 4 * 1024 * 1024;
        });
        builder.Logging.ClearProviders();
        if (settings.IsDevelopment)
        {
            builder.Logging.AddSimpleConsole(console => console.SingleLine = true);
        }
        else
        {
            builder.Logging.AddJsonConsole(console => console.JsonWriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        }

        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        builder.Logging.AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.Error);
        builder.Logging.AddFilter("Quartz", LogLevel.Warning);
        builder.Logging.AddFilter("Microsoft.EntityFrameworkCore.Database.Command", LogLevel.Error);
        AddServices(builder.Services, settings);
        if (Environment.GetEnvironmentVariable("ASPNETCORE_URLS") is not { Length: > 0 })
        {
            Listen(builder, settings);
        }

        adjust?.Invoke(builder);
        var app = builder.Build();
        if (settings.RunsWeb)
        {
            UsePipeline(app, settings);
            MapRoutes(app);
            map?.Invoke(app);
            app.EnsureEveryRouteHasARule();
        }

        return app;
    }

    private static void Listen(WebApplicationBuilder builder, Settings settings)
    {
        if (settings.RunsWeb)
        {
            builder.WebHost.UseUrls(settings.IsDevelopment ? DevelopmentAddress : ProductionAddress);
        }
        else
        {
            builder.Services.AddSingleton<IServer, NoServer>();
        }
    }

    public static IEnumerable<string> AddressesOf(Settings settings) =>
        Environment.GetEnvironmentVariable("ASPNETCORE_URLS") is { Length: > 0 } urls ? urls.Split(';') : [settings.IsDevelopment ? DevelopmentAddress : ProductionAddress];

    public static IEnumerable<string> AddressesInDevelopment =>
        Environment.GetEnvironmentVariable("ASPNETCORE_URLS") is { Length: > 0 } urls ? urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) : [DevelopmentAddress];

    /// <summary>From the source tree its own folder; from a published folder that one.</summary>
    private static string ContentRoot()
    {
        var source = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", ".."));
        return Directory.Exists(Path.Combine(source, "wwwroot")) ? source : AppContext.BaseDirectory;
    }

    private static void AddServices(IServiceCollection services, Settings settings)
    {
        services.AddSingleton(settings);
        services.AddSingleton(settings.Address);
        services.AddSingleton(TimeProvider.System);
        services.AddNetworkData(settings.Logins.App, settings.Logins.Oversight, settings.Logins.Dispatch, settings.Logins.Listen);
        IdentityMarks.Add(services, settings.DataFolder, settings.IsDevelopment, settings.RunsWeb);
        services.AddFiles(FileSettings.FromEnvironment(settings.DataFolder, settings.IsDevelopment));
        services.AddTenancy();
        if (settings.Logins.SignOn.Length > 0)
        {
            services.AddSignOn(new()
            {
                ConnectionString = settings.Logins.SignOn,
                RequireHttps = settings.RequiresHttps,
                HomePath = ActingRoles.ChooseNodePath,
                ProtectionSecrets = settings.ProtectionSecrets,
                MakesKeys = settings.RunsWeb || settings.IsDevelopment,
            });
        }

        services.AddWebEncoders(options => options.TextEncoderSettings = new(UnicodeRanges.All));
        services.ConfigureHttpJsonOptions(options => WireJson.Configure(options.SerializerOptions));
        services.Configure<ForwardedHeadersOptions>(options => TrustProxies(options, settings.TrustedProxies));
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        services.Configure<FormOptions>(options => options.ValueCountLimit = 512);
        services.AddRazorComponents();
        services.AddSingleton<FinishedPages>();
        services.AddPapers();
        services.AddSite();
        services.AddNodes();
        services.AddStaff();
        services.AddAudit();
        services.AddNorms();
        services.AddDeciding();
        services.AddExperts();
        services.AddFiling();
        services.AddFunding();
        services.AddPlates();
        services.AddOpening();
        services.AddCatalogPortal();
        services.AddCatalogWorkbench();
        services.AddProvinces();
        services.AddCalendar();
        services.AddConflictDeadlines();
        if (settings.RunsWorker)
        {
            services.AddSchedule(settings);
        }
    }

    /// <summary>Nobody is trusted by default, so that an address in a header cannot be made up.</summary>
    private static void TrustProxies(ForwardedHeadersOptions options, IEnumerable<System.Net.IPNetwork> proxies)
    {
        options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var proxy in proxies)
        {
            options.KnownIPNetworks.Add(proxy);
        }
    }

    private static void UsePipeline(WebApplication app, Settings settings)
    {
        app.UseForwardedHeaders();
        app.Use(SecurityHeaders.InvokeAsync);
        if (settings.RequiresHttps)
        {
            app.Use(HttpsOnly.InvokeAsync);
        }

        app.UseSite();
        app.UseMiddleware<Failures>();
        app.Use(CleanRequests.InvokeAsync);
        app.UseMiddleware<NodeResolution>();
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
        app.Use(AtNodes.InvokeAsync);
        app.UseMiddleware<RouteAuthorization>();
        app.Use(CsrfWall.InvokeAsync);
        app.Use(FormBodies.InvokeAsync);
        app.Use(CreationKeys.InvokeAsync);
    }

    private static void MapRoutes(WebApplication app)
    {
        app.MapGroup("").Allow(RouteRule.Open).MapStaticAssets();
        app.MapSignOn().Allow(RouteRule.Open);
        var api = app.MapGroup("/api/v1");
        api.MapNodes();
        api.MapStaff();
        api.MapCalendar();
        app.MapCalendarPages();
        api.MapAudit();
        api.MapNorms();
        api.MapDeciding();
        api.MapExperts();
        api.MapFiling();
        api.MapFiles();
        app.MapFilePages();
        api.MapFunding();
        api.MapPlates();
        api.MapOpening();
        app.MapNodePages();
        api.MapCatalogWorkbench();
        app.MapStaffPages();
        app.MapCatalogPages();
        app.MapAuditPages();
        app.MapNormPages();
        app.MapDecidingPages();
        app.MapExpertPages();
        app.MapFilingPages();
        app.MapFundingPages();
        app.MapPlatePages();
        app.MapOpeningPages();
        api.MapCatalogPortalApi();
        app.MapCatalogPortal();
        ShowNetwork.Map(app);
        app.MapSite();
    }
}
