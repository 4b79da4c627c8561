namespace Samverkan.Storage.Local;

/// <inheritdoc cref="WriteJob"/>
internal sealed class WriteJob<T>(Func<SqliteSession, T> work, CancellationToken cancellation) : WriteJob
{
    private readonly TaskCompletionSource<T> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Exception? _failure;
    private T _result = default!;

    public Task<T> Task => _done.Task;

    public override void Run(SqliteSession session)
    {
        _failure = null;
        _result = work(session);
    }

    public override void FailAtCommit(Exception e) => _failure = e;

    public override void Complete()
    {
        if (_failure is null) _done.SetResult(_result);
        else _done.SetException(_failure);
    }

    public override void Fail(Exception e) => _done.SetException(e);

    public override bool EndIfCancelled()
    {
        if (!cancellation.IsCancellationRequested) return false;
        _done.SetCanceled(cancellation);
        return true;
    }
}
