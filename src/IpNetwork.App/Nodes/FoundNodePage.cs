using IpNetwork.App.Data;
using IpNetwork.App.Shell;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Kernel;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IpNetwork.App.Nodes;

internal static class FoundNodePage
{
    public const string Path = NetworkTreePage.Path + "/new";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Path, async (string? application, HttpContext context, CurrentNode current, NetworkDb db, NetworkNaming naming, NodeDirectory directory, IShellContexts shells, CancellationToken ct) =>
                await ShowAsync(context, current, directory, shells, await GivenAsync(application, current, db, naming, directory, ct), StatusCodes.Status200OK, ct))
            .ExcludeFromDescription().AtNode().Allow(NodePolicy.ShowOrderForm);
        app.MapPost(Path, async (HttpContext context, FoundNode found, Actor actor, CurrentNode current, NodeDirectory directory, IShellContexts shells, CancellationToken ct) =>
            {
                var form = await context.Request.ReadFormAsync(ct);
                var outcome = await found.HandleAsync(FoundRequest.Of(form), actor, ct);
                return outcome.IsDone
                    ? Results.Redirect(context.Request.PathBase + NetworkTreePage.Path)
                    : await ShowAsync(context, current, directory, shells,
                        FormState.Of(form.ToDictionary(f => f.Key, f => f.Value.ToString())).Refused(outcome.Refusals), Answers.StatusOf(outcome.Refusals[0]), ct);
            })
            .ExcludeFromDescription().AtNode().CreatesOnce().Allow(NodePolicy.ShowOrderForm);
    }

    /// <summary>For an accepted application whose node could not be founded by itself.</summary>
    private static async Task<FormState> GivenAsync(string? number, CurrentNode current, NetworkDb db, NetworkNaming naming, NodeDirectory directory, CancellationToken ct)
    {
        if (number is null || await FoundAccepted.WaitingAsync(db, number, ct) is not { } application || (await directory.CurrentAsync(ct)).ById(current.Id) is not { } province)
        {
            return FormState.Empty;
        }

        var given = await FoundAccepted.RequestAsync(application, naming, province, ct);
        return FormState.Of(new Dictionary<string, string>
        {
            ["kind"] = given.Kind ?? "",
            ["parent"] = given.Parent ?? "",
            ["slug"] = given.Slug ?? "",
            ["placeName"] = given.PlaceName ?? "",
            ["shortName"] = given.ShortName ?? "",
            ["divisionCode"] = given.DivisionCode ?? "",
            ["effectiveOn"] = given.EffectiveOn ?? "",
            ["documentNumber"] = given.DocumentNumber ?? "",
            ["reason"] = given.Reason ?? "",
        });
    }

    private static async Task<IResult> ShowAsync(
        HttpContext context, CurrentNode current, NodeDirectory directory, IShellContexts shells, FormState form, int status, CancellationToken ct)
    {
        var nodes = await directory.CurrentAsync(ct);
        var parents = nodes.All.Where(n => n.NetworkId == current.Node.NetworkId && n.Kind != NodeKind.Workstation && n.Status is not (NodeStatus.Merged or NodeStatus.Delisted))
            .OrderBy(n => n.Path, StringComparer.Ordinal)
            .Select(n => new FieldOption(n.Slug, $"{n.ShortName}（{NodeWords.Of(n.Kind)}）"));
        var kinds = Enum.GetValues<NodeKind>().Where(kind => kind != NodeKind.Province).Select(kind => new FieldOption(kind.ToString(), NodeWords.Of(kind)));
        var model = new FoundNodeView(context.Request.PathBase + Path, new("平台网络", context.Request.PathBase + NetworkTreePage.Path), form, [.. kinds], [.. parents]);
        return new RazorComponentResult<FoundNodeForm>(new { Shell = await shells.ForAsync(context, "network", ct), Model = model }) { StatusCode = status };
    }
}
