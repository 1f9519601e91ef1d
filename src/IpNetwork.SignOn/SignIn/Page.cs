using IpNetwork.SignOn.Pages;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection;

namespace IpNetwork.SignOn.SignIn;

internal static class Page
{
    public static RazorComponentResult<T> Of<T>(HttpContext http, SignOnOptions options, int status, params (string Name, object? Value)[] parameters)
        where T : IComponent
    {
        var token = http.RequestServices.GetRequiredService<IAntiforgery>().GetAndStoreTokens(http).RequestToken ?? "";
        var all = parameters.ToDictionary(p => p.Name, p => p.Value);
        all["Frame"] = new PageFrame(options.SiteName, options.HomePath, options.LargeText(http), token);
        return new(all) { StatusCode = status };
    }
}
