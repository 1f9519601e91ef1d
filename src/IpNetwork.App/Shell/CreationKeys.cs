using System.Security.Cryptography;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Kernel;
using Microsoft.AspNetCore.Http.Features;

namespace IpNetwork.App.Shell;

/// <summary>Routes that create take a key: from the header at the API, from the hidden field of a form.</summary>
internal static class CreationKeys
{
    public const string Header = "Idempotency-Key";
    public const string Field = "__key";
    private const int MaxLength = 255;

    private static readonly Refusal Missing = Refusal.Input("IDEMPOTENCY_KEY_REQUIRED", "idempotencyKey", "缺少 Idempotency-Key 请求头。请为每次新建生成一个唯一标识，重试时用同一个。");
    private static readonly Refusal Bad = Refusal.Input("IDEMPOTENCY_KEY_INVALID", "idempotencyKey", "Idempotency-Key 须为 1—255 个可见的 ASCII 字符。");

    extension(RouteHandlerBuilder builder)
    {
        /// <summary>The request body is buffered so that its fingerprint can be taken before it is bound.</summary>
        public RouteHandlerBuilder CreatesOnce() => builder.WithMetadata(new CreatesOnceMark());
    }

    public static async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        if (context.GetEndpoint() is not RouteEndpoint endpoint || endpoint.Metadata.GetMetadata<CreatesOnceMark>() is null)
        {
            await next(context);
            return;
        }

        var form = context.Request.HasFormContentType ? await context.Request.ReadFormAsync(context.RequestAborted) : null;
        var key = form is null ? context.Request.Headers[Header].ToString() : form[Field].ToString();
        if (Check(key) is { } refusal)
        {
            await Answers.Problem(refusal).ExecuteAsync(context);
            return;
        }

        context.RequestServices.GetRequiredService<RequestKey>()
            .Set(key, $"{context.Request.Method} {endpoint.RoutePattern.RawText}", await FingerprintAsync(context, form));
        context.Response.OnStarting(() =>
        {
            if (context.RequestServices.GetRequiredService<RequestKey>().IsReplay)
            {
                context.Response.Headers["Idempotent-Replayed"] = "true";
            }

            return Task.CompletedTask;
        });
        await next(context);
    }

    private static Refusal? Check(string key) => key switch
    {
        "" => Missing,
        { Length: > MaxLength } => Bad,
        _ when key.Any(c => c is < '!' or > '~') => Bad,
        _ => null,
    };

    private static async Task<string> FingerprintAsync(HttpContext context, IFormCollection? form)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, context.RequestServices.GetRequiredService<FingerprintKey>().Bytes);
        Append(hash, context.Request.PathBase + context.Request.Path + context.Request.QueryString);
        if (form is not null)
        {
            foreach (var (name, values) in form.Where(f => f.Key is not Field and not "__csrf").OrderBy(f => f.Key, StringComparer.Ordinal))
            {
                Append(hash, name);
                foreach (var value in values)
                {
                    Append(hash, value ?? "");
                }
            }
        }
        else
        {
            context.Request.EnableBuffering();
            var buffer = new byte[8192];
            int read;
            while ((read = await context.Request.Body.ReadAsync(buffer, context.RequestAborted)) > 0)
            {
                hash.AppendData(buffer, 0, read);
            }

            context.Request.Body.Position = 0;
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void Append(IncrementalHash hash, string text)
    {
        hash.AppendData(System.Text.Encoding.UTF8.GetBytes(text));
        hash.AppendData([0]);
    }

    private sealed class CreatesOnceMark;
}
