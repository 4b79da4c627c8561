using System.Diagnostics;
using System.Diagnostics.Metrics;
using Samverkan.Signals;

namespace Samverkan.Intake;

/// <summary>Counts and traces files that are taken in.</summary>
public sealed class IntakeSignals
{
    private readonly Instrumentation _instrumentation;
    private readonly Counter<long> _files;

    /// <summary>Makes the instruments.</summary>
    public IntakeSignals(Instrumentation instrumentation)
    {
        _instrumentation = instrumentation;
        _files = instrumentation.Meter.CreateCounter<long>("samverkan.intake.files", "{file}", "Files of the inbox that have been dealt with, by result.");
    }

    /// <summary>Begins to measure a file; disposing ends it.</summary>
    internal IntakeMeasure Begin() => new(this, _instrumentation.Traces.StartActivity("file intake", ActivityKind.Consumer));

    internal void Record(string result) => _files.Add(1, new KeyValuePair<string, object?>("result", result));
}
