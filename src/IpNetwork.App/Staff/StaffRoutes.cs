using IpNetwork.App.Data;
using IpNetwork.App.Shell;
using IpNetwork.App.Staff.Inviting;

namespace IpNetwork.App.Staff;

internal static class StaffRoutes
{
    public static void AddStaff(this IServiceCollection services)
    {
        services.AddScoped<Entrance>();
        services.AddSingleton<EntrancesSeen>();
        services.AddScoped<MyMemberships>();
        services.AddScoped<Appoint>();
        services.AddScoped<AppointBelow>();
        services.AddScoped<EndMembership>();
        services.AddScoped<InvitationDesk>();
        services.AddScoped<InviteBelow>();
        services.AddScoped<UseInvitation>();
        services.AddScoped<InvitationPages>();
        services.AddScoped<INodeLife, StaffLife>();
        services.AddScoped<BelowPages>();
        services.AddScoped<IToDoList, ManagerToDos>();
        services.AddScoped<IToDoList, StartingToDos>();
        services.AddSingleton<IEventHandler, InviteOnFounding>();
        services.AddScoped<WorkbenchPage>();
        services.AddScoped<PeoplePage>();
        services.AddSingleton<Navigation>();
        services.AddScoped<IShellContexts, ShellContexts>();
    }

    public static void MapStaff(this IEndpointRouteBuilder api)
    {
        ShowSession.Map(api);
        MembershipRoutes.Map(api);
        InvitationRoutes.Map(api);
    }

    public static void MapStaffPages(this IEndpointRouteBuilder app)
    {
        ChooseNodePage.Map(app);
        WorkbenchPage.Map(app);
        PeoplePage.Map(app);
        BelowPages.Map(app);
        InvitationPages.Map(app);
    }
}
