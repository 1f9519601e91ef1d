using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using IpNetwork.Testing;

namespace IpNetwork.App.Tests.Files;

/// <summary>Somebody who hands a file in, piece by piece, as the script on our pages does.</summary>
internal sealed class Uploader(Visitor visitor, TestNode node, Guid paper)
{
    public Visitor Visitor => visitor;

    public TestNode Node => node;

    public Guid Paper => paper;

    public string? At { get; private set; }

    public async Task<Answer> StartAsync(string name, long size, string? mediaType = null, string purpose = PaperRoom.Purpose, string? slot = null, Guid? subject = null, string? key = null)
    {
        var answer = await Answer.OfAsync(await visitor.PostAsync($"{node.Api}/uploads", new { name, size, mediaType, purpose, subject = subject ?? paper, slot }, key));
        At = answer.Location ?? At;
        return answer;
    }

    public async Task<Answer> SendAsync(byte[] bytes, long offset, string type = "application/offset+octet-stream", string? to = null) =>
        await Answer.OfAsync(await SendAsync(new ByteArrayContent(bytes), offset.ToString(CultureInfo.InvariantCulture), type, to));

    public async Task<HttpResponseMessage> SendAsync(HttpContent content, string? offset, string type = "application/offset+octet-stream", string? to = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Patch, new Uri(to ?? At!, UriKind.Relative)) { Content = content };
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        request.Headers.Add("X-CSRF-TOKEN", (await visitor.JsonAsync("/api/v1/session"))["csrfToken"]!.GetValue<string>());
        if (offset is not null)
        {
            request.Headers.Add("Upload-Offset", offset);
        }

        return await visitor.Http.SendAsync(request);
    }

    public async Task<long> OffsetAsync()
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, new Uri(At!, UriKind.Relative));
        using var response = await visitor.Http.SendAsync(request);
        return response.StatusCode is HttpStatusCode.OK ? long.Parse(response.Headers.GetValues("Upload-Offset").Single(), CultureInfo.InvariantCulture) : -1;
    }

    public async Task<Answer> CompleteAsync(string? key = null) => await Answer.OfAsync(await visitor.PostAsync($"{At}/receipt", null, key));

    /// <summary>From the announcement to the receipt.</summary>
    public async Task<Answer> HandInAsync(string name, byte[] content, string? slot = null)
    {
        var started = await StartAsync(name, content.Length, slot: slot);
        if (started.Status is not HttpStatusCode.Created)
        {
            return started;
        }

        await SendAsync(content, 0);
        return await CompleteAsync();
    }

    public async Task<IReadOnlyList<string>> ListedAsync() =>
        [.. (await visitor.JsonAsync($"{node.Api}/files?purpose={PaperRoom.Purpose}&subject={paper}"))["items"]!.AsArray().Select(file => file!["name"]!.GetValue<string>())];
}

internal sealed record Answer(HttpStatusCode Status, JsonNode? Body, string? Location, HttpResponseHeaders Headers)
{
    public string? Code => Body is JsonObject body && body.ContainsKey("code") ? body["code"]?.GetValue<string>() : null;

    public int Number => (int)Status;

    public Guid Id => Guid.Parse(Location!.Split('/')[^1]);

    public static async Task<Answer> OfAsync(HttpResponseMessage response)
    {
        using (response)
        {
            var text = await response.Content.ReadAsStringAsync();
            return new(response.StatusCode, text.Length > 0 && text[0] == '{' ? JsonNode.Parse(text) : null, response.Headers.Location?.OriginalString, response.Headers);
        }
    }
}
