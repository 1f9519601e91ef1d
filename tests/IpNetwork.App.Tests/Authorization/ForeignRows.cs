using System.Globalization;
using IpNetwork.App.Tests.Isolation;

namespace IpNetwork.App.Tests.Authorization;

/// <summary>Rows of the sibling city in every tenant table, made without knowing the rooms, and the ids that name them.</summary>
internal static class ForeignRows
{
    public static async Task<IReadOnlyList<string>> MakeAsync(ProvingHost host)
    {
        var seed = host.Sibling.Id.Value;
        await using var session = await Session.OpenAsync(host.AdministrativeConnection);
        var tables = await ProbedTable.ReadAsync(session, WalledDatabase.Model);
        // Shared tables are everybody's to read, and background work would take the trail's rows for real ones.
        foreach (var table in tables.Values.Where(t => !t.IsOpen && !Probes.DispatchMay.ContainsKey(t.Name)))
        {
            await session.RunAsync(table.InsertFor(new(seed, ""), seed, "on conflict do nothing"));
        }

        return [$"00000000-0000-7000-8000-{seed.ToString("d12", CultureInfo.InvariantCulture)}", seed.ToString(CultureInfo.InvariantCulture)];
    }
}
