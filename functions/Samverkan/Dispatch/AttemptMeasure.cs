using System.Diagnostics;
using Samverkan.Agreements;
using Samverkan.Dispatch.Channels;
using Samverkan.Dispatch.Endpoints;
using Samverkan.Signals;

namespace Samverkan.Dispatch;

/// <summary>One try while it is measured. One that no channel answered, since the host stops or fails, is left to its lease.</summary>
internal sealed class AttemptMeasure(AttemptSignals signals, Activity? trace) : IDisposable
{
    private readonly long _begun = Stopwatch.GetTimestamp();
    private string _channel = "none";
    private string? _outcome;

    /// <summary>Notes what the try goes over.</summary>
    public void Uses(ChannelType channel, EndpointId? endpoint)
    {
        _channel = SignalNames.Of(channel);
        trace?.SetTag("samverkan.channel", _channel);
        if (endpoint is { } known) trace?.SetTag("samverkan.endpoint", known.Value);
    }

    /// <summary>Notes what came of it.</summary>
    public void Answered(ChannelResult result)
    {
        _outcome = SignalNames.Of(result.Outcome);
        trace?.SetTag("samverkan.delivery.outcome", _outcome).SetTag("samverkan.delivery.code", result.Code);
        if (result.Outcome is AttemptOutcome.Transient or AttemptOutcome.Permanent) trace?.SetStatus(ActivityStatusCode.Error, result.Code);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_outcome is null) trace?.SetStatus(ActivityStatusCode.Error, "abandoned");
        signals.Record(_outcome ?? "abandoned", _channel, Stopwatch.GetElapsedTime(_begun));
        trace?.Dispose();
    }
}
