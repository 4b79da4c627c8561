using System.Runtime.CompilerServices;

namespace Samverkan.Agreements;

/// <summary>Guards the lists that mean nothing when they are empty: an obligation that nobody receives is no obligation.</summary>
internal static class NonEmpty
{
    internal static IReadOnlyList<T> List<T>(IReadOnlyList<T> items, [CallerMemberName] string name = "") =>
        items.Count > 0 ? items : throw new ArgumentException($"{name} needs at least one entry.", name);
}
