namespace Samverkan.Ledger;

/// <summary>The name under which a kind of event is stored, for ever.</summary>
/// <param name="name">Lower-case words with hyphens.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class EventNameAttribute(string name) : Attribute
{
    /// <summary>The stored name.</summary>
    public string Name { get; } = name;
}
