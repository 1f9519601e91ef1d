using IpNetwork.App.Data.Files;
using IpNetwork.App.Data.Sealing;
using IpNetwork.App.Data.Trail;
using IpNetwork.App.Deployment;
using IpNetwork.App.Outbox;
using IpNetwork.App.Tenancy;
using Npgsql;
using Quartz;

namespace IpNetwork.App;

/// <summary>
/// Everything that happens without a request. The outbox is dispatched all the time; the rest has its hour here, shared by all
/// workers through the clustered store in schema <c>quartz</c>, which <c>migrate</c> lays down. What is missed is made up for
/// once, however many times it was missed; a job that wants it otherwise says so on its line.
/// </summary>
internal static class Schedule
{
    public static void AddSchedule(this IServiceCollection services, Settings settings)
    {
        services.AddOutbox(settings.DataFolder, dropsFiles: settings.IsDevelopment);
        services.AddSealing(settings.DataFolder);
        services.AddQuartz(quartz =>
        {
            Store(quartz, settings.Logins.Dispatch);
            quartz.ScheduleJob<SealJob>(t => t.WithIdentity("seal").Every(SealInterval()), j => j.WithIdentity("seal"));
            quartz.ScheduleJob<DueSweep>(t => t.WithIdentity("due").Every(TimeSpan.FromMinutes(5)), j => j.WithIdentity("due"));
            quartz.ScheduleJob<PurgeIdempotencyKeys>(t => t.WithIdentity("purge-idempotency-keys").Daily(3, 20), j => j.WithIdentity("purge-idempotency-keys"));
            quartz.ScheduleJob<SweepUploads>(t => t.WithIdentity("sweep-uploads").Every(TimeSpan.FromMinutes(10)), j => j.WithIdentity("sweep-uploads"));
            quartz.ScheduleJob<SweepOrphans>(t => t.WithIdentity("sweep-orphans").Daily(3, 40), j => j.WithIdentity("sweep-orphans"));
        });
        services.AddQuartzHostedService(options =>
        {
            options.WaitForJobsToComplete = true;
            options.AwaitApplicationStarted = true;
        });
    }

    private static void Store(IQuartzBuilder quartz, string dispatch)
    {
        quartz.ConfigureScheduler(scheduler =>
        {
            scheduler.InstanceName = "ipnetwork";
            scheduler.InstanceId = $"{Environment.MachineName}-{Environment.ProcessId}-{Guid.NewGuid():n}";
        });
        quartz.UseDefaultThreadPool(4);
        quartz.UsePersistentStore(store =>
        {
            store.UsePostgres(new NpgsqlConnectionStringBuilder(dispatch) { SearchPath = "quartz", ApplicationName = "ipnet_quartz" }.ConnectionString);
            store.UseSystemTextJsonSerializer();
            store.UseClustering(cluster =>
            {
                cluster.CheckinInterval = TimeSpan.FromSeconds(5);
                cluster.CheckinMisfireThreshold = TimeSpan.FromSeconds(10);
            });
        });
    }

    /// <summary>At most a minute may pass between an event and its seal.</summary>
    private static TimeSpan SealInterval() => Environment.GetEnvironmentVariable("IPNETWORK_SEAL_SECONDS") switch
    {
        null or "" => TimeSpan.FromSeconds(30),
        var text when int.TryParse(text, out var seconds) && seconds is >= 1 and <= 60 => TimeSpan.FromSeconds(seconds),
        var text => throw new SetupException($"不能启动：IPNETWORK_SEAL_SECONDS 是 {text}，只能是 1—60 的整数（两次封印审计记录之间的秒数）。"),
    };

    private static T Every<T>(this T trigger, TimeSpan interval) where T : ITriggerConfigurator =>
        trigger.WithSimpleSchedule(simple => simple.WithInterval(interval).RepeatForever()
            .WithMisfireInstruction(SimpleTriggerMisfireInstruction.NowWithRemainingCount));

    /// <summary>At an hour of Asia/Shanghai, which knows no summer time; kept in UTC so that a machine without a time-zone database runs it too.</summary>
    private static T Daily<T>(this T trigger, int hour, int minute) where T : ITriggerConfigurator =>
        trigger.WithCronSchedule($"0 {minute} {(hour + 16) % 24} * * ?", cron => cron.InTimeZone(TimeZoneInfo.Utc)
            .WithMisfireInstruction(CronTriggerMisfireInstruction.FireAndProceed));
}
