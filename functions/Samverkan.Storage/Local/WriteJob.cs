namespace Samverkan.Storage.Local;

/// <summary>Something to be written, and the caller who waits for it. What it came to is told only after the commit.</summary>
internal abstract class WriteJob
{
    public abstract void Run(SqliteSession session);

    /// <summary>This job alone failed; the caller is told when the others are.</summary>
    public abstract void FailAtCommit(Exception e);

    public abstract void Complete();

    public abstract void Fail(Exception e);

    /// <summary>Whether the caller has given up already; then it is not run.</summary>
    public abstract bool EndIfCancelled();
}
