using System.Diagnostics;
using Samverkan.Ledger;
using Samverkan.Signals;

namespace Samverkan.Intake;

/// <summary>One file while it is measured. A file's name may be personal, so that no trace has it.</summary>
internal sealed class IntakeMeasure(IntakeSignals signals, Activity? trace) : IDisposable
{
    private string? _result;

    /// <summary>Notes what the file was filed into.</summary>
    public void FiledIn(DocumentHash file, IReadOnlyList<StreamId> streams) =>
        trace?.SetTag("samverkan.document", file.Value).SetTag(SignalNames.Stream, streams.Select(s => s.Value).ToArray());

    /// <summary>Notes why it was not.</summary>
    public void Refused(string code) => trace?.SetTag("samverkan.intake.code", code);

    /// <summary>Notes what became of it, and returns that.</summary>
    public IntakeResult End(IntakeResult result)
    {
        _result = SignalNames.Of(result);
        return result;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_result is null) trace?.SetStatus(ActivityStatusCode.Error, "failed");
        trace?.SetTag("samverkan.intake.result", _result ?? "failed");
        signals.Record(_result ?? "failed");
        trace?.Dispose();
    }
}
