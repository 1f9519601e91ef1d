using System.Runtime.InteropServices;
using IpNetwork.App.Audit;
using IpNetwork.App.Deployment;
using IpNetwork.App.Provinces;
using IpNetwork.App.Provinces.Applying;
using IpNetwork.App.Staff;
using IpNetwork.App.Tenancy;
using Npgsql;
using Quartz;

namespace IpNetwork.App;

/// <summary>One program, several roles: web and worker serve; migrate, tenants and verify do one thing and end.</summary>
internal static class CommandLine
{
    private const int Refused = 2;
    private const int BadUsage = 64;
    private const int Interrupted = 130;

    public static async Task<int> RunAsync(string[] args)
    {
        using var stop = new CancellationTokenSource();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        try
        {
            return args.FirstOrDefault() switch
            {
                null or "all" => await Serving.RunAsync(web: true, worker: true, stop.Token),
                "web" => await Serving.RunAsync(web: true, worker: false, stop.Token),
                "worker" => await Serving.RunAsync(web: false, worker: true, stop.Token),
                "migrate" => await MigrateAsync(stop.Token),
                "verify" => await VerifyAsync(stop.Token),
                "tenants" => await TenantsAsync(args[1..], stop.Token),
                "admit" => await AdmitAsync(args[1..], stop.Token),
                var unknown => Usage(unknown),
            };
        }
        catch (SetupException e)
        {
            return Say(e.Message, Refused);
        }
        catch (PackRefusedException e)
        {
            return Say(e.Message, 1);
        }
        catch (Exception) when (stop.IsCancellationRequested)
        {
            return Say("已按要求停止，没有做完的部分下次会接着做。", Interrupted);
        }
        catch (SchedulerException e)
        {
            return Say($"后台任务的表不能使用：{e.Message}。请先运行 migrate，再启动 worker。", Refused);
        }
        catch (NpgsqlException e)
        {
            return Say($"数据库不能使用：{e.Message}。请检查数据库是否在运行、连接串和权限是否正确。", Refused);
        }

        void Stop(PosixSignalContext signal)
        {
            signal.Cancel = true;
            stop.Cancel();
        }
    }

    private static async Task<int> MigrateAsync(CancellationToken ct)
    {
        await using var workplace = await Workplace.OpenAsync([DatabaseLogins.ForOwner], Console.WriteLine, ct);
        return await Migration.CommandAsync(workplace.Settings, ct);
    }

    private static async Task<int> VerifyAsync(CancellationToken ct)
    {
        await using var workplace = await Workplace.OpenAsync([DatabaseLogins.ForDispatch], Console.Error.WriteLine, ct);
        return await VerifyCommand.RunAsync(workplace.Settings.Logins.Dispatch, workplace.Settings.DataFolder, ct);
    }

    private static async Task<int> TenantsAsync(string[] args, CancellationToken ct)
    {
        if (TenantsCommand.Parse(args) is not { } command)
        {
            return Usage(string.Join(' ', args.Prepend("tenants")));
        }

        if (!command.NeedsDatabase)
        {
            return command.Validate(Console.Out);
        }

        return await InNetworkAsync(services => command.RunAsync(services, Console.Out, ct), ct);
    }

    private static Task<int> AdmitAsync(string[] args, CancellationToken ct) =>
        InNetworkAsync(services => AdmitCommand.RunAsync(services, args, Console.In, Console.Out, ct), ct);

    private static async Task<int> InNetworkAsync(Func<IServiceProvider, Task<int>> command, CancellationToken ct)
    {
        await using var workplace = await Workplace.OpenAsync(DatabaseLogins.OfSetup, Console.Error.WriteLine, ct);
        if (workplace.Settings.IsDevelopment)
        {
            await Migration.AllIfChangedAsync(workplace.Settings, ct);
        }

        await using var app = Composition.Build(workplace.Settings with { RunsWeb = false, RunsWorker = false });
        return await command(app.Services);
    }

    private static int Usage(string unknown)
    {
        Console.Error.WriteLine($"不认识的命令：{unknown}");
        Console.Error.WriteLine("用法：IpNetwork.App [web | worker | migrate | tenants validate|plan|apply <省>|calendar | admit <用户名> <姓名> <平台> <岗位> | verify]");
        return BadUsage;
    }

    private static int Say(string sentence, int code)
    {
        Console.Error.WriteLine(sentence);
        return code;
    }
}
