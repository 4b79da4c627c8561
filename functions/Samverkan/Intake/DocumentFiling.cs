using Samverkan.Ledger;

namespace Samverkan.Intake;

/// <summary>Lays a document, whose bytes are in the archive, where it was found to belong; from the inbox and from quarantine alike.</summary>
public sealed class DocumentFiling(ExtractFiling extracts, PlanFiling plans)
{
    /// <summary>Records it, and what follows; returns the streams. Doing it again changes nothing.</summary>
    /// <param name="verdict">Minutes or a plan.</param>
    /// <param name="document">Its bytes.</param>
    /// <param name="path">The path that it was dropped under.</param>
    /// <param name="cancellation">Ends the work.</param>
    public async Task<IReadOnlyList<StreamId>> FileAsync(Verdict verdict, ArchivedDocument document, string path, CancellationToken cancellation)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        return verdict switch
        {
            Verdict.Minutes minutes => await extracts.FileAsync(minutes, document, name, cancellation),
            Verdict.Plan plan => [await plans.FileAsync(plan, document, name, cancellation)],
            _ => throw new InvalidOperationException($"A verdict of the kind {verdict.GetType().Name} is not filed."),
        };
    }
}
