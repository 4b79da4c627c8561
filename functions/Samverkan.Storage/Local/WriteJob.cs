namespace Samverkan.Storage.Local;

/// <summary>Something to be written, and the caller who waits for it. What it came to is told only after the commit.</summary>
/// <param name="derived">Whether it is made of the ledger and can be made anew, so that it need not be flushed.</param>
internal abstract class WriteJob(bool derived)
{
    public bool IsDerived => derived;

    /// <summary>Does it, in the transaction that is open; perhaps again where that one failed.</summary>
    public abstract void Run(SqliteSession session);

    public abstract void Complete();

    public abstract void Fail(Exception e);

    /// <summary>Whether the caller has given up already; then it is not run.</summary>
    public abstract bool EndIfCancelled();
}
