using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Caching.Memory;

namespace IpNetwork.App.Shell;

/// <summary>
/// Pages that read the same for everybody who is not signed on. One is held for as long as the very records it was made of are
/// the current ones, so nobody has to say when it ends.
/// </summary>
internal sealed class FinishedPages(ILoggerFactory loggers) : IDisposable
{
    private const long Room = 64 << 20;
    private const int LongestAddress = 300;
    private static readonly TimeSpan Unasked = TimeSpan.FromMinutes(10);
    private readonly MemoryCache pages = new(new MemoryCacheOptions { SizeLimit = Room });

    /// <param name="madeOf">Everything the page shows that may change; compared by reference.</param>
    public async Task<IResult> AnswerAsync<TPage>(HttpContext context, IReadOnlyList<object> madeOf, Func<Task<Dictionary<string, object?>>> parameters)
        where TPage : IComponent
    {
        var address = new Address(context.Request.Host.Value ?? "", context.CurrentAddress(), TextSize.IsLarge(context));
        var isKept = context.User.Identity is not { IsAuthenticated: true } && address.Path.Length <= LongestAddress;
        if (isKept && pages.TryGetValue(address, out Finished? known) && known!.IsMadeOf(madeOf))
        {
            return known;
        }

        var page = new Finished(await RenderAsync<TPage>(context.RequestServices, await parameters()), madeOf);
        if (isKept)
        {
            pages.Set(address, page, new MemoryCacheEntryOptions { Size = page.Html.Length, SlidingExpiration = Unasked });
        }

        return page;
    }

    public void Dispose() => pages.Dispose();

    private async Task<byte[]> RenderAsync<TPage>(IServiceProvider services, Dictionary<string, object?> parameters)
        where TPage : IComponent
    {
        await using var renderer = new HtmlRenderer(services, loggers);
        return await renderer.Dispatcher.InvokeAsync(async () =>
            Encoding.UTF8.GetBytes((await renderer.RenderComponentAsync<TPage>(ParameterView.FromDictionary(parameters))).ToHtmlString()));
    }

    private readonly record struct Address(string Host, string Path, bool LargeText);

    private sealed record Finished(byte[] Html, IReadOnlyList<object> MadeOf) : IResult
    {
        public bool IsMadeOf(IReadOnlyList<object> others) => MadeOf.SequenceEqual(others, ReferenceEqualityComparer.Instance);

        public async Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.ContentType = "text/html; charset=utf-8";
            httpContext.Response.ContentLength = Html.Length;
            await httpContext.Response.Body.WriteAsync(Html, httpContext.RequestAborted);
        }
    }
}
