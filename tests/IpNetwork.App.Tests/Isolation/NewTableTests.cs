using IpNetwork.App.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Xunit;

namespace IpNetwork.App.Tests.Isolation;

/// <summary>A table that a later change adds is walled and attacked without anybody naming it in a test.</summary>
public sealed class NewTableTests(WalledDatabase database) : IClassFixture<WalledDatabase>
{
    private const string Table = "notes_of_tomorrow";

    [Fact]
    public async Task A_new_table_joins_the_walls_the_gates_and_the_probes_by_itself()
    {
        var model = Wider.Build();
        await database.RunAsync($"set role {Walls.Owner}; create table ipnet.{Table} (node_id int not null, id uuid not null, text varchar(200) not null, primary key (node_id, id))");
        Assert.Contains(await GateAsync(model), finding => finding.StartsWith($"K01 {Table}", StringComparison.Ordinal));

        await RaiseWallsAsync(model);
        Assert.Empty(await GateAsync(model));
        Assert.Empty(await FailedProbesAsync());

        foreach (var hole in new[]
        {
            $"alter table ipnet.{Table} disable row level security",
            $"alter table ipnet.{Table} no force row level security",
            $"alter policy own_node on ipnet.{Table} using (true)",
            $"alter policy own_node on ipnet.{Table} with check (true)",
            $"create policy more on ipnet.{Table} for select to ipnet_app using (true)",
            $"alter policy subtree on ipnet.{Table} using (true)",
            $"grant truncate on ipnet.{Table} to ipnet_app",
            $"grant select on ipnet.{Table} to ipnet_signon; grant usage on schema ipnet to ipnet_signon; create policy open on ipnet.{Table} to ipnet_signon using (true)",
            $"create unique index hole on ipnet.{Table} (id)",
            $"alter table ipnet.{Table} owner to current_user",
        })
        {
            await database.RunAsync(hole);
            Assert.True((await FailedProbesAsync()).Count > 0, $"No probe noticed: {hole}");
            await database.RunAsync($"drop index if exists ipnet.hole; alter table ipnet.{Table} owner to {Walls.Owner}; revoke all on ipnet.{Table} from ipnet_app, ipnet_signon; revoke usage on schema ipnet from ipnet_signon");
            await RaiseWallsAsync(model);
        }

        Assert.Empty(await GateAsync(model));
    }

    private async Task<IReadOnlyList<string>> GateAsync(IModel model)
    {
        await using var session = await Session.OpenAsync(database.ConnectionString);
        await session.BeginAsync();
        return await CatalogueGate.FindAsync(session, model);
    }

    private async Task RaiseWallsAsync(IModel model)
    {
        await database.RunAsync($"set role {Walls.Owner}; {Walls.Sql(model)}");
        await database.FillAsync(model);
    }

    private async Task<IReadOnlyList<string>> FailedProbesAsync()
    {
        var failed = new List<string>();
        foreach (var probe in Probes.All)
        {
            try
            {
                await probe.TryAsync(database.ConnectionString, database.Tables[Table]);
            }
            catch (Exception e) when (e is Xunit.Sdk.XunitException or Npgsql.PostgresException)
            {
                failed.Add($"{probe}: {e.Message}");
            }
        }

        return failed;
    }

    private sealed class NoteOfTomorrow
    {
        public int NodeId { get; init; }
        public Guid Id { get; init; }
        public string Text { get; init; } = "";
    }

    private sealed class Wider(DbContextOptions<Wider> options) : NetworkModel(options)
    {
        public static IModel Build()
        {
            using var db = new Wider(new DbContextOptionsBuilder<Wider>().UseNpgsql("Host=nowhere").Options);
            return db.Model;
        }

        protected override void OnModelCreating(ModelBuilder modelBuilder)
        {
            base.OnModelCreating(modelBuilder);
            modelBuilder.Entity<NoteOfTomorrow>(note =>
            {
                note.ToTable(Table);
                note.HasKey(n => new { n.NodeId, n.Id });
            });
        }
    }
}
