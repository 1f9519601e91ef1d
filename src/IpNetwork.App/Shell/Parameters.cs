using Microsoft.OpenApi;

namespace IpNetwork.App.Shell;

internal static class Parameters
{
    extension(RouteHandlerBuilder builder)
    {
        /// <summary>Names the query parameters that <see cref="QueryReader"/> reads, so that the OpenAPI document tells them.</summary>
        public RouteHandlerBuilder Takes(params string[] names) =>
            builder.AddOpenApiOperationTransformer((operation, _, _) =>
            {
                operation.Parameters ??= [];
                foreach (var name in names)
                {
                    operation.Parameters.Add(new OpenApiParameter
                    {
                        Name = name,
                        In = ParameterLocation.Query,
                        Schema = new OpenApiSchema { Type = name == "limit" ? JsonSchemaType.Integer : JsonSchemaType.String },
                    });
                }

                return Task.CompletedTask;
            });
    }
}
