namespace IpNetwork.App.Shell;

/// <summary>How a clock stands: five shapes for five urgencies, and words that say the same.</summary>
public sealed record DeadlineView(Urgency Urgency, string Text);

public enum Urgency
{
    Over,
    Today,
    Soon,
    Far,
    Paused,
}
