using IpNetwork.App.Data.Files;
using IpNetwork.App.Data.Trail;
using IpNetwork.App.Establishment.Deciding.Accepting;
using IpNetwork.App.Establishment.Deciding.Assessing;
using IpNetwork.App.Establishment.Deciding.Building;
using IpNetwork.App.Establishment.Deciding.Opinions;
using IpNetwork.App.Establishment.Deciding.Queue;
using IpNetwork.App.Establishment.Deciding.Reading;
using IpNetwork.App.Shell;

namespace IpNetwork.App.Establishment.Deciding;

/// <summary>The officers' side of establishing a node: opinion, return, assessment, decision, building, acceptance.</summary>
internal static class DecidingRoutes
{
    public static void AddDeciding(this IServiceCollection services)
    {
        services.AddScoped<ApplicationBook>();
        services.AddScoped<INodeLife, ApplicationLife>();
        services.AddScoped<ApplicationLetters>();
        services.AddScoped<DecidingDesk>();
        services.AddScoped<ProvinceReading>();
        services.AddScoped<ListApplications>();
        services.AddScoped<ShowApplication>();
        services.AddScoped<GiveOpinion>();
        services.AddScoped<BeginAssessment>();
        services.AddScoped<ReturnApplication>();
        services.AddScoped<RecordAssessment>();
        services.AddScoped<IFileRoom, AssessmentFiles>();
        services.AddScoped<ProposeDecision>();
        services.AddScoped<DecideApplication>();
        services.AddScoped<SendBackProposal>();
        services.AddScoped<ListBuildPlan>();
        services.AddScoped<ExtendBuilding>();
        services.AddScoped<InspectApplication>();
        services.AddScoped<ConfirmInspection>();
        services.AddScoped<SendBackInspection>();
        services.AddScoped<ChooseAddress>();
        services.AddScoped<BuildReminders>();
        services.AddScoped<IDueHandler>(provider => provider.GetRequiredService<BuildReminders>());
        services.AddScoped<IToDoList, DecidingToDos>();
        services.AddScoped<ApplicationViews>();
        services.AddScoped<ActPages>();
        services.AddScoped<ReturnPreviewPages>();
        services.AddScoped<QueuePage>();
        services.AddScoped<ApplicationPage>();
        services.AddScoped<OpinionPages>();
        services.AddScoped<BuildPlanPage>();
    }

    public static void MapDeciding(this IEndpointRouteBuilder api)
    {
        var node = api.MapGroup("/nodes/{node}");
        ListApplications.Map(node);
        ShowApplication.Map(node);
        GiveOpinion.Map(node);
        ReturnApplication.Map(node);
        BeginAssessment.Map(node);
        RecordAssessment.Map(node);
        ProposeDecision.Map(node);
        SendBackProposal.Map(node);
        DecideApplication.Map(node);
        ListBuildPlan.Map(node);
        ExtendBuilding.Map(node);
        InspectApplication.Map(node);
        SendBackInspection.Map(node);
        ConfirmInspection.Map(node);
        ChooseAddress.Map(node);
    }

    public static void MapDecidingPages(this IEndpointRouteBuilder app)
    {
        QueuePage.Map(app);
        ApplicationPage.Map(app);
        OpinionPages.Map(app);
        ReturnPreviewPages.Map(app);
        ActPages.Map<BeginAssessment>(app, DecidingActs.Assessment, DecidingPolicy.Assess);
        ActPages.Map<ReturnApplication>(app, DecidingActs.Return, DecidingPolicy.Assess);
        ActPages.Map<RecordAssessment>(app, DecidingActs.Assessments, DecidingPolicy.Assess);
        ActPages.Map<ProposeDecision>(app, DecidingActs.Proposal, DecidingPolicy.Assess);
        ActPages.Map<DecideApplication>(app, DecidingActs.Decision, DecidingPolicy.ShowApproval);
        ActPages.Map<SendBackProposal>(app, DecidingActs.ProposalReturn, DecidingPolicy.ShowApproval);
        ActPages.Map<ExtendBuilding>(app, DecidingActs.Extension, DecidingPolicy.ShowApproval);
        ActPages.Map<InspectApplication>(app, DecidingActs.Inspection, DecidingPolicy.Assess);
        ActPages.Map<ConfirmInspection>(app, DecidingActs.Confirmation, DecidingPolicy.ShowApproval);
        ActPages.Map<SendBackInspection>(app, DecidingActs.InspectionReturn, DecidingPolicy.ShowApproval);
        ActPages.Map<ChooseAddress>(app, DecidingActs.Address, DecidingPolicy.ShowApproval);
        BuildPlanPage.Map(app);
    }
}
