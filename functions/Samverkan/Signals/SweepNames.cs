namespace Samverkan.Signals;

/// <summary>What the timers' work is called in metrics, traces and stores.</summary>
public static class SweepNames
{
    /// <summary>Obligations against the calendar.</summary>
    public const string Deadlines = "deadlines";

    /// <summary>Deliveries whose time has come.</summary>
    public const string Dispatch = "dispatch";

    /// <summary>Files that nothing announced.</summary>
    public const string Inbox = "inbox";

    /// <summary>What has come to the return address.</summary>
    public const string Bounces = "bounces";

    /// <summary>All of them, in the order in which they are shown.</summary>
    public static IReadOnlyList<string> All { get; } = [Deadlines, Dispatch, Inbox, Bounces];
}
