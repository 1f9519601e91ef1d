using System.Collections.Concurrent;
using IpNetwork.App.Establishment.Samples;
using IpNetwork.Domain.Staff;
using IpNetwork.Testing;

namespace IpNetwork.Journeys.Tests.Walk;

/// <summary>Signs each guest on once.</summary>
internal sealed class Guests(NetworkHost host)
{
    private readonly ConcurrentDictionary<Guest, Lazy<Task<Visitor>>> signedOn = new();

    public async Task<Visitor> VisitorAsync(Guest guest) => guest is { Node: { } node, Role: { } role }
        ? await signedOn.GetOrAdd(guest, _ => new(() => SignOnAsync(node, role))).Value
        : host.Visitor();

    private async Task<Visitor> SignOnAsync(TestNode node, Role role)
    {
        if (role is Role.Builder)
        {
            return await SamplesBuilderAsync();
        }

        var visitor = await host.SignedOnAsync("林若溪");
        await new Given(host).JoinAsync(visitor, node, role);
        return visitor;
    }

    /// <summary>Who owns the sample applications, and works nowhere.</summary>
    private Task<Visitor> SamplesBuilderAsync() => host.SignedOnAsync("陈示例", SampleApplications.BuilderPerson.Value);
}
