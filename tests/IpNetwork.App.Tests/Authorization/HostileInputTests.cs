using System.Collections.Concurrent;
using Xunit;

namespace IpNetwork.App.Tests.Authorization;

/// <summary>What no page of ours sends: every route takes it with a client's error or ignores it.</summary>
[Collection(Proving.Name)]
public sealed class HostileInputTests(ProvingHost host)
{
    private static readonly string[] Names = ["q", "kind", "parent", "network", "category", "limit", "page", "cursor", "at", "from", "to", "size", "returnUrl", "code"];

    private static readonly string[] Values =
    [
        "-1", "0", "2147483648", "9223372036854775808", "1e309", "NaN", "true", "null", "[]", "{}", "%00", "%0d%0aSet-Cookie:x=y", "%ED%A0%80", "%FF%FE", "%E2%80%AE%E6%9F%A5",
        "%27%20or%201%3D1--", "%25", "%5C", "..%2f..%2fetc%2fpasswd", "%3Cscript%3E", "%7B%7B7*7%7D%7D", "9999-12-31", "0000-00-00", "2026-02-30", "%F0%9F%92%A3", "%E7%9F%A5%E8%AF%86",
    ];

    private static readonly (string Body, string Type)[] Bodies =
    [
        ("", "application/json"), ("{", "application/json"), ("null", "application/json"), ("[]", "application/json"), ("\"x\"", "application/json"), ("7", "application/json"),
        (new string('[', 10_000) + new string(']', 10_000), "application/json"),
        (string.Concat(Enumerable.Repeat("{\"a\":", 10_000)) + "1" + new string('}', 10_000), "application/json"),
        ("{\"text\":\"a\",\"text\":\"b\"}", "application/json"), ("{\"number\":9223372036854775808}", "application/json"), ("{\"number\":NaN}", "application/json"), ("{\"number\":1e400}", "application/json"),
        ("{\"text\":\"\\ud800\",\"reason\":\"\\ud800\"}", "application/json"), ("{\"text\":\"\\u0000\",\"reason\":\"\\u0000\",\"name\":\"\\u0000\"}", "application/json"),
        ("{\"text\":\"\\u202e\",\"reason\":\"\\u202e\"}", "application/json"), ("{\"text\":{},\"number\":\"x\",\"reason\":[],\"fields\":7,\"content\":\"x\"}", "application/json"),
        ("{\"nodeId\":1,\"status\":\"Published\",\"createdBy\":\"x\",\"$type\":\"System.Object\"}", "application/json"),
        ($"{{\"text\":\"{new string('长', 300_000)}\"}}", "application/json"),
        ("a=b", "text/plain"), ("<a/>", "application/xml"), ("a=b&a=c&reason=%00&__version=x", "application/x-www-form-urlencoded"), ("reason=%ED%A0%80&name=%FF", "application/x-www-form-urlencoded"),
        (string.Join('&', Enumerable.Range(0, 2000).Select(n => $"f{n}=1")), "application/x-www-form-urlencoded"), ("--x\r\nbroken", "multipart/form-data; boundary=x"),
    ];

    [Fact]
    public Task Queries_of_every_kind_are_answered_without_a_fault() => AllAsync(
        from route in host.Routes.Where(r => r.IsSafe)
        from query in Names.SelectMany(name => Values.Select(value => $"?{name}={value}"))
            .Where((_, index) => index % 3 == Math.Abs(route.Template.Length) % 3)
            .Concat(["?q=a&q=b", "?limit=1&limit=2", $"?q={new string('a', 1990)}", $"?q={new string('a', 5000)}", "?=x", "?&&&", "?q[]=1&q[a]=2", "?at=2026-01-01T00:00:00%2B99:00"])
        select (route, route.At(host.LetIn(route).Node) + query, (string?)null, "application/json"));

    [Fact]
    public Task Parameters_of_a_path_are_answered_without_a_fault() => AllAsync(
        from route in host.Routes.Where(r => r.Parameters.Any(p => p != "node"))
        from value in Values.Append(new string('a', 1500)).Append("NaN").Append("x.css").Append("%2e%2e")
        select (route, route.At(host.LetIn(route).Node, _ => value), (string?)(route.IsApi ? "{}" : "a=b"), route.IsApi ? "application/json" : "application/x-www-form-urlencoded"));

    [Fact]
    public Task Bodies_of_every_kind_are_answered_without_a_fault() => AllAsync(
        from route in host.Routes.Where(r => !r.IsSafe && !r.EndsSession)
        from body in Bodies
        select (route, route.At(host.LetIn(route).Node), (string?)body.Body, body.Type));

    private async Task AllAsync(IEnumerable<(ProvedRoute Route, string Path, string? Body, string Type)> requests)
    {
        var wrong = new ConcurrentBag<string>();
        await Parallel.ForEachAsync(requests, new ParallelOptions { MaxDegreeOfParallelism = 6 }, async (request, _) =>
        {
            var (route, path, body, type) = request;
            var caller = host.LetIn(route).Caller;
            try
            {
                if (await SendAsync(caller, route, path, body, type) is not { } answer)
                {
                    return;
                }

                if (route.IsApi && answer.Code >= 400 && answer.Refusal is null && !path.Contains("%00", StringComparison.Ordinal))
                {
                    wrong.Add($"{route.Method} {Short(path)}: {answer.Code} without a code: {Short(answer.Body)}");
                }
            }
            catch (Exception e) when (e is Xunit.Sdk.XunitException or HttpRequestException or OperationCanceledException)
            {
                wrong.Add($"{route.Method} {Short(path)} {Short(body ?? "")} ({type}): {Short(e.Message)}");
            }
        });

        Assert.True(wrong.IsEmpty, $"{wrong.Count} wrong:\n{string.Join('\n', wrong.Take(40))}");
    }

    /// <summary>Null where the server hung up on a body that is too large, as it may; a connection that hangs for another's sake is opened again.</summary>
    private static async Task<Exchange?> SendAsync(Caller caller, ProvedRoute route, string path, string? body, string type)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await Exchange.SendAsync(caller, route.Method, path, body: body, type: type);
            }
            catch (HttpRequestException) when (body is { Length: > 8_000 })
            {
                return null;
            }
            catch (HttpRequestException) when (attempt < 3)
            {
            }
        }
    }

    private static string Short(string text) => text.Length > 200 ? text[..200] : text;
}
