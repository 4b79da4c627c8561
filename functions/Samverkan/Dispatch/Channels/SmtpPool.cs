using Samverkan.Formats.Smtp;

namespace Samverkan.Dispatch.Channels;

/// <summary>
/// Connections to one mail server, kept for the next message. A new one is opened only where none is free, so there are
/// never more than messages have gone at once. One that has served <see cref="MostMessages"/>, or lain still for
/// <see cref="MostIdle"/>, is closed with QUIT.
/// </summary>
internal sealed class SmtpPool : IAsyncDisposable
{
    /// <summary>How many messages one connection takes; servers count them, and many stop at 100.</summary>
    internal const int MostMessages = 50;

    /// <summary>How long a connection may lie still; a server waits at least 5 minutes (RFC 5321 4.5.3.2.7).</summary>
    internal static readonly TimeSpan MostIdle = TimeSpan.FromSeconds(30);

    private readonly Lock _lock = new();
    private readonly Stack<Kept> _free = new();
    private readonly TimeProvider _time;
    private readonly ITimer _timer;
    private Task _closing = Task.CompletedTask;
    private bool _disposed;

    internal SmtpPool(TimeProvider time)
    {
        _time = time;
        _timer = time.CreateTimer(_ => CloseIdle(), null, MostIdle, MostIdle);
    }

    /// <summary>
    /// Sends a message over a free connection, or one that <paramref name="open"/> opens. A kept connection that turns out to be
    /// dead before the server has answered MAIL FROM has taken nothing of the message: another is opened, once, and it is
    /// the same try. Null where <paramref name="open"/> gives null.
    /// </summary>
    internal async Task<SmtpResult?> SendAsync(
        SmtpMessage message, Func<CancellationToken, Task<SmtpConnectResult?>> open, CancellationToken cancellation)
    {
        while (Take() is { } kept)
        {
            if (await SendAsync(kept.Connection, kept.Sent, message, cancellation) is var result && !IsStale(result)) return result;
        }

        var opened = await open(cancellation);
        if (opened is null) return null;
        return opened.IsConnected
            ? await SendAsync(opened.Connection, 0, message, cancellation)
            : SmtpResult.Failed(message, opened.Failure);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _timer.DisposeAsync();
        Kept[] free;
        lock (_lock)
        {
            _disposed = true;
            free = [.. _free];
            _free.Clear();
        }

        await CloseAsync(free);
        await _closing;
    }

    private async Task<SmtpResult> SendAsync(SmtpConnection connection, int sent, SmtpMessage message, CancellationToken cancellation)
    {
        var kept = false;
        try
        {
            var result = await connection.SendAsync(message, progress: null, cancellation);
            kept = !IsStale(result) && Keep(connection, sent + 1);
            return result;
        }
        finally
        {
            if (!kept) await connection.DisposeAsync();
        }
    }

    private bool Keep(SmtpConnection connection, int sent)
    {
        lock (_lock)
        {
            if (_disposed || !connection.IsUsable || sent >= MostMessages) return false;
            _free.Push(new Kept(connection, sent, _time.GetTimestamp()));
            return true;
        }
    }

    private Kept? Take()
    {
        CloseIdle();
        lock (_lock) return _free.TryPop(out var kept) ? kept : null;
    }

    private void CloseIdle()
    {
        lock (_lock)
        {
            Kept[] idle = [.. _free.Where(k => _time.GetElapsedTime(k.Since) >= MostIdle)];
            if (idle.Length == 0) return;
            Kept[] rest = [.. _free.Except(idle).Reverse()];
            _free.Clear();
            foreach (var kept in rest) _free.Push(kept);
            _closing = Task.WhenAll(_closing, CloseAsync(idle));
        }
    }

    // At once: a server that does not answer QUIT takes its seconds once, not once a connection.
    private static Task CloseAsync(IEnumerable<Kept> connections) => Task.WhenAll(connections.Select(k => k.Connection.DisposeAsync().AsTask()));

    private static bool IsStale(SmtpResult result) => result.Failure switch
    {
        { Phase: SmtpPhase.Reset or SmtpPhase.MailFrom, Fault: SmtpFault.Disconnected } => true,
        { Phase: SmtpPhase.MailFrom, Fault: SmtpFault.Refused, Reply.Code: 421 } => true,
        { Phase: SmtpPhase.Reset, Fault: SmtpFault.Refused } => true,
        _ => false,
    };

    private sealed record Kept(SmtpConnection Connection, int Sent, long Since);
}
