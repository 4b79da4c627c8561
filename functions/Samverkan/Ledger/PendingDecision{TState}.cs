namespace Samverkan.Ledger;

/// <inheritdoc cref="PendingDecision"/>
internal sealed class PendingDecision<TState>(
    LedgerBook book, StreamId stream, string by, Func<TState, IReadOnlyList<LedgerEvent>> decide, bool waitsForRows, CancellationToken cancellation)
    : PendingDecision(stream, by, waitsForRows, cancellation)
    where TState : class, IStreamState<TState>
{
    public override async Task<bool> BeginAsync(LedgerDraft draft, bool ask)
    {
        if (draft.Has<TState>()) return true;
        if ((ask ? await book.ReadAsync<TState>(Stream, draft.Cancellation) : book.Newest<TState>(Stream)) is not { } newest) return false;
        return draft.Begin(newest);
    }

    public override IReadOnlyList<LedgerEvent> Decide(LedgerDraft draft) => decide(draft.StateOf<TState>());
}
