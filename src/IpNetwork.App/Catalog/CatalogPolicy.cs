using IpNetwork.App.Shell;
using IpNetwork.Domain.Staff;

namespace IpNetwork.App.Catalog;

/// <summary>Who may do what in the workbench's catalog. Roles are held at kinds of nodes, so the province's verbs are the province's alone.</summary>
internal static class CatalogPolicy
{
    public static readonly RouteRule MaySeeOfferings = RouteRule.Members;
    public static readonly RouteRule MayEditOfferings = RouteRule.For(Role.CatalogEditor, Role.Manager);
    public static readonly RouteRule MaySeeOwnItems = RouteRule.Members;
    public static readonly RouteRule MayEditOwnItems = RouteRule.For(Role.CatalogEditor, Role.Manager);
    public static readonly RouteRule MayProposePromotion = RouteRule.For(Role.CatalogEditor, Role.Manager);
    public static readonly RouteRule MaySeeBaseItems = RouteRule.For(Role.CatalogManager, Role.Leader, Role.Auditor);
    public static readonly RouteRule MayEditBaseItems = RouteRule.For(Role.CatalogManager);
    public static readonly RouteRule MaySeePromotions = RouteRule.For(Role.CatalogManager, Role.Leader, Role.Auditor);
    public static readonly RouteRule MayDecidePromotions = RouteRule.For(Role.CatalogManager);
}
