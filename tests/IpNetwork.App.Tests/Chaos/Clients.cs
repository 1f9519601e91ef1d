using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Runtime.Versioning;
using System.Text.Json.Nodes;

namespace IpNetwork.App.Tests.Chaos;

/// <summary>People who submit with a key and do not give up before they are told that it is done.</summary>
/// <param name="withOwnItems">
/// Every tenth goes to a room of the product. Not where keys are forgotten: there a rule refuses the second attempt for ever.
/// </param>
[UnsupportedOSPlatform("windows")]
internal sealed class Clients(ChaosHost host, Uri address, bool withOwnItems)
{
    private int retries;

    /// <summary>What was acknowledged: the label written, and the id answered.</summary>
    public ConcurrentDictionary<string, string> Acknowledged { get; } = new();

    public ConcurrentDictionary<string, int> Refusals { get; } = new();

    public int Retries => retries;

    public Task RunAsync(int count, CancellationToken enough) => Task.WhenAll(Enumerable.Range(0, count).Select(client => Task.Run(async () =>
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseCookies = false, PooledConnectionLifetime = TimeSpan.FromSeconds(5) }) { BaseAddress = address, Timeout = TimeSpan.FromSeconds(5) };
        for (var n = 0; !enough.IsCancellationRequested; n++)
        {
            await SubmitAsync(http, string.Create(CultureInfo.InvariantCulture, $"c{client}-{n}"));
        }
    }, CancellationToken.None)));

    private bool IsOwnItem(string label) => withOwnItems && label.EndsWith('9');

    private async Task SubmitAsync(HttpClient http, string label)
    {
        var key = Guid.NewGuid().ToString("n");
        for (var attempt = 0; attempt < 3000; attempt++)
        {
            if (await TryAsync(http, label, key) is { } id)
            {
                Acknowledged[label] = id;
                return;
            }

            Interlocked.Increment(ref retries);
            await Task.Delay(Random.Shared.Next(50, 100 + 50 * Math.Min(attempt, 8)));
        }

        throw new InvalidOperationException($"{label} was never acknowledged: {string.Join(", ", Refusals)}");
    }

    private async Task<string?> TryAsync(HttpClient http, string label, string key)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, $"{host.Node.Api}/{(IsOwnItem(label) ? "own-items" : "notes")}")
            {
                Content = IsOwnItem(label) ? JsonContent.Create(new { code = label, content = new { name = label } }) : JsonContent.Create(new { label }),
            };
            request.Headers.Add("Cookie", host.Cookie);
            request.Headers.Add("X-CSRF-TOKEN", host.Csrf);
            request.Headers.Add("Idempotency-Key", key);
            using var answer = await http.SendAsync(request);
            if (answer.StatusCode is HttpStatusCode.Created)
            {
                return (await answer.Content.ReadFromJsonAsync<JsonNode>())?["id"]?.GetValue<string>();
            }

            Refusals.AddOrUpdate($"{(int)answer.StatusCode}", 1, (_, n) => n + 1);
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException or IOException or System.Text.Json.JsonException)
        {
            Refusals.AddOrUpdate(e.GetType().Name, 1, (_, n) => n + 1);
        }

        return null;
    }
}
