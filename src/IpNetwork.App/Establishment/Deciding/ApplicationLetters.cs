using IpNetwork.App.Data;
using IpNetwork.App.Data.Trail;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Establishment;
using IpNetwork.Domain.Kernel;
using IpNetwork.Domain.Staff;
using Microsoft.EntityFrameworkCore;

namespace IpNetwork.App.Establishment.Deciding;

/// <summary>
/// What is told about an application, and to whom. A builder is written to by mail and text message; officers by their post,
/// <c>post:mianyang/Manager</c>, which the gateway knows the people of.
/// </summary>
internal sealed class ApplicationLetters(NetworkDb db, NodeDirectory directory, CurrentNode current)
{
    public async Task SendAsync(Deed deed, EstablishmentApplication application, IReadOnlyList<ApplicationLetter> letters, CancellationToken ct)
    {
        foreach (var letter in letters)
        {
            foreach (var (kind, recipient) in await RecipientsAsync(letter.To, application, ct))
            {
                deed.Send(new(kind, letter.Topic, recipient, new { letter.Subject, letter.Text, Application = application.Number }));
            }
        }
    }

    private async Task<IReadOnlyList<(MessageKind, string)>> RecipientsAsync(Addressee to, EstablishmentApplication application, CancellationToken ct) => to switch
    {
        Addressee.Builder => await BuilderAsync(application, ct),
        Addressee.City => await CityAsync(application, ct) is { } city ? [Post(city, Role.Manager)] : [],
        Addressee.Assessors => [Post(current.Node.Slug, Role.Assessor)],
        Addressee.Leader => [Post(current.Node.Slug, Role.Leader)],
        _ => throw new ArgumentOutOfRangeException(nameof(to), to, null),
    };

    private async Task<IReadOnlyList<(MessageKind, string)>> BuilderAsync(EstablishmentApplication application, CancellationToken ct)
    {
        var builder = await db.Set<Builder>().AsNoTracking().SingleAsync(b => b.Id == application.BuilderId, ct);
        return [(MessageKind.Sms, builder.ContactPhone), .. builder.ContactMail is { } mail ? [(MessageKind.Mail, mail)] : Array.Empty<(MessageKind, string)>()];
    }

    private async Task<string?> CityAsync(EstablishmentApplication application, CancellationToken ct)
    {
        var nodes = await directory.CurrentAsync(ct);
        return nodes.BySlug(application.ParentSlug) is { } parent ? nodes.Ladder(parent).FirstOrDefault(node => node.Kind is NodeKind.City)?.Slug : null;
    }

    private static (MessageKind, string) Post(string slug, Role role) => (MessageKind.Mail, $"post:{slug}/{role}");
}

internal sealed record ApplicationLetter(Addressee To, string Topic, string Subject, string Text);

internal enum Addressee
{
    Builder,

    /// <summary>The city whose territory it is; nobody where a city platform itself is applied for.</summary>
    City,
    Assessors,
    Leader,
}
