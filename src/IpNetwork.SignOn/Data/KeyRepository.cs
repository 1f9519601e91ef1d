using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;

namespace IpNetwork.SignOn.Data;

/// <summary>The data-protection keys of all processes, so that a form drawn by one can be sent to another.</summary>
internal sealed class KeyRepository(IDbContextFactory<SignOnDb> databases, SignOnOptions options, TimeProvider clock) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var db = databases.CreateDbContext();
        return [.. db.ProtectionKeys.OrderBy(k => k.Id).Select(k => k.Xml).AsEnumerable().Select(xml => XElement.Parse(xml)).Where(MayBeUsed)];
    }

    // Where keys are encrypted, one that lies there in the open was put there by somebody else, or has been read already.
    private bool MayBeUsed(XElement element) =>
        options.ProtectionSecrets.IsEmpty || element.Name != "key" || element.Descendants(KeyEncryption.Element).Any();

    public void StoreElement(XElement element, string friendlyName)
    {
        var now = clock.GetUtcNow();
        using var db = databases.CreateDbContext();
        db.Add(new ProtectionKey
        {
            Id = Guid.CreateVersion7(now),
            Name = friendlyName,
            Xml = element.ToString(SaveOptions.DisableFormatting),
            CreatedAt = now,
        });
        db.SaveChanges();
    }
}
