using System.Collections.Concurrent;
using IpNetwork.Domain.Kernel;

namespace IpNetwork.App.Data;

/// <summary>Tells what is kept in memory that something committed: at once in this process, by LISTEN in the others. A hint: versions decide.</summary>
internal sealed class ChangeSignal
{
    public const string Channel = "ipnet_changed";
    public const string Nodes = "n";
    public const char SettingsTopic = 's';
    public const char CalendarTopic = 'c';

    private readonly ConcurrentBag<Action<string>> listeners = [];

    /// <summary>False while other processes' changes cannot be heard; what is kept in memory is then re-read within a second.</summary>
    public bool IsLive { get; private set; }

    public static string BaseCatalog(NodeId province) => $"b{province}";

    public static string NodeCatalog(NodeId node) => $"o{node}";

    public static string Settings(NodeId province) => $"{SettingsTopic}{province}";

    public static string Calendar(NodeId province) => $"{CalendarTopic}{province}";

    public void Listen(Action<string> listener) => listeners.Add(listener);

    public void Raise(string topic)
    {
        foreach (var listener in listeners)
        {
            listener(topic);
        }
    }

    public void Connected()
    {
        IsLive = true;
        Raise("*");
    }

    public void Disconnected() => IsLive = false;
}
