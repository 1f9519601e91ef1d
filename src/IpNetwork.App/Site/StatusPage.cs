using IpNetwork.App.Data;
using IpNetwork.App.Shell;
using IpNetwork.App.Shell.Errors;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Kernel;
using IpNetwork.Domain.Nodes;
using IpNetwork.Domain.Staff;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IpNetwork.App.Site;

/// <summary>Chooses the page for a status: what is said comes from the refusal, where to go from the address.</summary>
internal sealed class StatusPage(NodeDirectory directory, CurrentNode current, IShellContexts shells)
{
    private const int LongestAsked = 40;

    public async Task<IResult> ForAsync(HttpContext context, string address, int status)
    {
        var refusal = context.Features.Get<Refusal>();
        return status switch
        {
            >= 500 => Broken(context, address, status),
            404 when current.IsSet => await LostAsync(context, status),
            404 when !IsOurs(context) => await UnknownNodeAsync(context, status),
            404 => Refused(context, status, "找不到这一页", "网址可能抄漏了，或者这一页已经撤下。"),
            403 when current.IsSet && context.Features.Get<ActingRoles>() is { Roles.Count: > 0 } => await ForbiddenAsync(context, status, refusal),
            403 => Refused(context, status, "您不能打开这一页", refusal?.Message ?? "您的账号没有这一页的权限。需要时请找本平台负责人办理。"),
            405 => Refused(context, status, "这一页不能这样打开", "这个地址只接收提交，不能直接打开。请回到表单重新提交。"),
            413 => Refused(context, status, "提交的内容太大", "请减少文字或者把附件压缩后再提交。"),
            429 => Refused(context, status, "操作太频繁", "请过一会儿再试。没有保存任何内容。"),
            _ => Refused(context, status, "这个请求没法处理", refusal?.Message ?? "网址里的内容不对，请检查后再试。"),
        };
    }

    /// <summary>Needs neither the database nor a session.</summary>
    public static IResult Broken(HttpContext context, string address, int status) =>
        new RazorComponentResult<ErrorPage>(new
        {
            Visitor = new VisitorContext(address, new FormToken("")),
            Number = Short(context.TraceIdentifier),
            WasSaving = !HttpMethods.IsGet(context.Request.Method),
        })
        { StatusCode = status };

    private async Task<IResult> LostAsync(HttpContext context, int status)
    {
        var nodes = await directory.CurrentAsync(context.RequestAborted);
        LinkView[] ways = nodes.ById(current.Id) is { MergedInto: { } into } && nodes.ById(into) is { } successor
            ? [new($"已并入{successor.PlaceName}", context.HrefTo(successor))]
            : [];
        return new RazorComponentResult<NotFoundPage>(new { Shell = await shells.ForAsync(context, "", context.RequestAborted), WaysOn = ways }) { StatusCode = status };
    }

    private async Task<IResult> UnknownNodeAsync(HttpContext context, int status)
    {
        var nodes = await directory.CurrentAsync(context.RequestAborted);
        var asked = (context.Request.Path.Value ?? "").Trim('/').Split('/')[0];
        var provinces = nodes.Provinces.ToList();
        return new RazorComponentResult<UnknownNodePage>(new
        {
            Visitor = shells.Visitor(context),
            Asked = asked.Length > LongestAsked ? asked[..LongestAsked] + "…" : asked,
            Nearest = NearestNodes.To(asked, nodes.All).Select(n => new LinkView(n.Plate().Full, context.HrefTo(n))).ToList(),
            Networks = provinces.Select(n => new LinkView(n.Plate().Full, context.HrefTo(n))).ToList(),
            SearchHref = provinces is [var only] ? context.HrefTo(only, "/network") : null,
        })
        { StatusCode = status };
    }

    private async Task<IResult> ForbiddenAsync(HttpContext context, int status, Refusal? refusal)
    {
        var roles = context.GetEndpoint()?.Metadata.GetMetadata<RouteRule>()?.Roles ?? [];
        return new RazorComponentResult<ForbiddenPage>(new
        {
            Shell = await shells.ForAsync(context, "", context.RequestAborted),
            Model = new ForbiddenView("做这件事", roles.Count == 0 ? "有相应岗位的同事" : string.Join("、", roles.Select(role => role.Chinese())), refusal?.Message ?? ""),
        })
        { StatusCode = status };
    }

    private RazorComponentResult<RefusedPage> Refused(HttpContext context, int status, string title, string says)
    {
        var home = new LinkView("回到首页", current.IsSet && context.Request.PathBase.HasValue ? context.Request.PathBase.Value ?? "/" : "/");
        LinkView[] ways = status == StatusCodes.Status403Forbidden && context.User.Identity is { IsAuthenticated: true } ? [new("选择代表的平台", ActingRoles.ChooseNodePath), home] : [home];
        return new(new { Visitor = shells.Visitor(context), Title = title, Says = says, Ways = ways }) { StatusCode = status };
    }

    private static bool IsOurs(HttpContext context) =>
        Slug.ReservedWords.Contains((context.Request.Path.Value ?? "").Trim('/').Split('/')[0]);

    private static string Short(string trace) => trace.Length > 13 ? trace[^13..] : trace;
}
