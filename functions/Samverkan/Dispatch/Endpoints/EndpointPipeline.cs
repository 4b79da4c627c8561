using NodaTime;
using Polly;
using Polly.CircuitBreaker;
using Polly.RateLimiting;

namespace Samverkan.Dispatch.Endpoints;

/// <summary>
/// The resilience pipeline of one endpoint: permits, then pace, then circuit breaker, and no retry. What does not come in
/// is not tried at all, so that it costs the delivery nothing.
/// </summary>
internal sealed class EndpointPipeline : IDisposable
{
    private static readonly Duration WhileBusy = Duration.FromSeconds(1);
    private static readonly Duration WhileTested = Duration.FromSeconds(15);
    private static readonly TimeSpan Slack = TimeSpan.FromMinutes(5);

    private readonly IClock _clock;
    private readonly TimeProvider _time;
    private readonly EndpointPermits _permits;
    private readonly Places _places;
    private readonly CircuitBreakerStateProvider _breaker = new();
    private readonly ResiliencePipeline<EndpointHealth> _pipeline;
    private long _openUntil;
    private long _failingSince;
    private long _expectedAt;
    private long _putBack;

    public EndpointPipeline(EndpointOptions options, IClock clock)
    {
        _clock = clock;
        _time = new ForwardTime(clock);
        _permits = new EndpointPermits(options.AtOnce);
        _places = new Places(Duration.FromTimeSpan(Pace.Interval(options.PerMinute)));
        var pace = new Pace(options.PerMinute, _time);
        _pipeline = new ResiliencePipelineBuilder<EndpointHealth> { TimeProvider = _time }
            .AddRateLimiter(new RateLimiterStrategyOptions { RateLimiter = x => _permits.TakeAsync(x.Context.CancellationToken) })
            .AddRateLimiter(new RateLimiterStrategyOptions { RateLimiter = _ => ValueTask.FromResult(pace.Take()) })
            .AddCircuitBreaker(Breaker(options))
            .Build();
    }

    /// <summary>Makes the try where the endpoint lets it in, and returns null; otherwise says when to come again.</summary>
    public async Task<Instant?> RunAsync(Func<CancellationToken, Task<EndpointHealth>> attempt, CancellationToken cancellation)
    {
        if (LeftAlone is { } rest) return PutBack(rest);
        try
        {
            await _pipeline.ExecuteAsync(token => new ValueTask<EndpointHealth>(attempt(token)), cancellation);
            return null;
        }
        catch (RateLimiterRejectedException e)
        {
            return PutBack(e.RetryAfter is { } wait ? Duration.FromTimeSpan(wait) : WhileBusy);
        }
        catch (BrokenCircuitException)
        {
            return PutBack(LeftAlone ?? WhileTested);
        }
    }

    /// <summary>How it stands.</summary>
    public EndpointStatus Status(EndpointId endpoint)
    {
        var rest = LeftAlone;
        var condition = rest is not null ? EndpointCondition.LeftAlone
            : _breaker.CircuitState is CircuitState.Closed ? EndpointCondition.InUse : EndpointCondition.Tested;
        return new EndpointStatus(
            endpoint, condition, rest is { } time ? _clock.GetCurrentInstant() + time : null, _permits.Held, Interlocked.Read(ref _putBack))
        {
            FailingSince = Failing is { } failing ? _clock.GetCurrentInstant() - failing : null,
        };
    }

    /// <summary>Notes that something that has been tried comes here again.</summary>
    public void Expect(Instant at)
    {
        var ticks = (_time.GetUtcNow() + (at - _clock.GetCurrentInstant()).ToTimeSpan()).UtcTicks;
        if (ticks > Interlocked.Read(ref _expectedAt)) Interlocked.Exchange(ref _expectedAt, ticks);
    }

    /// <inheritdoc/>
    public void Dispose() => _permits.Dispose();

    private Duration? LeftAlone
    {
        get
        {
            var rest = Interlocked.Read(ref _openUntil) - _time.GetUtcNow().UtcTicks;
            return rest > 0 ? Duration.FromTicks(rest) : null;
        }
    }

    // What comes here no more, since it was cancelled or a person is asked, would never heal it.
    private Duration? Failing
    {
        get
        {
            var (since, now) = (Interlocked.Read(ref _failingSince), _time.GetUtcNow().UtcTicks);
            return since > 0 && now < Interlocked.Read(ref _expectedAt) + Slack.Ticks ? Duration.FromTicks(now - since) : null;
        }
    }

    private CircuitBreakerStrategyOptions<EndpointHealth> Breaker(EndpointOptions options) => new()
    {
        FailureRatio = options.FailurePercent / 100.0,
        MinimumThroughput = options.LeastTries,
        SamplingDuration = options.Window.ToTimeSpan(),
        BreakDuration = options.Break.ToTimeSpan(),
        StateProvider = _breaker,
        ShouldHandle = x => ValueTask.FromResult(CountsAsFailure(x.Outcome)),
        OnOpened = x => LeaveAlone(x.BreakDuration),
        OnClosed = _ => UseAgain(),
    };

    // A test that said nothing, since somebody else was at the delivery or the host stopped, must not close the breaker.
    private bool CountsAsFailure(Outcome<EndpointHealth> outcome) => outcome.Result switch
    {
        EndpointHealth.Fails => true,
        EndpointHealth.Works => false,
        _ => _breaker.CircuitState is CircuitState.HalfOpen,
    };

    private ValueTask LeaveAlone(TimeSpan time)
    {
        var now = _time.GetUtcNow();
        Interlocked.Exchange(ref _openUntil, (now + time).UtcTicks);
        Interlocked.CompareExchange(ref _failingSince, now.UtcTicks, 0);
        return ValueTask.CompletedTask;
    }

    private ValueTask UseAgain()
    {
        Interlocked.Exchange(ref _openUntil, 0);
        Interlocked.Exchange(ref _failingSince, 0);
        return ValueTask.CompletedTask;
    }

    private Instant PutBack(Duration wait)
    {
        Interlocked.Increment(ref _putBack);
        var until = _places.Next(_clock.GetCurrentInstant() + wait);
        Expect(until);
        return until;
    }
}
