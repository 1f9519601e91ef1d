namespace IpNetwork.App.Tenancy;

/// <summary>The idempotency key of the request under way, set by the route; the unit of work keeps it with what it creates.</summary>
internal sealed class RequestKey
{
    public string? Key { get; private set; }

    public string Route { get; private set; } = "";

    public string Fingerprint { get; private set; } = "";

    /// <summary>True when the answer repeats what an earlier request created.</summary>
    public bool IsReplay { get; set; }

    public void Set(string key, string route, string fingerprint) => (Key, Route, Fingerprint) = (key, route, fingerprint);
}
