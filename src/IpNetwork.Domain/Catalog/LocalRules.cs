using IpNetwork.Domain.Kernel;

namespace IpNetwork.Domain.Catalog;

internal static class LocalRules
{
    private const int LongestText = 500;

    public static Outcome<LocalFields> Fill(LocalFields local, CatalogField field, string? text)
    {
        var value = string.IsNullOrWhiteSpace(text) ? null : text.Trim();
        return value?.Length > LongestText ? CatalogRefusals.TooLong(field, LongestText)
            : field == CatalogFields.Link && value is not null && !IsWebAddress(value) ? CatalogRefusals.BadLink()
            : field.Fill(local, value);
    }

    public static Outcome<LocalFields> Fill(LocalFields local, IReadOnlyList<FieldChange> changes)
    {
        var refusals = new List<Refusal>();
        foreach (var change in changes)
        {
            if (CatalogFields.Find(change.Field) is not { Governance: Governance.Local } field)
            {
                refusals.Add(CatalogRefusals.UnknownField(change.Field));
                continue;
            }

            var filled = Fill(local, field, change.Text);
            refusals.AddRange(filled.Refusals);
            local = filled.IsDone ? filled.Value : local;
        }

        return refusals.Count > 0 ? Outcome.Refused<LocalFields>(refusals) : local;
    }

    // Anything but the web, such as a script address, would be run by whoever clicks it.
    private static bool IsWebAddress(string value) =>
        Uri.TryCreate(value, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp);
}
