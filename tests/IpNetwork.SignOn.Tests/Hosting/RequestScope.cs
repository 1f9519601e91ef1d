using System.Net;
using IpNetwork.SignOn.SignIn;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace IpNetwork.SignOn.Tests.Hosting;

/// <summary>A request without a wire, where the wire would have to be https.</summary>
internal sealed class RequestScope(AsyncServiceScope scope) : IAsyncDisposable
{
    public HttpContext NewContext() => new DefaultHttpContext { RequestServices = scope.ServiceProvider, Connection = { RemoteIpAddress = IPAddress.Parse("10.255.0.1") } };

    public async Task SignInAsync(HttpContext context, string userName, string password)
    {
        var answer = await scope.ServiceProvider.GetRequiredService<SignInAttempt>().MakeAsync(context, userName, password, CancellationToken.None);
        if (answer.Session is null)
        {
            throw new InvalidOperationException("Not signed in.");
        }
    }

    public ValueTask DisposeAsync() => scope.DisposeAsync();
}

internal static class RequestScopes
{
    public static RequestScope OpenRequest(this IServiceProvider services) => new(services.CreateAsyncScope());

    public static Task SweepAsync(this IServiceProvider services) => services.GetRequiredService<Upkeep>().SweepAsync(CancellationToken.None);
}
