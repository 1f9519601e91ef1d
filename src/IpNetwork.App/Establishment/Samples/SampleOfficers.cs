using IpNetwork.App.Data;
using IpNetwork.Domain.Establishment;
using IpNetwork.Domain.Staff;
using Microsoft.EntityFrameworkCore;

namespace IpNetwork.App.Establishment.Samples;

/// <summary>Who has signed what: the demonstration people where there are any, so that they meet their own acts.</summary>
internal sealed record SampleOfficers(Signature Assessor, Signature Colleague, Signature Leader)
{
    public static async Task<SampleOfficers> OfAsync(NetworkDb db, CancellationToken ct)
    {
        var held = await db.Set<Membership>().AsNoTracking().Where(m => m.Role == Role.Assessor || m.Role == Role.Leader).OrderBy(m => m.RecordedAt).ToListAsync(ct);
        var assessors = held.Where(m => m.Role is Role.Assessor).Select(Named).ToList();
        return new(
            assessors.ElementAtOrDefault(0) ?? MadeUp(1, "贺知章"),
            assessors.ElementAtOrDefault(1) ?? MadeUp(2, "陆游之"),
            held.Where(m => m.Role is Role.Leader).Select(Named).FirstOrDefault() ?? MadeUp(3, "周明远"));
    }

    public static Signature City(string name, DateTimeOffset at) => MadeUp(9, name) with { At = at };

    private static Signature Named(Membership membership) => new(membership.PersonId.Value, membership.PersonName, default);

    private static Signature MadeUp(int number, string name) => new(Guid.Parse($"0197a000-0000-7000-8000-{number:d12}"), name, default);
}
