using NodaTime;
using Samverkan.Dispatch;
using Samverkan.Ledger;

namespace Samverkan.Intake;

/// <summary>A body stands behind an action plan or its extension (ställningstagande).</summary>
/// <param name="Body">The body, as the text names it; null where the extract does not state which body decided.</param>
/// <param name="On">The day of its decision; null where it is not stated.</param>
/// <param name="Paragraph">The paragraph of its minutes; null where it is not stated.</param>
/// <param name="Extract">The minutes extract that says so; null where a person recorded it.</param>
[EventName("endorsed")]
public sealed record Endorsed(string? Body, LocalDate? On, string? Paragraph, DocumentHash? Extract) : LedgerEvent
{
    /// <summary>Whether it is the decision of an extract itself, and not one that the extract tells of.</summary>
    internal bool IsOf(DocumentHash extract, Decision decision) =>
        Extract == extract && (Body, On, Paragraph) == (decision.Body, decision.DecidedOn, decision.Paragraph);
}
