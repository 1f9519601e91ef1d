using IpNetwork.App.Data.Trail;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace IpNetwork.App.Outbox;

internal static class OutboxServices
{
    /// <summary>In production a gateway per kind is registered beside this; without one the kind's messages wait.</summary>
    public static void AddOutbox(this IServiceCollection services, string dataFolder, bool dropsFiles)
    {
        services.TryAddSingleton(new OutboxSettings());
        services.AddSingleton<OutboxTable>();
        services.AddSingleton<IMessageSender, EventDelivery>();
        if (dropsFiles)
        {
            foreach (var kind in new[] { MessageKind.Mail, MessageKind.Sms, MessageKind.Webhook })
            {
                services.AddSingleton<IMessageSender>(new FileDropSender(kind, Path.Combine(dataFolder, "outbox")));
            }
        }

        services.AddSingleton<Dispatcher>();
        services.AddHostedService<DispatchLoop>();
        services.AddHealthChecks().AddCheck<OutboxHealth>("outbox");
    }
}
