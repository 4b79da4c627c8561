using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;

namespace Samverkan.Ledger;

/// <summary>Every kind of event by its stored name, found by reflection.</summary>
public static class EventCatalog
{
    private static readonly FrozenDictionary<string, Type> TypesByName = typeof(LedgerEvent).Assembly.GetTypes()
        .Where(t => t.IsSubclassOf(typeof(LedgerEvent)) && !t.IsAbstract)
        .ToFrozenDictionary(t => NameFrom(t), StringComparer.Ordinal);

    private static readonly FrozenDictionary<Type, string> NamesByType =
        TypesByName.ToFrozenDictionary(p => p.Value, p => p.Key);

    /// <summary>The stored name of an event's kind.</summary>
    public static string NameOf(LedgerEvent e) => NamesByType[e.GetType()];

    /// <summary>The stored name of a kind of event.</summary>
    public static string NameOf<TEvent>()
        where TEvent : LedgerEvent => NamesByType[typeof(TEvent)];

    /// <summary>
    /// The event that was stored. Null where this version of Samverkan does not know its kind (a newer one wrote it) or
    /// cannot read it; <see cref="HashChain"/> tells whether it was changed.
    /// </summary>
    public static LedgerEvent? Read(StoredEvent stored)
    {
        if (!TypesByName.TryGetValue(stored.Type, out var type)) return null;
        var e = (LedgerEvent?)JsonSerializer.Deserialize(stored.Data, type, LedgerJson.Options);
        return e is null || stored.Personal is null ? e : e with { Personal = PersonalValues.Read(stored.Personal) ?? new PersonalValues() };
    }

    private static string NameFrom(Type type) =>
        type.GetCustomAttribute<EventNameAttribute>()?.Name
        ?? throw new InvalidOperationException($"{type.Name} is an event without an [EventName].");
}
