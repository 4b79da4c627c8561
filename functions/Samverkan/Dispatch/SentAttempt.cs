using Samverkan.Agreements;
using Samverkan.Ledger;

namespace Samverkan.Dispatch;

/// <summary>A try that its channel has answered, and whose end is still to be recorded.</summary>
/// <param name="Stream">The delivery's stream.</param>
/// <param name="Delivery">The delivery as it was claimed; the try is its newest.</param>
/// <param name="Begun">The claim as it was recorded.</param>
/// <param name="Sending">How it went over, and the answer.</param>
/// <param name="Register">The register that it was sent by.</param>
/// <param name="Measure">The measurement, which ends when the end is recorded.</param>
internal sealed record SentAttempt(
    StreamId Stream, Delivery Delivery, IReadOnlyList<RecordedEvent> Begun, Sending Sending, Register Register, AttemptMeasure Measure);
