using IpNetwork.LocalPostgres;
using IpNetwork.Testing.Chaos;

namespace IpNetwork.Testing.Postgres;

/// A process that holds a private server until its input ends, so that tests can kill it or run it as somebody else.
internal static class KeepPostgres
{
    public const string Ready = "ready ";

    public static Task<int> Main(string[] args) => args is [BreakableProgram.Name, ..] ? BreakableProgram.RunAsync(args) : KeepAsync(args);

    private static async Task<int> KeepAsync(string[] args)
    {
        try
        {
            await using var postgres = await PrivatePostgres.StartAsync(
                new PrivatePostgresOptions(args[0]) { Durable = false, Report = Console.WriteLine }, CancellationToken.None);
            Console.WriteLine($"{Ready}{postgres.ConnectionString()}");
            await Console.In.ReadToEndAsync();
            return 0;
        }
        catch (PostgresTroubleException trouble)
        {
            Console.WriteLine(trouble.Message);
            return 1;
        }
    }
}
