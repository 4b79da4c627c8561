namespace Samverkan.Dispatch;

/// <summary>What this process calls itself in the ledger: the machine and a random part, so that no two are the same.</summary>
/// <param name="Value">Such as <c>server1-3f9a2c</c>.</param>
public sealed record HostName(string Value)
{
    /// <summary>The name as the ledger records who did something.</summary>
    public string Actor => "host:" + Value;

    /// <summary>A new name for this process.</summary>
    public static HostName Create() => new($"{Environment.MachineName.ToLowerInvariant()}-{Guid.NewGuid().ToString("N")[..6]}");
}
