using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Xunit;

namespace IpNetwork.App.Tests.Authorization;

/// <summary>One request and its answer; what every answer of the program must have is checked here, so that no test forgets it.</summary>
internal sealed record Exchange(HttpStatusCode Status, string Body, string ContentType, string Location, string Headers)
{
    public int Code => (int)Status;

    public string? Refusal => ContentType.StartsWith("application/problem+json", StringComparison.Ordinal) ? JsonNode.Parse(Body)?["code"]?.GetValue<string>() : null;

    public bool LeadsToSignIn => Code is 302 or 303 && Location.StartsWith("/sign-in", StringComparison.Ordinal);

    public static async Task<Exchange> SendAsync(Caller caller, string method, string path, Action<HttpRequestMessage>? with = null, string? token = null, string? body = "{}", string type = "application/json")
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(path, UriKind.Relative));
        if (method is not ("GET" or "HEAD" or "TRACE" or "OPTIONS"))
        {
            request.Content = body is null ? null : Content(body, type);
            request.Headers.TryAddWithoutValidation("Idempotency-Key", Guid.NewGuid().ToString("n"));
            request.Headers.TryAddWithoutValidation("If-Match", "\"1\"");
            if ((token ?? caller.Token) is { Length: > 0 } proof)
            {
                request.Headers.TryAddWithoutValidation("X-CSRF-TOKEN", proof);
            }
        }

        with?.Invoke(request);
        using var time = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var response = await caller.Visitor.Http.SendAsync(request, time.Token);
        var answer = new Exchange(
            response.StatusCode,
            await response.Content.ReadAsStringAsync(time.Token),
            response.Content.Headers.ContentType?.ToString() ?? "",
            response.Headers.Location?.OriginalString ?? "",
            string.Join('\n', response.Headers.Concat(response.Content.Headers).Where(h => h.Key is not ("Date" or "Set-Cookie")).Select(h => $"{h.Key}: {string.Join(",", h.Value)}").Order(StringComparer.Ordinal)));
        answer.Check($"{method} {path} by {caller}", caller);
        return answer;
    }

    private static ByteArrayContent Content(string body, string type)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        return content;
    }

    private void Check(string what, Caller caller)
    {
        // Kestrel itself refuses a null character in a path, before any of our program runs.
        if (Code == 400 && Body.Length == 0 && what.Contains("%00", StringComparison.Ordinal))
        {
            return;
        }

        Assert.True(Code < 500, $"{what}: {Code} {Body}");
        foreach (var header in new[] { "Content-Security-Policy: default-src 'none'", "X-Content-Type-Options: nosniff", "Referrer-Policy:", "Cross-Origin-Opener-Policy:", "Cross-Origin-Resource-Policy:", "Permissions-Policy:" })
        {
            Assert.True(Headers.Contains(header, StringComparison.Ordinal), $"{what}: {Code} without {header}");
        }

        Assert.DoesNotContain("\nServer:", Headers, StringComparison.Ordinal);
        Assert.DoesNotContain("X-Powered-By", Headers, StringComparison.Ordinal);
        Assert.True(caller.IsAnonymous || Headers.Contains("Cache-Control: no-store", StringComparison.Ordinal) || Headers.Contains("private", StringComparison.Ordinal), $"{what}: {Code} may be kept by a cache");
        foreach (var word in new[] { "   at IpNetwork", "   at System", "Npgsql", "PostgresException", "System.Exception", ".cs:line", " from ipnet." })
        {
            Assert.False(Code >= 400 && Body.Contains(word, StringComparison.Ordinal), $"{what}: {Code} tells of the inside: {Body}");
        }
    }
}
