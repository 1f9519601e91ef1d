namespace IpNetwork.App.Catalog.Portal;

/// <summary>An address that may become a link: the web's and nothing else.</summary>
internal static class WebAddress
{
    public static string? Of(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp) ? uri.AbsoluteUri : null;
}
