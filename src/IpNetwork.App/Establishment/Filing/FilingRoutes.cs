using IpNetwork.App.Data.Files;
using IpNetwork.App.Establishment.Filing.Building;
using IpNetwork.App.Establishment.Filing.Documents;
using IpNetwork.App.Establishment.Filing.Form;
using IpNetwork.App.Establishment.Filing.Own;
using IpNetwork.App.Establishment.Filing.Registering;
using IpNetwork.App.Establishment.Filing.Submitting;

namespace IpNetwork.App.Establishment.Filing;

/// <summary>The builder's side of establishing a node: registration, the form, submission, building.</summary>
internal static class FilingRoutes
{
    public static void AddFiling(this IServiceCollection services)
    {
        services.AddScoped<FilingBook>();
        services.AddScoped<FilingDesk>();
        services.AddScoped<FilingTrail>();
        services.AddScoped<IFileRoom, ApplicationFiles>();
        services.AddScoped<Prospects>();
        services.AddScoped<SelfChecks>();
        services.AddScoped<RegisterBuilder>();
        services.AddScoped<StartApplication>();
        services.AddScoped<WriteApplication>();
        services.AddScoped<SubmitApplication>();
        services.AddScoped<WithdrawApplication>();
        services.AddScoped<ReportProgress>();
        services.AddScoped<ChangeBuilders>();
        services.AddScoped<RequestAcceptance>();
        services.AddScoped<ListMyApplications>();
        services.AddScoped<ShowMyApplication>();
        services.AddScoped<IntroPage>();
        services.AddScoped<RegistrationPages>();
        services.AddScoped<ListPage>();
        services.AddScoped<OverviewPage>();
        services.AddScoped<StepPages>();
        services.AddScoped<SubmissionPages>();
        services.AddScoped<BuildingPages>();
        services.AddScoped<DocumentPages>();
    }

    public static void MapFiling(this IEndpointRouteBuilder api)
    {
        var node = api.MapGroup("/nodes/{node}");
        RegisterBuilder.Map(node);
        ListMyApplications.Map(node);
        StartApplication.Map(node);
        ShowMyApplication.Map(node);
        WriteApplication.Map(node);
        SubmitApplication.Map(node);
        WithdrawApplication.Map(node);
        ReportProgress.Map(node);
        ChangeBuilders.Map(node);
        RequestAcceptance.Map(node);
        DocumentPages.MapApi(node);
    }

    public static void MapFilingPages(this IEndpointRouteBuilder app)
    {
        IntroPage.Map(app);
        RegistrationPages.Map(app);
        ListPage.Map(app);
        OverviewPage.Map(app);
        StepPages.Map(app);
        SubmissionPages.Map(app);
        BuildingPages.Map(app);
        DocumentPages.Map(app);
    }
}
