using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace IpNetwork.Testing;

/// <summary>Somebody at a browser or a client program: an HTTP client that keeps its cookies and follows no redirect by itself.</summary>
public sealed partial class Visitor : IDisposable
{
    private readonly HttpClient client;
    private readonly SemaphoreSlim asking = new(1);
    private string? csrf;

    internal Visitor(Uri address, Guid? personId = null, string? cookie = null)
    {
        PersonId = personId;
        SessionCookie = cookie;
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new() };
        if (cookie is not null)
        {
            handler.CookieContainer.SetCookies(address, cookie);
        }

        client = new HttpClient(handler) { BaseAddress = address };
    }

    public Guid? PersonId { get; }

    /// <summary>`name=value`, for somebody who goes on in a browser.</summary>
    public string? SessionCookie { get; }

    public Guid Person => PersonId ?? throw new InvalidOperationException("An anonymous visitor is nobody.");

    public HttpClient Http => client;

    public Task<HttpResponseMessage> GetAsync(string path) => client.GetAsync(new Uri(path, UriKind.Relative));

    public async Task<JsonNode> JsonAsync(string path)
    {
        using var response = await GetAsync(path);
        var text = await response.Content.ReadAsStringAsync();
        return response.IsSuccessStatusCode && JsonNode.Parse(text) is { } json ? json : throw new InvalidOperationException($"{path}: {(int)response.StatusCode} {text}");
    }

    public async Task<string> TextAsync(string path)
    {
        using var response = await GetAsync(path);
        return await response.Content.ReadAsStringAsync();
    }

    /// <summary>Sends JSON as our API wants it: with the antiforgery header, and a key or a version where one is given.</summary>
    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, object? body = null, string? key = null, string? version = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative));
        request.Content = body is null ? null : JsonContent.Create(body);
        if (PersonId is not null)
        {
            request.Headers.Add("X-CSRF-TOKEN", await CsrfAsync());
        }

        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key);
        }

        if (version is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", version);
        }

        return await client.SendAsync(request);
    }

    public Task<HttpResponseMessage> PostAsync(string path, object? body = null, string? key = null, string? version = null) =>
        SendAsync(HttpMethod.Post, path, body, key ?? Guid.NewGuid().ToString("n"), version);

    public Task<HttpResponseMessage> PutAsync(string path, object? body, string? version) => SendAsync(HttpMethod.Put, path, body, version: version);

    /// <summary>Opens a page, fills its first form that posts to <paramref name="action"/> and sends it with all hidden fields.</summary>
    public async Task<HttpResponseMessage> SubmitAsync(string page, string action, IReadOnlyDictionary<string, string> fields)
    {
        var html = await TextAsync(page);
        var form = Forms().Matches(html).Select(m => m.Value).FirstOrDefault(f => f.Contains($"action=\"{action}\"", StringComparison.Ordinal))
            ?? throw new InvalidOperationException($"{page} has no form for {action}.");
        var values = HiddenFields().Matches(form)
            .Select(m => (Name: Attribute(m.Value, "name"), Value: System.Net.WebUtility.HtmlDecode(Attribute(m.Value, "value"))))
            .Where(f => f.Name.Length > 0)
            .ToDictionary(f => f.Name, f => f.Value);
        foreach (var (name, value) in fields)
        {
            values[name] = value;
        }

        using var content = new FormUrlEncodedContent(values);
        return await client.PostAsync(new Uri(action, UriKind.Relative), content);
    }

    // Asked for once: each answer sets a cookie anew, and two abreast would leave a token beside the other's cookie.
    private async Task<string> CsrfAsync()
    {
        await asking.WaitAsync();
        try
        {
            return csrf ??= (await JsonAsync("/api/v1/session"))["csrfToken"]?.GetValue<string>() ?? throw new InvalidOperationException("The session gave no token.");
        }
        finally
        {
            asking.Release();
        }
    }

    private static string Attribute(string tag, string name) => Regex.Match(tag, $"{name}=\"([^\"]*)\"").Groups[1].Value;

    public void Dispose()
    {
        client.Dispose();
        asking.Dispose();
    }

    [GeneratedRegex("<form.*?</form>", RegexOptions.Singleline)]
    private static partial Regex Forms();

    [GeneratedRegex("<input[^>]*type=\"hidden\"[^>]*>")]
    private static partial Regex HiddenFields();
}
