using System.Net;
using System.Text.RegularExpressions;

namespace IpNetwork.SignOn.Tests.Hosting;

/// <summary>Keeps cookies, fills in forms, and shows redirects instead of following them.</summary>
internal sealed partial class Browser(Uri site, string from) : IDisposable
{
    private readonly CookieContainer cookies = new();
    private HttpClient? client;

    private HttpClient Client => client ??= MakeClient();

    public void SetCookie(string name, string value) => cookies.Add(new Cookie(name, value, "/", site.Host));

    public string? Cookie(string name) => cookies.GetCookies(site)[name]?.Value;

    public Task<HttpResponseMessage> GetAsync(string path) => Client.GetAsync(path);

    public async Task<HttpResponseMessage> VisitAsync(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "Accept", "text/html" } } };
        return await Client.SendAsync(request);
    }

    public async Task<string> TokenAsync(string path = SignOnDefaults.SignInPath)
    {
        var page = await Client.GetStringAsync(path);
        return Token().Match(page) is { Success: true } match ? WebUtility.HtmlDecode(match.Groups[1].Value) : throw new InvalidOperationException($"No token on {path}.");
    }

    public async Task<HttpResponseMessage> PostAsync(string path, string? token, params (string Name, string Value)[] fields)
    {
        var all = fields.Select(f => KeyValuePair.Create(f.Name, f.Value));
        using var form = new FormUrlEncodedContent(token is null ? all : all.Append(new(SignOnDefaults.CsrfField, token)));
        return await Client.PostAsync(path, form);
    }

    public async Task<HttpResponseMessage> SignInAsync(string userName, string password, string? returnUrl = null) =>
        await PostAsync(
            SignOnDefaults.SignInPath,
            await TokenAsync(),
            [("username", userName), ("password", password), .. returnUrl is null ? [] : new[] { ("returnUrl", returnUrl) }]);

    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request) => Client.SendAsync(request);

    public async Task<bool> IsSignedInAsync()
    {
        using var answer = await GetAsync("/who");
        return answer.StatusCode == HttpStatusCode.OK;
    }

    public void Dispose() => client?.Dispose();

    private HttpClient MakeClient()
    {
        var made = new HttpClient(new SocketsHttpHandler { CookieContainer = cookies, AllowAutoRedirect = false }) { BaseAddress = site };
        made.DefaultRequestHeaders.Add(SignOnHost.AddressHeader, from);
        return made;
    }

    [GeneratedRegex("name=\"__csrf\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
