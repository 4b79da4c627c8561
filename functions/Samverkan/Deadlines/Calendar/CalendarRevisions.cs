using System.Collections.Immutable;
using Samverkan.Agreements;

namespace Samverkan.Deadlines.Calendar;

/// <summary>
/// Follows the days of the calendar through the registers that have been in use. What comes out depends on the registers
/// alone, so every host gives every day the same sequence, at any time.
/// </summary>
/// <param name="FirstPlanYear">The first plan year that is followed.</param>
/// <param name="LastPlanYear">The last plan year that is followed.</param>
public sealed record CalendarRevisions(int FirstPlanYear, int LastPlanYear)
{
    /// <summary>Every day there has been, by its key.</summary>
    public ImmutableSortedDictionary<string, CalendarEntry> Entries { get; private init; } =
        ImmutableSortedDictionary.Create<string, CalendarEntry>(StringComparer.Ordinal);

    /// <summary>The days after another register has been taken into use.</summary>
    public CalendarRevisions Apply(RegisterVersion version)
    {
        var items = CalendarItems.Of(version.Register, FirstPlanYear, LastPlanYear).ToDictionary(item => item.Key, StringComparer.Ordinal);
        var entries = Entries.ToBuilder();
        foreach (var (key, entry) in Entries)
        {
            if (!entry.IsCancelled && !items.ContainsKey(key))
                entries[key] = entry with { Sequence = entry.Sequence + 1, ChangedAt = version.At, IsCancelled = true };
        }

        foreach (var (key, item) in items)
        {
            if (!Entries.TryGetValue(key, out var entry)) entries[key] = new CalendarEntry(item, 0, version.At, IsCancelled: false);
            else if (entry.IsCancelled || entry.Item != item)
                entries[key] = new CalendarEntry(item, entry.Sequence + 1, version.At, IsCancelled: false);
        }

        return this with { Entries = entries.ToImmutable() };
    }
}
