using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using NodaTime;
using NodaTime.Text;
using Samverkan.Deadlines;
using Samverkan.Dispatch;
using Samverkan.Dispatch.Endpoints;
using Samverkan.Intake;
using Samverkan.Ledger;
using Samverkan.Signals;
using Samverkan.Web.Words;

namespace Samverkan.Web.Http;

/// <summary>
/// <c>/health/detail</c>: all that tells how the host is, for who is signed in where the pages ask for it. Numbers, names of
/// hosts and ids; texts in Swedish. What cannot be read within five seconds is null, and is among the problems.
/// </summary>
internal sealed partial class HealthDetail(
    Readiness readiness,
    StoreHealth stores,
    OwedFigures owed,
    EndpointPipelines endpoints,
    ITimerRuns timers,
    LedgerBook ledger,
    IClock clock,
    ILogger<HealthDetail> log)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    internal async Task HandleAsync(HttpContext context)
    {
        var stop = context.RequestAborted;
        var problems = readiness.ProblemsAsync(stop);
        var (figures, waiting, runs, anchor) = (
            ReadAsync(owed.ReadAsync, stop),
            ReadAsync(token => ledger.LoadAsync<InboxHistory>(StreamId.Inbox, token), stop),
            ReadAsync(timers.ListAsync, stop),
            ReadAsync(token => ledger.LoadAsync<AnchorHistory>(StreamId.Audit, token), stop));
        var checks = ReadAsync(_ => stores.CheckAsync(), stop);
        await Task.WhenAll(problems, figures, waiting, runs, anchor, checks);

        var found = await problems;
        context.Response.StatusCode = Health.CodeOf(found);
        await Answer.WriteAsync(context, Answer.Json, JsonSerializer.Serialize(
            new
            {
                status = Health.StatusOf(found),
                at = Time(clock.GetCurrentInstant()),
                problems = found.Select(p => new { code = p.Code, text = p.Sentence }),
                owed = Owed(await figures),
                needsPerson = NeedsPerson(await figures, await waiting),
                endpoints = endpoints.Statuses().Select(Endpoint),
                timers = (await runs) is { } known ? SweepNames.All.Select(name => Timer(name, known.FirstOrDefault(r => r.Name == name))) : null,
                stores = (await checks)?.Select(Store),
                anchor = (await anchor)?.Anchor is { } newest
                    ? new { day = SwedishDate.Iso(newest.Day), root = newest.Root, streams = newest.Streams, events = newest.Events }
                    : null,
            },
            ApiJson.Options));
    }

    private object? Owed(OwedNow? now) => now is null
        ? null
        : new
        {
            count = now.Count,
            byState = now.ByState.ToDictionary(c => DeliveryJson.Name(c.Key), c => c.Value, StringComparer.Ordinal),
            oldest = now.Oldest is { } since ? Time(since) : null,
            oldestSeconds = now.Oldest is { } oldest ? (long?)Math.Max(0, (clock.GetCurrentInstant() - oldest).TotalSeconds) : null,
        };

    private static object? NeedsPerson(OwedNow? now, InboxHistory? inbox) => now is null || inbox is null
        ? null
        : new
        {
            deliveries = now.ByState[DeliveryState.NeedsPerson],
            bounced = now.ByState[DeliveryState.Bounced],
            notices = now.StoppedNotices,
            quarantined = inbox.Quarantined.Count,
            text = HealthWords.NeedsPerson(
                now.ByState[DeliveryState.NeedsPerson] + now.ByState[DeliveryState.Bounced], now.StoppedNotices, inbox.Quarantined.Count),
        };

    private static object Endpoint(EndpointStatus status) => new
    {
        endpoint = status.Endpoint.Value,
        condition = JsonNamingPolicy.CamelCase.ConvertName(status.Condition.ToString()),
        text = HealthWords.Of(status),
        leftAloneUntil = status.LeftAloneUntil is { } until ? Time(until) : null,
        failingSince = status.FailingSince is { } since ? Time(since) : null,
        underWay = status.UnderWay,
        putBack = status.PutBack,
    };

    private static object Timer(string name, TimerRun? run) => new
    {
        timer = name,
        text = HealthWords.Of(name, run),
        lastRun = run is null ? null : Time(run.At),
        seconds = run?.Took.TotalSeconds,
        succeeded = run?.Succeeded,
    };

    private static object Store(StoreCheck check) => new
    {
        store = check.Store,
        writable = check.Fault is null or { Code: "storage.nearly-full" },
        checkedAt = Time(check.At),
        freeBytes = check.FreeBytes,
        text = HealthWords.Of(check),
    };

    private async Task<T?> ReadAsync<T>(Func<CancellationToken, Task<T>> read, CancellationToken cancellation)
        where T : class
    {
        using var wait = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        wait.CancelAfter(Patience);
        try
        {
            return await Task.Run(() => read(wait.Token), wait.Token).WaitAsync(wait.Token);
        }
        catch (Exception e) when (!cancellation.IsCancellationRequested)
        {
            LogUnread(e, typeof(T).Name);
            return null;
        }
    }

    private static string Time(Instant at) => OffsetDateTimePattern.Rfc3339.Format(Stockholm.In(at).ToOffsetDateTime());

    [LoggerMessage(5006, LogLevel.Warning, "What /health/detail tells of {What} could not be read")]
    private partial void LogUnread(Exception e, string what);
}
