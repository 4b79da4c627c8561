namespace Samverkan.Storage.Local;

/// <inheritdoc cref="WriteJob"/>
internal sealed class WriteJob<T>(Func<SqliteSession, T> work, bool derived, CancellationToken cancellation) : WriteJob(derived)
{
    private readonly TaskCompletionSource<T> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T _result = default!;

    public Task<T> Task => _done.Task;

    public override void Run(SqliteSession session) => _result = work(session);

    public override void Complete() => _done.SetResult(_result);

    public override void Fail(Exception e) => _done.SetException(e);

    public override bool EndIfCancelled()
    {
        if (!cancellation.IsCancellationRequested) return false;
        _done.SetCanceled(cancellation);
        return true;
    }
}
