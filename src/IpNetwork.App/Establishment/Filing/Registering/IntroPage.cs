using IpNetwork.App.Data;
using IpNetwork.App.Shell;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Establishment;
using IpNetwork.Domain.Kernel;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IpNetwork.App.Establishment.Filing.Registering;

/// <summary>What applying is, what it takes, who decides and how long it takes. A city's address leads to its province.</summary>
internal sealed class IntroPage(FilingBook book, NodeDirectory directory, CurrentNode current, IShellContexts shells)
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet(FilingLinks.IntroPath, (HttpContext context, IntroPage page, CancellationToken ct) => page.ShowAsync(context, ct))
            .ExcludeFromDescription().AtNode().Allow(FilingPolicy.Public);

    private async Task<IResult> ShowAsync(HttpContext context, CancellationToken ct)
    {
        if (!book.IsHere)
        {
            return (await directory.CurrentAsync(ct)).ById(current.Node.NetworkId) is { } province ? Results.Redirect(context.HrefTo(province, FilingLinks.IntroPath)) : PageAnswers.Absent();
        }

        var settings = await book.SettingsAsync(ct);
        return new RazorComponentResult<Intro>(new
        {
            Shell = await shells.ForAsync(context, "establishment", ct),
            Model = new IntroView(FilingLinks.Registration(context), FilingLinks.List(context), settings.Centre, await book.RulesAsync(ct)),
        });
    }
}

public sealed record IntroView(string RegistrationHref, string ListHref, string Centre, EstablishmentRules Rules);
