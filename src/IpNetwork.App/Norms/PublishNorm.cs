using System.Globalization;
using IpNetwork.App.Data;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Kernel;
using IpNetwork.Domain.Norms;
using Microsoft.EntityFrameworkCore;

namespace IpNetwork.App.Norms;

/// <summary>The province publishes a version of a norm; from its day on it holds for every node below.</summary>
internal sealed class PublishNorm(NetworkDb db, UnitOfWork work, CurrentNode current, TimeProvider clock)
{
    public Task<Outcome<string>> HandleAsync(NormRequest request, Actor actor, CancellationToken ct) =>
        work.CommitAsync(actor, async deed =>
        {
            var province = current.Id;
            var published = await db.Set<Norm>().AsNoTracking().Where(n => n.NodeId == province && n.Code == request.Code).ToListAsync(ct);
            var norm = Norm.Publish(province, request.Draft, published, clock.GetUtcNow());
            if (!norm.IsDone)
            {
                return Outcome.Refused<string>(norm.Refusals);
            }

            db.Add(norm.Value);
            deed.Happened(new("norms.published", "norm", norm.Value.Code, norm.Value.Announcement)
            {
                Detail = new { norm.Value.Code, norm.Value.Version, norm.Value.EffectiveOn, norm.Value.DocumentNumber },
            });
            return norm.Value.Id.ToString();
        }, ct);
}

/// <summary>A norm's version as it was sent.</summary>
internal sealed record NormRequest
{
    public string? Code { get; init; }
    public string? Version { get; init; }
    public string? Title { get; init; }
    public string? EffectiveOn { get; init; }
    public string? DocumentNumber { get; init; }
    public string? Link { get; init; }
    public string? Text { get; init; }

    public NormDraft Draft => new()
    {
        Code = Code ?? "",
        Version = Version ?? "",
        Title = Title ?? "",
        EffectiveOn = DateOnly.TryParseExact(EffectiveOn?.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null,
        DocumentNumber = DocumentNumber ?? "",
        Link = Link,
        Text = Text,
    };

    public static NormRequest Of(IFormCollection form) => new()
    {
        Code = form["code"].ToString().Trim(),
        Version = form["version"],
        Title = form["title"],
        EffectiveOn = form["effectiveOn"],
        DocumentNumber = form["documentNumber"],
        Link = form["link"],
        Text = form["text"],
    };
}
