namespace Samverkan.Ledger;

/// <summary>A state and the event that it goes up to.</summary>
internal sealed record Snapshot<TState>(StreamHead Head, TState State);
