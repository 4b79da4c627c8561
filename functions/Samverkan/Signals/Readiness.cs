using Microsoft.Extensions.Logging;
using Samverkan.Dispatch;
using Samverkan.Dispatch.Endpoints;

namespace Samverkan.Signals;

/// <summary>Whether this host can do its work: nothing owed is left lying, no endpoint stays dead, and its stores can be written to.</summary>
public sealed partial class Readiness(LateDeliveries late, EndpointPipelines endpoints, StoreHealth stores, ILogger<Readiness> log)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private static readonly HealthProblem Late = new(
        "delivery.late",
        "En expediering skulle ha försökts för mer än fem minuter sedan. Inget är förlorat, men det går inte i väg som det ska. Kontrollera att tjänsten och dess tidsstyrda jobb kör, och starta annars om den.");

    private static readonly HealthProblem Unreadable = new(
        "delivery-log.unreadable",
        "Expedieringsloggen går inte att läsa. Inget skickas förrän den gör det. Läs tjänstens logg, åtgärda felet och prova igen.");

    private static readonly HealthProblem Silent = new(
        "storage.silent",
        "Lagringen har inte svarat på fem sekunder. Kontrollera disken eller lagringskontot, och att inget annat program håller databasen låst.");

    /// <summary>What is wrong; nothing where the host is ready. Answers within five seconds, whatever the stores do.</summary>
    public async Task<IReadOnlyList<HealthProblem>> ProblemsAsync(CancellationToken cancellation)
    {
        var found = await Task.WhenAll(AnsweredAsync(LateAsync, cancellation), AnsweredAsync(_ => StoresAsync(), cancellation));
        return [.. found.SelectMany(p => p).Distinct(), .. DeadEndpoints()];
    }

    private IEnumerable<HealthProblem> DeadEndpoints()
    {
        foreach (var status in endpoints.Dead())
        {
            LogDead(status.Endpoint);
            yield return EndpointProblem.Of(status);
        }
    }

    // On another thread: SQLite waits for the disk without giving back the one that asks.
    private async Task<IReadOnlyList<HealthProblem>> AnsweredAsync(
        Func<CancellationToken, Task<IReadOnlyList<HealthProblem>>> ask, CancellationToken cancellation)
    {
        using var wait = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        wait.CancelAfter(Patience);
        try
        {
            return await Task.Run(() => ask(wait.Token), wait.Token).WaitAsync(wait.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            LogSilent();
            return [Silent];
        }
        catch (Exception e) when (!cancellation.IsCancellationRequested)
        {
            LogUnreadable(e);
            return [Unreadable];
        }
    }

    private async Task<IReadOnlyList<HealthProblem>> LateAsync(CancellationToken cancellation)
    {
        if (!await late.AnyAsync(cancellation)) return [];
        LogLate();
        return [Late];
    }

    private async Task<IReadOnlyList<HealthProblem>> StoresAsync() =>
        [.. (await stores.CheckAsync()).Select(check => check.Fault).OfType<StoreFault>().Select(f => new HealthProblem(f.Code, f.Sentence))];

    [LoggerMessage(5003, LogLevel.Error, "The delivery log cannot be read, so the host is not ready")]
    private partial void LogUnreadable(Exception e);

    [LoggerMessage(5004, LogLevel.Error, "A delivery's next try is more than five minutes late, so the host is not ready")]
    private partial void LogLate();

    [LoggerMessage(5005, LogLevel.Error, "The stores have not answered in five seconds, so the host is not ready")]
    private partial void LogSilent();

    [LoggerMessage(5007, LogLevel.Error, "Endpoint {Endpoint} has failed for so long that the host is not ready")]
    private partial void LogDead(EndpointId endpoint);
}
