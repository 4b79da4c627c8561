namespace Samverkan.Storage.Local;

/// <summary>
/// Tells which files nobody is writing to: those whose mark has stayed the same for a while under our own eyes. The times
/// that files carry are not to be trusted (copying keeps them, and clocks of servers differ), nor is the clock.
/// </summary>
internal sealed class StillnessWatch(TimeProvider time, TimeSpan stillness)
{
    private readonly Lock _gate = new();
    private Dictionary<string, Sight> _seen = new(StringComparer.Ordinal);

    /// <summary>Takes note of every file that there is, and forgets those that there are not. Returns those that are still.</summary>
    public IReadOnlyList<string> Observe(IEnumerable<(string Name, FileMark Mark)> files)
    {
        lock (_gate)
        {
            var now = new Dictionary<string, Sight>(StringComparer.Ordinal);
            foreach (var (name, mark) in files) now[name] = Look(name, mark);
            _seen = now;
            return [.. now.Where(s => IsStill(s.Value)).Select(s => s.Key)];
        }
    }

    /// <summary>Whether a file is still; one that is seen for the first time is noted.</summary>
    public bool IsStill(string name, FileMark mark)
    {
        lock (_gate) return IsStill(_seen[name] = Look(name, mark));
    }

    private Sight Look(string name, FileMark mark) =>
        _seen.TryGetValue(name, out var sight) && sight.Mark == mark ? sight : new Sight(mark, time.GetTimestamp());

    private bool IsStill(Sight sight) => time.GetElapsedTime(sight.Since) >= stillness;

    private readonly record struct Sight(FileMark Mark, long Since);
}
