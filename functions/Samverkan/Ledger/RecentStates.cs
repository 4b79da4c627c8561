using System.Collections.Concurrent;

namespace Samverkan.Ledger;

/// <summary>
/// The states of the streams that were asked for last, at most 8,000. Two generations and no order among them: a sweep
/// over every stream costs neither sorting nor memory, and what is asked for again stays.
/// </summary>
internal sealed class RecentStates
{
    private const int MostAGeneration = 4_000;
    private readonly Lock _turn = new();
    private int _kept;
    private volatile ConcurrentDictionary<(StreamId, Type), object> _young = new();
    private volatile ConcurrentDictionary<(StreamId, Type), object> _old = new();

    /// <summary>What was kept last; null where nothing was, or it was long ago.</summary>
    public T? Find<T>(StreamId stream)
        where T : class
    {
        var key = (stream, typeof(T));
        if (_young.TryGetValue(key, out var state)) return (T)state;
        if (!_old.TryGetValue(key, out state)) return null;
        Keep(stream, (T)state);
        return (T)state;
    }

    /// <summary>Keeps a state, instead of an earlier one of the stream.</summary>
    public void Keep<T>(StreamId stream, T state)
        where T : class
    {
        _young[(stream, typeof(T))] = state;
        lock (_turn)
        {
            if (++_kept < MostAGeneration) return;
            (_kept, _old, _young) = (0, _young, new());
        }
    }

    /// <summary>Keeps nothing of a stream's state any more.</summary>
    public void Forget<T>(StreamId stream)
        where T : class
    {
        _young.TryRemove((stream, typeof(T)), out _);
        _old.TryRemove((stream, typeof(T)), out _);
    }
}
