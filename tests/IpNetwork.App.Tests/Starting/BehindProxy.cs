using System.Text.RegularExpressions;

namespace IpNetwork.App.Tests.Starting;

/// <summary>A browser on the far side of a proxy that ends TLS: it keeps https cookies, the program sees plain http and a header.</summary>
internal sealed partial class BehindProxy : IDisposable
{
    private readonly HttpClient client;

    public BehindProxy(int port)
    {
        client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new($"http://127.0.0.1:{port}") };
        client.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        client.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.7");
        client.DefaultRequestHeaders.Add("Accept", "text/html");
    }

    /// <summary>Name to the whole line that set it.</summary>
    public Dictionary<string, string> Cookies { get; } = [];

    public Task<HttpResponseMessage> GetAsync(string path) => SendAsync(new(HttpMethod.Get, path));

    public async Task<string> TextAsync(string path)
    {
        using var answer = await GetAsync(path);
        return answer.IsSuccessStatusCode ? await answer.Content.ReadAsStringAsync() : throw new InvalidOperationException($"{path}: {(int)answer.StatusCode}");
    }

    /// <summary>Opens a page and sends its form with what it hides and what a person types.</summary>
    public async Task<HttpResponseMessage> SubmitAsync(string page, string action, IReadOnlyDictionary<string, string> typed)
    {
        var form = Forms().Matches(await TextAsync(page)).Select(m => m.Value).First(f => f.Contains($"action=\"{action}\"", StringComparison.Ordinal));
        var hidden = Hidden().Matches(form).ToDictionary(m => m.Groups["name"].Value, m => System.Net.WebUtility.HtmlDecode(m.Groups["value"].Value));
        using var content = new FormUrlEncodedContent(hidden.Concat(typed));
        return await SendAsync(new(HttpMethod.Post, action) { Content = content });
    }

    public void Dispose() => client.Dispose();

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request)
    {
        if (Cookies.Count > 0)
        {
            request.Headers.Add("Cookie", string.Join("; ", Cookies.Values.Select(line => line.Split(';')[0])));
        }

        var answer = await client.SendAsync(request);
        foreach (var line in answer.Headers.TryGetValues("Set-Cookie", out var lines) ? lines : [])
        {
            Cookies[line.Split('=')[0]] = line;
        }

        return answer;
    }

    [GeneratedRegex("<form.*?</form>", RegexOptions.Singleline)]
    private static partial Regex Forms();

    [GeneratedRegex("<input type=\"hidden\" name=\"(?<name>[^\"]*)\" value=\"(?<value>[^\"]*)\"")]
    private static partial Regex Hidden();
}
