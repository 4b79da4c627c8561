using System.Globalization;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Samverkan.Signals;

/// <summary>
/// Tries every store by writing to it, at most once in 30 seconds however often it is asked, and never twice at the same
/// time: a store that does not answer is asked by one.
/// </summary>
public sealed partial class StoreHealth(IEnumerable<IStoreProbe> probes, IClock clock, ILogger<StoreHealth> log)
{
    /// <summary>Less than this is too little: twice the longest file that is taken in, by its default.</summary>
    public const long LeastFree = 100_000_000;

    private static readonly Duration Fresh = Duration.FromSeconds(30);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly IStoreProbe[] _probes = [.. probes];
    private readonly Lock _lock = new();
    private (Instant At, IReadOnlyList<StoreCheck> Checks)? _newest;
    private Task<IReadOnlyList<StoreCheck>>? _running;

    /// <summary>How the stores stand, one after the other; what was found less than 30 seconds ago is not tried again.</summary>
    public Task<IReadOnlyList<StoreCheck>> CheckAsync()
    {
        lock (_lock)
        {
            var age = clock.GetCurrentInstant() - _newest?.At;
            if (age >= Duration.Zero && age < Fresh) return Task.FromResult(_newest!.Value.Checks);
            return _running ??= Task.Run(TryAllAsync);
        }
    }

    private async Task<IReadOnlyList<StoreCheck>> TryAllAsync()
    {
        StoreCheck[] checks = await Task.WhenAll(_probes.Select(TryAsync));
        lock (_lock)
        {
            _newest = (clock.GetCurrentInstant(), checks);
            _running = null;
        }

        return checks;
    }

    private async Task<StoreCheck> TryAsync(IStoreProbe probe)
    {
        using var wait = new CancellationTokenSource(Patience);
        StoreFault? fault;
        long? free = null;
        try
        {
            free = probe.FreeBytes();
            fault = await probe.WriteAsync(wait.Token);
            fault ??= free < LeastFree ? TooLittle(probe.Store) : null;
        }
        catch (Exception e)
        {
            LogFailed(e, probe.Store);
            fault = Silent(probe.Store);
        }

        if (fault is not null) LogUnwritable(probe.Store, fault.Code);
        return new StoreCheck(probe.Store, clock.GetCurrentInstant(), fault, free);
    }

    private static StoreFault TooLittle(string store) => new("storage.nearly-full", string.Create(
        CultureInfo.InvariantCulture,
        $"Disken med {store} är snart full: mindre än {LeastFree / 1_000_000} MB är ledigt. Inget har gått förlorat, men nya filer får kanske inte plats. Frigör utrymme på disken."));

    private static StoreFault Silent(string store) => new(
        "storage.failed", $"Det gick inte att prova om {store} kan skrivas. Nya filer och försök sparas kanske inte. Läs tjänstens logg, åtgärda felet och prova igen.");

    [LoggerMessage(6201, LogLevel.Error, "The store {Store} could not be tried by writing to it")]
    private partial void LogFailed(Exception e, string store);

    [LoggerMessage(6202, LogLevel.Error, "The store {Store} cannot be written to ({Code}), so the host is not ready")]
    private partial void LogUnwritable(string store, string code);
}
