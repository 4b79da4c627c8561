using NodaTime;
using Samverkan.Dispatch;
using Samverkan.Intake;

namespace Samverkan.Deadlines.Simulation;

/// <summary>
/// Plays the calendar: moves a simulated clock from one moment at which something happens to the next, and runs the same use
/// cases as the host. How files get into the inbox is the caller's.
/// </summary>
public sealed class Simulator(
    SimulatedClock clock, InboxSweep inbox, DeadlineSweep deadlines, DispatchSweep dispatch, Dispatcher dispatcher, IDeliveryLog deliveries, IAgenda agenda)
{
    private static readonly Duration BetweenTries = Duration.FromSeconds(1);

    /// <summary>Plays from one moment to another, both inclusive. The drops are those within, earliest first.</summary>
    /// <param name="from">Where the clock is first set.</param>
    /// <param name="to">Where it stands at the end.</param>
    /// <param name="drops">What is dropped when.</param>
    /// <param name="put">Puts a drop's file into the inbox.</param>
    /// <param name="cancellation">Ends the play.</param>
    public async Task PlayAsync(
        Instant from, Instant to, IEnumerable<Drop> drops, Func<Drop, CancellationToken, Task> put, CancellationToken cancellation)
    {
        clock.MoveTo(from);
        await SettleAsync(cancellation);
        var waiting = new Queue<Drop>(drops.Where(d => d.At >= from && d.At <= to));
        while (await NextAsync(waiting, cancellation) is { } next && next <= to)
        {
            clock.MoveTo(next);
            while (waiting.TryPeek(out var drop) && drop.At <= next)
            {
                await put(waiting.Dequeue(), cancellation);
                await inbox.RunAsync(cancellation);
            }

            await SettleAsync(cancellation);
        }

        clock.MoveTo(to);
    }

    private async Task<Instant?> NextAsync(Queue<Drop> waiting, CancellationToken cancellation)
    {
        var drop = waiting.TryPeek(out var first) ? first.At : (Instant?)null;
        var due = await agenda.NextAsync(cancellation);

        // What is due and stays due after a sweep would hold the clock for ever.
        var now = clock.GetCurrentInstant();
        return due is { } at && (drop is null || at < drop) ? Instant.Max(at, now + BetweenTries) : drop;
    }

    private async Task SettleAsync(CancellationToken cancellation)
    {
        await deadlines.RunAsync(cancellation);
        await DeliverAsync(cancellation);
        await dispatch.RunAsync(cancellation);
        await DeliverAsync(cancellation);
    }

    private async Task DeliverAsync(CancellationToken cancellation)
    {
        List<string> due = [];
        await foreach (var id in deliveries.DueAsync(clock.GetCurrentInstant(), cancellation)) due.Add(id);
        foreach (var id in due) await dispatcher.TryAsync(id, cancellation);
    }
}
