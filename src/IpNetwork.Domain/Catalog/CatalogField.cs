namespace IpNetwork.Domain.Catalog;

/// <summary>One column of the two lists: its name on the wire, its heading, and who decides its value.</summary>
public sealed class CatalogField
{
    private readonly Func<ItemContent, string?> read;
    private readonly Func<LocalFields, string?>? readLocal;
    private readonly Func<LocalFields, string?, LocalFields>? fill;

    private CatalogField(
        string name, string label, CatalogRow row, Governance governance,
        Func<ItemContent, string?> read, Func<LocalFields, string?>? readLocal = null, Func<LocalFields, string?, LocalFields>? fill = null)
    {
        (Name, Label, Row, Governance) = (name, label, row, governance);
        (this.read, this.readLocal, this.fill) = (read, readLocal, fill);
    }

    public string Name { get; }

    public string Label { get; }

    public CatalogRow Row { get; }

    /// <summary>Who decides unless the province opens the field for an item.</summary>
    public Governance Governance { get; }

    /// <summary>A column printed in table A.1 or B.1, without which the row is incomplete.</summary>
    public bool IsPrinted { get; private init; }

    public bool CanBeOpened { get; private init; }

    internal Func<ItemContent, string?>? Fingerprint { get; private init; }

    public Governance GovernanceIn(ItemContent content) =>
        CanBeOpened && content.OpenedFields.Contains(Name) ? Governance.TightenOnly : Governance;

    /// <summary>The province's value as people read it; null when there is none.</summary>
    public string? Read(ItemContent content) => read(content);

    /// <summary>The node's value; null when it has none or the field is not local.</summary>
    public string? Read(LocalFields local) => readLocal?.Invoke(local);

    internal LocalFields Fill(LocalFields local, string? value) =>
        (fill ?? throw new InvalidOperationException($"'{Name}' is not a local field."))(local, value);

    public bool IsSame(ItemContent left, ItemContent right) =>
        string.Equals((Fingerprint ?? read)(left), (Fingerprint ?? read)(right), StringComparison.Ordinal);

    public override string ToString() => Name;

    internal static CatalogField Printed(string name, string label, CatalogRow row, Func<ItemContent, string?> read) =>
        new(name, label, row, Governance.Locked, read) { IsPrinted = true };

    internal static CatalogField Locked(string name, string label, CatalogRow row, Func<ItemContent, string?> read) =>
        new(name, label, row, Governance.Locked, read);

    internal static CatalogField Openable(
        string name, string label, Func<ItemContent, string?> read, bool printed, Func<ItemContent, string?>? fingerprint = null) =>
        new(name, label, CatalogRow.Implementation, Governance.Locked, read) { IsPrinted = printed, CanBeOpened = true, Fingerprint = fingerprint };

    internal static CatalogField Local(
        string name, string label, CatalogRow row, Func<LocalFields, string?> read, Func<LocalFields, string?, LocalFields> fill, bool printed = false) =>
        new(name, label, row, Governance.Local, _ => null, read, fill) { IsPrinted = printed };

    /// <summary>An open column (……), known by its heading alone.</summary>
    internal static CatalogField Open(string heading) =>
        new(heading, heading, CatalogRow.Implementation, Governance.Locked, content => content.Extra.GetValueOrDefault(heading));
}
