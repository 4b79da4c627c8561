using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Samverkan.Dispatch;
using Samverkan.Dispatch.Channels;

namespace Benchmarks;

/// <summary>
/// A dispatch sweep while deliveries that have been tried once wait for their next try: 100,000 of them against 1,000, of as
/// many decisions.
/// </summary>
internal static class WaitingBenchmark
{
    private const int Warm = 50;
    private const int Rounds = 15;
    private const int Plans = 200;
    private const int FewBoards = 5;
    private const int ManyBoards = 500;

    public static async Task RunAsync(TextWriter output)
    {
        var few = await MeasureAsync(FewBoards);
        var many = await MeasureAsync(ManyBoards);
        await output.WriteLineAsync(FormattableString.Invariant(
            $"dispatch sweep with {ManyBoards * Plans} deliveries waiting in {Plans} streams: {many:0.00} ms (median of {Rounds}); with {FewBoards * Plans} {few:0.00} ms, ratio {many / few:0.00} (target: at most 2)"));
    }

    // That they come to wait is not measured, and so need not be flushed.
    private static async Task<double> MeasureAsync(int boards)
    {
        await using var town = await DispatchTown.BuildAsync(
            boards,
            Plans,
            durable: false,
            services =>
            {
                services.RemoveAll<IChannel>();
                services.AddSingleton<IChannel>(new InstantChannel(AttemptOutcome.Transient));
            },
            ("Dispatch:Steps", "12:00:00"));
        await town.DispatchAsync(DeliveryState.Waiting);
        List<double> times = [];
        for (var i = 0; i < Warm + Rounds; i++) times.Add(await town.SweepAsync());
        return Timing.Median([.. times.Skip(Warm)]) * 1000;
    }
}
