using NodaTime;

namespace Samverkan.Dispatch.Endpoints;

/// <summary>
/// Gives each delivery that is put back a moment of its own to come again, at the pace at which the endpoint may be used, so
/// that a thousand that wait do not all come at once. The moments lie within ten minutes and then begin anew.
/// </summary>
internal sealed class Places(Duration interval)
{
    /// <summary>The least time between two of them.</summary>
    internal static readonly Duration Least = Duration.FromMilliseconds(20);

    private static readonly Duration Most = Duration.FromMinutes(10);

    private readonly Lock _lock = new();
    private readonly Duration _interval = Duration.Max(interval, Least);
    private Instant _last = Instant.MinValue;

    /// <summary>The next moment that is free, not before the one given.</summary>
    public Instant Next(Instant notBefore)
    {
        lock (_lock)
        {
            var next = _last == Instant.MinValue ? notBefore : Instant.Max(_last + _interval, notBefore);
            return _last = next > notBefore + Most ? notBefore : next;
        }
    }
}
