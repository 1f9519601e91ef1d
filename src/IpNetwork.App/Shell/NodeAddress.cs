using IpNetwork.App.Tenancy;

namespace IpNetwork.App.Shell;

/// <param name="IsUnknown">The address names a node that does not exist, or one that its host name contradicts.</param>
internal sealed record NodeAddress(bool IsUnknown);

/// <summary>Routes of a node answer 404 when the address names none.</summary>
internal sealed record AtNode;

internal static class AtNodes
{
    extension<TBuilder>(TBuilder builder) where TBuilder : IEndpointConventionBuilder
    {
        public TBuilder AtNode()
        {
            builder.Add(endpoint => endpoint.Metadata.Add(new AtNode()));
            return builder;
        }
    }

    public static async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        var unknown = context.Features.Get<NodeAddress>() is { IsUnknown: true };
        var needed = context.GetEndpoint()?.Metadata.GetMetadata<AtNode>() is not null;
        if (needed && (unknown || !context.RequestServices.GetRequiredService<CurrentNode>().IsSet))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            if (context.IsApi())
            {
                await Answers.NotFound().ExecuteAsync(context);
            }

            return;
        }

        await next(context);
    }

    public static bool IsApi(this HttpContext context) => (context.Request.PathBase + context.Request.Path).StartsWithSegments("/api");
}
