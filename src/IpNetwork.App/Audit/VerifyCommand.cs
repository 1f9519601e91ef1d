using System.Diagnostics;
using IpNetwork.App.Data.Sealing;
using Npgsql;

namespace IpNetwork.App.Audit;

/// <summary>Verifies every network's audit chain from the events up; ends with 1 when one does not hold.</summary>
internal static class VerifyCommand
{
    public static async Task<int> RunAsync(string dispatch, string dataFolder, CancellationToken ct)
    {
        var started = Stopwatch.StartNew();
        await using var source = NpgsqlDataSource.Create(dispatch);
        var reports = await new ChainCheck(source, new HeadLog(SealingServices.FolderIn(dataFolder))).RunAsync(ct);
        foreach (var report in reports)
        {
            Console.WriteLine($"{report.Network}：记录 {report.Events} 条，封印 {report.Seals} 个，未封印 {report.Unsealed} 条，链头 {report.Head}");
            Console.WriteLine(report.Break is { } broken ? $"  不符：第 {broken.Seal} 号封印，{Name(broken.Kind)}（{broken.Detail}）" : $"  相符，{Comparison(report)}");
        }

        Console.WriteLine($"用时 {started.Elapsed.TotalSeconds:0.0} 秒。");
        return reports.All(r => r.Break is null) ? 0 : 1;
    }

    private static string Comparison(ChainReport report) =>
        report.Published > 0 ? $"与公布过的 {report.Published} 个链头一致" : "本机没有公布过的链头，无法对照是否被整链改写或截尾";

    private static string Name(BreakKind kind) => kind switch
    {
        BreakKind.EventEdited => "记录被改动",
        BreakKind.EventDeleted => "记录被删除",
        BreakKind.EventInserted => "记录被插入",
        BreakKind.EventsReordered => "记录被调换",
        BreakKind.SealRewritten => "封印被改写",
        BreakKind.SealMissing => "封印缺失",
        BreakKind.TailTruncated => "链尾被截断",
        _ => kind.ToString(),
    };
}
